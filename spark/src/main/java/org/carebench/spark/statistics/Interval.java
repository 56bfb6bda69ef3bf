package org.carebench.spark.statistics;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Two-sided 95 % confidence interval, in the unit of its estimate.
 *
 * @param low lower limit
 * @param high upper limit, never below the lower one
 */
public record Interval(double low, double high) {

    /** Probability left outside on either side. */
    static final double TAIL = 0.025;

    /** Number of standard errors between a normal estimate and either limit: 1.96. */
    static final double NORMAL_QUANTILE = NormalDistribution.of(0, 1).inverseSurvivalProbability(TAIL);

    /**
     * Takes the limits as they are.
     *
     * @throws IllegalArgumentException where a limit is not a number or the limits are in the wrong order
     */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("Cannot form an interval: it would reach from " + low + " to " + high);
        }
    }

    /** Interval of an estimate that is normally distributed with this standard error. */
    public static Interval normal(double estimate, double standardError) {
        return around(estimate, NORMAL_QUANTILE * standardError);
    }

    /** Interval of an estimate whose ratio to this standard error follows Student's t. */
    public static Interval student(double estimate, double standardError, double degreesOfFreedom) {
        return around(estimate, TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(TAIL) * standardError);
    }

    private static Interval around(double estimate, double halfWidth) {
        return new Interval(estimate - halfWidth, estimate + halfWidth);
    }

    /** The same interval on another scale. The change of scale has to be increasing. */
    public Interval map(DoubleUnaryOperator increasing) {
        return new Interval(increasing.applyAsDouble(low), increasing.applyAsDouble(high));
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
