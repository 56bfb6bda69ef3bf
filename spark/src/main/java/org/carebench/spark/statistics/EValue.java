package org.carebench.spark.statistics;

/**
 * How strongly a hidden factor would have to be associated with both exposure and outcome, as a risk ratio, to explain
 * an estimate away (VanderWeele and Ding 2017). 1 means that nothing hidden is needed.
 *
 * @param estimate for the estimate itself
 * @param limit for the limit of its interval that is nearest to no difference; 1 where the interval holds 0
 */
public record EValue(double estimate, double limit) {

    /** Logarithm of the risk ratio that is about as strong as a difference of one standard deviation (Chinn 2000). */
    private static final double LOG_RISK_RATIO = 0.91;

    /** E-values of a difference in standard deviations of the outcome and of its interval. */
    public static EValue of(double standardizedDifference, Interval interval) {
        double nearest = interval.contains(0) ? 0 : Math.min(Math.abs(interval.low()), Math.abs(interval.high()));
        return new EValue(strength(standardizedDifference), strength(nearest));
    }

    private static double strength(double standardizedDifference) {
        if (!Double.isFinite(standardizedDifference)) {
            throw new IllegalArgumentException(
                    "Cannot compute an E-value: the standardized difference is " + standardizedDifference);
        }
        double riskRatio = Math.exp(LOG_RISK_RATIO * Math.abs(standardizedDifference));
        return riskRatio + Math.sqrt(riskRatio * (riskRatio - 1));
    }
}
