package org.carebench.spark.statistics;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Comparison of two samples with many zeros in two parts: how many values are positive, and how large those are.
 * Nothing is added to a zero to take its logarithm, as the result would depend on the unit.
 *
 * @param positive share of positive values, first less second sample
 * @param ratio of the geometric means of the positive values; NULL where a sample has none
 */
public record TwoPart(RiskDifference positive, @Nullable GeometricMeanRatio ratio) {

    /**
     * Both parts of two samples.
     *
     * @throws IllegalArgumentException where a value is negative
     */
    public static TwoPart of(SortedSample first, SortedSample second) {
        if (first.min() < 0 || second.min() < 0) {
            throw new IllegalArgumentException("Cannot compare samples in two parts: a value is "
                    + Math.min(first.min(), second.min()) + ", where zeros and positive values are meant");
        }
        RiskDifference positive =
                Objects.requireNonNull(RiskDifference.of(first.above(0), first.size(), second.above(0), second.size()));
        GeometricMeanRatio ratio =
                first.max() > 0 && second.max() > 0 ? GeometricMeanRatio.of(positive(first), positive(second)) : null;
        return new TwoPart(positive, ratio);
    }

    private static SortedSample positive(SortedSample sample) {
        return SortedSample.of(sample.ascending().filter(value -> value > 0).toArray());
    }
}
