package org.carebench.spark.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Smallest true difference that a two-sided test at 5 % finds in 80 of 100 studies: (1.96 + 0.84) standard errors, in
 * their unit. What is smaller may exist without showing.
 */
public final class DetectableDifference {

    private static final double STANDARD_ERRORS =
            Interval.NORMAL_QUANTILE + NormalDistribution.of(0, 1).inverseCumulativeProbability(0.8);

    private DetectableDifference() {}

    /**
     * Difference that an estimate with this standard error can reveal.
     *
     * @throws IllegalArgumentException where the standard error is not a positive number
     */
    public static double of(double standardError) {
        if (!(standardError > 0 && Double.isFinite(standardError))) {
            throw new IllegalArgumentException(
                    "Cannot tell which difference is detectable: the standard error is " + standardError);
        }
        return STANDARD_ERRORS * standardError;
    }
}
