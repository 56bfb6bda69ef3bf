package org.carebench.spark.statistics;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value and how many cases stand behind it.
 *
 * @param weight cases; NULL where they are not known
 */
public record WeightedValue(double value, @Nullable Long weight) {

    private static final Comparator<WeightedValue> BY_VALUE_AND_WEIGHT = Comparator.comparingDouble(
                    WeightedValue::value)
            .thenComparing(WeightedValue::weight, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Mean over cases; NULL where a weight is not known or no case stands behind any value. */
    public static @Nullable Double mean(List<WeightedValue> values) {
        CompensatedSum products = new CompensatedSum();
        long cases = 0;
        for (WeightedValue each : values.stream().sorted(BY_VALUE_AND_WEIGHT).toList()) {
            if (each.weight == null) {
                return null;
            }
            products.add(each.value * each.weight);
            cases += each.weight;
        }
        return cases == 0 ? null : products.value() / cases;
    }
}
