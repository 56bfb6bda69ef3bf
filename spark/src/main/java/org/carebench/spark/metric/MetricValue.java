package org.carebench.spark.metric;

import org.carebench.contract.mart.MetricState;
import org.carebench.spark.statistics.SortedSample;
import org.jspecify.annotations.Nullable;

/**
 * A metric of a provider in a period, without its keys.
 *
 * @param value NULL where the state says why
 * @param items what it rests on; NULL where nothing could be counted
 * @param excluded what was left out; NULL where nothing could be counted
 */
record MetricValue(
        @Nullable Double numerator,
        @Nullable Double denominator,
        @Nullable Double value,
        MetricState state,
        @Nullable Long items,
        @Nullable Long excluded) {

    static MetricValue known(double value, long items, long excluded) {
        return new MetricValue(null, null, value, MetricState.KNOWN, items, excluded);
    }

    /** A ratio of sums times a factor; none where the denominator is zero. */
    static MetricValue ratio(long numerator, long denominator, double factor, long items, long excluded) {
        boolean isDefined = denominator > 0;
        return new MetricValue(
                (double) numerator,
                (double) denominator,
                isDefined ? factor * numerator / denominator : null,
                isDefined ? MetricState.KNOWN : MetricState.NO_DENOMINATOR,
                items,
                excluded);
    }

    /** The mean of values of which there is at least one. */
    static MetricValue mean(double[] values, double factor, long excluded) {
        return known(factor * SortedSample.of(values).mean(), values.length, excluded);
    }

    /** No value where nothing could be counted. */
    static MetricValue missing(MetricState state) {
        return new MetricValue(null, null, null, state, null, null);
    }

    /** No value, although something was counted. */
    static MetricValue missing(MetricState state, long items, long excluded) {
        return new MetricValue(null, null, null, state, items, excluded);
    }
}
