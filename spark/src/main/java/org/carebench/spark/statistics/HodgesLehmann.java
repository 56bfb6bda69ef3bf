package org.carebench.spark.statistics;

import org.jspecify.annotations.Nullable;

/**
 * By how much one sample lies above another: the median of all differences between a value of the first and one of the
 * second (Hodges and Lehmann 1963), in the unit of the values, with the interval of Moses from the normal approximation
 * of the rank sum (Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, section 4.3).
 *
 * @param interval NULL where there are too few values to cover 95 %, or all values are equal. Under ties a limit may be
 *     exactly 0
 * @param cut number of differences that the interval leaves out at either end; below 0 where there are too few values
 */
public record HodgesLehmann(double shift, @Nullable Interval interval, long cut) {

    /** Shift of the first sample against the second one, with its interval. */
    public static HodgesLehmann of(SortedSample first, SortedSample second) {
        PairwiseDifferences differences = new PairwiseDifferences(first, second);
        RankSum rankSum = RankSum.of(first, second);
        long cut =
                (long) Math.floor(rankSum.expected() - Interval.NORMAL_QUANTILE * Math.sqrt(rankSum.variance()) - 0.5);
        Interval interval = cut < 0 || rankSum.variance() == 0
                ? null
                : new Interval(differences.at(cut), differences.at(differences.count() - 1 - cut));
        return new HodgesLehmann(differences.median(), interval, cut);
    }

    /** The shift alone, for replicates of a bootstrap. */
    public static double shift(SortedSample first, SortedSample second) {
        return new PairwiseDifferences(first, second).median();
    }
}
