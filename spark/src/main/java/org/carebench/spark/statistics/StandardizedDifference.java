package org.carebench.spark.statistics;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How far two groups differ in one term: difference of means over the root of the mean variance of the two groups, without
 * weights and with them. The variances are always those without weights, so that only the difference can shrink (Austin
 * and Stuart 2015). Above 0.1 in absolute value the groups are usually called unbalanced.
 *
 * @param before without weights; where the term has no variance in either group 0 if both hold the same value, else NULL,
 *     and so after; NULL also where a group has one row only
 * @param after with weights
 */
public record StandardizedDifference(
        String term, @Nullable Double before, @Nullable Double after) {

    static StandardizedDifference of(String term, double[] values, boolean[] high, double[] weights) {
        SortedSample ofHigh = group(values, high, true);
        SortedSample ofLow = group(values, high, false);
        Double highDeviation = ofHigh.standardDeviation();
        Double lowDeviation = ofLow.standardDeviation();
        if (highDeviation == null || lowDeviation == null) {
            return new StandardizedDifference(term, null, null);
        }
        if (ofHigh.min() == ofHigh.max() && ofLow.min() == ofLow.max()) {
            Double same = ofHigh.min() == ofLow.min() ? 0.0 : null;
            return new StandardizedDifference(term, same, same);
        }
        double scale = Math.sqrt((highDeviation * highDeviation + lowDeviation * lowDeviation) / 2);
        return new StandardizedDifference(
                term,
                (ofHigh.mean() - ofLow.mean()) / scale,
                (mean(values, high, true, weights) - mean(values, high, false, weights)) / scale);
    }

    /** Weighted mean of one group. */
    static double mean(double[] values, boolean[] high, boolean group, double[] weights) {
        CompensatedSum products = new CompensatedSum();
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < values.length; i++) {
            if (high[i] == group) {
                products.add(weights[i] * values[i]);
                sum.add(weights[i]);
            }
        }
        return products.value() / sum.value();
    }

    private static SortedSample group(double[] values, boolean[] high, boolean group) {
        return SortedSample.of(IntStream.range(0, values.length)
                .filter(i -> high[i] == group)
                .mapToDouble(i -> values[i])
                .toArray());
    }
}
