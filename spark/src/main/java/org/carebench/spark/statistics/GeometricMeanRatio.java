package org.carebench.spark.statistics;

import org.jspecify.annotations.Nullable;

/**
 * Geometric mean of one sample divided by that of another: how many times as large the values of the first are. From
 * Welch's test of the logarithms.
 *
 * @param interval of the ratio; NULL where the logarithms do not vary, or a sample has a single value
 * @param degreesOfFreedom of the test; NULL as the interval
 * @param pValue two-sided, against a ratio of 1; as {@link WelchTest#pValue()}
 */
public record GeometricMeanRatio(
        double ratio,
        @Nullable Interval interval,
        @Nullable Double degreesOfFreedom,
        @Nullable Double pValue) {

    /**
     * Ratio of two samples of positive values.
     *
     * @throws IllegalArgumentException where a value is 0 or less and has no logarithm
     */
    public static GeometricMeanRatio of(SortedSample first, SortedSample second) {
        WelchTest logarithms = WelchTest.of(logarithms(first), logarithms(second));
        Interval interval = logarithms.interval();
        return new GeometricMeanRatio(
                Math.exp(logarithms.difference()),
                interval == null ? null : interval.map(Math::exp),
                logarithms.degreesOfFreedom(),
                logarithms.pValue());
    }

    private static SortedSample logarithms(SortedSample sample) {
        if (sample.min() <= 0) {
            throw new IllegalArgumentException("Cannot take the ratio of geometric means: a value is " + sample.min()
                    + "; compare samples with zeros in two parts");
        }
        return SortedSample.of(sample.ascending().map(Math::log).toArray());
    }
}
