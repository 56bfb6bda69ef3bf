package org.carebench.contract.lake;

/** Over what a metric is taken. */
public enum MetricScope {
    /** One value per provider and platform: interactions of different platforms are never added. */
    PLATFORM,
    /** One value per provider, over its platforms. */
    PROVIDER
}
