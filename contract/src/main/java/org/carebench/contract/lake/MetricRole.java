package org.carebench.contract.lake;

/** What a metric may be used for. The wall between the first two keeps the index from being compared with itself. */
public enum MetricRole {
    /** What the provider does: it may feed the integration index. */
    INDEX,
    /** What the audience or patients do: it is compared, and never feeds the index. */
    OUTCOME,
    /** What neither of them does now, for example how many followers there are: comparisons are adjusted for it. */
    CONTEXT
}
