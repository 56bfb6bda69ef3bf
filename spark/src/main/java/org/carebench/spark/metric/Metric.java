package org.carebench.spark.metric;

/** How one metric is computed. */
interface Metric {

    /** The metric of a provider, or of its accounts on one platform, in a period. */
    MetricValue of(PeriodFacts facts);
}
