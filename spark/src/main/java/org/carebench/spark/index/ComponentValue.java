package org.carebench.spark.index;

import org.carebench.contract.mart.MetricState;
import org.jspecify.annotations.Nullable;

/**
 * What a metric says of a provider in a period.
 *
 * @param value in the unit of the metric; NULL unless the state is KNOWN
 * @param share what the value was counted from; NULL where it is no share
 */
public record ComponentValue(
        @Nullable Double value, MetricState state, @Nullable Share share) {

    /** Cases, and how many of them have the property. */
    public record Share(long with, long cases) {

        public Share {
            if (with < 0 || with > cases || cases < 1) {
                throw new IllegalArgumentException(
                        "Cannot use a component: it is a share of " + with + " of " + cases + " cases");
            }
        }
    }

    public ComponentValue {
        boolean isKnown = state == MetricState.KNOWN;
        if (isKnown != (value != null) || (value != null && !Double.isFinite(value))) {
            throw new IllegalArgumentException("Cannot use a component: its state is " + state + " and its value "
                    + value + "; a value is there, and finite, where the state is KNOWN");
        }
    }

    public static ComponentValue known(double value) {
        return new ComponentValue(value, MetricState.KNOWN, null);
    }

    public static ComponentValue share(long with, long cases) {
        Share share = new Share(with, cases);
        return new ComponentValue((double) with / cases, MetricState.KNOWN, share);
    }

    public static ComponentValue missing(MetricState state) {
        return new ComponentValue(null, state, null);
    }
}
