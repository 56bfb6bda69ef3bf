package org.carebench.spark.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Interval of a median that supposes nothing about the distribution: two values of the sample itself. How many values
 * lie below the true median is binomial with probability one half; the interval is the shortest pair of order
 * statistics with equal tails that covers 95 % or more (Thompson 1936; Conover, Practical Nonparametric Statistics).
 */
public final class MedianInterval {

    private MedianInterval() {}

    /** Interval in the unit of the values; NULL below 6 values, whose whole range covers less than 95 %. */
    public static @Nullable Interval of(SortedSample sample) {
        int n = sample.size();
        int lower = BinomialDistribution.of(n, 0.5).inverseCumulativeProbability(Interval.TAIL);
        return lower == 0 ? null : new Interval(sample.at(lower - 1), sample.at(n - lower));
    }
}
