package org.carebench.spark.statistics;

import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Rank test of Brunner and Munzel (2000) against the hypothesis that either sample is as likely to have the greater
 * value. Unlike the test of Mann and Whitney it keeps its size where the spreads differ. Unit: probability.
 *
 * <p>Where no value of one sample reaches the other one, the variance is 0 and the statistic has no value: the test is
 * then the exact one over all ways to divide the values, p = 2 / C(N, n).
 *
 * @param superiority P(first &gt; second) + P(first = second) / 2
 * @param standardError of the superiority; NULL as the statistic
 * @param degreesOfFreedom Satterthwaite's approximation; NULL as the statistic
 * @param statistic positive where the first sample tends to be greater; NULL where the samples are separated or
 *     constant, or one has a single value
 * @param pValue two-sided; 1 where all values are equal, NULL where a sample has a single value and they overlap
 * @param separated whether every value of one sample is greater than every value of the other one
 * @param constant whether all values of both samples are equal
 */
public record BrunnerMunzel(
        double superiority,
        @Nullable Double standardError,
        @Nullable Double degreesOfFreedom,
        @Nullable Double statistic,
        @Nullable Double pValue,
        boolean separated,
        boolean constant) {

    /** A p below has no meaning: rounding alone is as large. */
    private static final double SMALLEST_P = 1e-16;

    /** Test of two samples. */
    public static BrunnerMunzel of(SortedSample first, SortedSample second) {
        double n = first.size();
        double m = second.size();
        SortedSample ofFirst = placements(first, second);
        double superiority = ofFirst.ascending().sum() / (n * m);
        if (superiority == 0 || superiority == 1) {
            return new BrunnerMunzel(superiority, null, null, null, shareOfDivisions(first, second), true, false);
        }
        if (first.isConstantWith(second)) {
            return new BrunnerMunzel(superiority, null, null, null, 1.0, false, true);
        }
        Double varianceOfFirst = ofFirst.variance();
        Double varianceOfSecond = placements(second, first).variance();
        if (varianceOfFirst == null || varianceOfSecond == null) {
            return new BrunnerMunzel(superiority, null, null, null, null, false, false);
        }
        double a = n * varianceOfFirst;
        double b = m * varianceOfSecond;
        double standardError = Math.sqrt(a + b) / (n * m);
        double degreesOfFreedom = (a + b) * (a + b) / (a * a / (n - 1) + b * b / (m - 1));
        double statistic = (superiority - 0.5) / standardError;
        double p = 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(statistic));
        return new BrunnerMunzel(superiority, standardError, degreesOfFreedom, statistic, p, false, false);
    }

    /** Rank of each value in both samples less its rank in its own one. */
    private static SortedSample placements(SortedSample of, SortedSample in) {
        return SortedSample.of(
                of.ascending().map(value -> RankSum.placement(value, in)).toArray());
    }

    private static double shareOfDivisions(SortedSample first, SortedSample second) {
        int all = first.size() + second.size();
        int smaller = Math.min(first.size(), second.size());
        double share = DoubleStream.iterate(1, i -> i <= smaller, i -> i + 1)
                .map(i -> i / (all - smaller + i))
                .reduce(2, (product, factor) -> product * factor);
        return Math.max(share, SMALLEST_P);
    }

    /**
     * Interval of the superiority from its logit, which keeps it between 0 and 1; NULL where there is no standard
     * error. Below about 10 values per sample the test and the interval may disagree.
     */
    public @Nullable Interval interval() {
        if (standardError == null || degreesOfFreedom == null) {
            return null;
        }
        double logit = Math.log(superiority / (1 - superiority));
        return Interval.student(logit, standardError / (superiority * (1 - superiority)), degreesOfFreedom)
                .map(x -> 1 / (1 + Math.exp(-x)));
    }
}
