package org.carebench.spark.index;

import org.carebench.contract.mart.MetricState;
import org.jspecify.annotations.Nullable;

/**
 * What a metric says of a provider in a period.
 *
 * @param value in the unit of the metric; NULL unless the state is KNOWN
 */
public record ComponentValue(@Nullable Double value, MetricState state) {

    public ComponentValue {
        boolean isKnown = state == MetricState.KNOWN;
        if (isKnown != (value != null) || (value != null && !Double.isFinite(value))) {
            throw new IllegalArgumentException("Cannot use a component: its state is " + state + " and its value "
                    + value + "; a value is there, and finite, where the state is KNOWN");
        }
    }

    public static ComponentValue known(double value) {
        return new ComponentValue(value, MetricState.KNOWN);
    }

    public static ComponentValue missing(MetricState state) {
        return new ComponentValue(null, state);
    }
}
