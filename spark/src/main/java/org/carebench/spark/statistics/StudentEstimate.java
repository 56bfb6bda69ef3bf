package org.carebench.spark.statistics;

import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * An estimate with its standard error, in the unit of the outcome, a two-sided test against 0 and a 95 % interval.
 *
 * @param standardError NULL where the data leave no variation to estimate it from, as all that follows from it
 * @param degreesOfFreedom of Student's distribution
 */
public record StudentEstimate(
        double estimate,
        @Nullable Double standardError,
        @Nullable Double degreesOfFreedom,
        @Nullable Double pValue,
        @Nullable Interval interval) {

    /** A standard error smaller than this share of the outcome is rounding. */
    private static final double ROUNDING = 1e-12;

    /**
     * Estimate that differs from its true value by the sum of the rows' influence, independent between clusters; G-1
     * degrees of freedom.
     *
     * @param outcome whose size tells which standard errors are mere rounding
     */
    static StudentEstimate clustered(double estimate, double[] influence, Clusters clusters, double[] outcome) {
        double largest = 0;
        for (double each : outcome) {
            largest = Math.max(largest, Math.abs(each));
        }
        double standardError = clusters.standardErrorOfSum(influence);
        return of(estimate, standardError > ROUNDING * largest ? standardError : 0, clusters.count() - 1);
    }

    static StudentEstimate of(double estimate, double standardError, double degreesOfFreedom) {
        if (!(positive(standardError) && positive(degreesOfFreedom))) {
            return new StudentEstimate(estimate, null, null, null, null);
        }
        double p = 2 * TDistribution.of(degreesOfFreedom).cumulativeProbability(-Math.abs(estimate / standardError));
        return new StudentEstimate(
                estimate,
                standardError,
                degreesOfFreedom,
                p,
                Interval.student(estimate, standardError, degreesOfFreedom));
    }

    private static boolean positive(double value) {
        return value > 0 && Double.isFinite(value);
    }
}
