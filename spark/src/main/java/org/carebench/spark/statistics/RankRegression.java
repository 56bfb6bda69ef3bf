package org.carebench.spark.statistics;

/**
 * Least squares on the mid-percentiles of the outcome, for skewed metrics (Iman and Conover 1979). Coefficients are in
 * units of the percentile scale, from 0 to 1, whatever the unit of the outcome.
 */
public final class RankRegression {

    private RankRegression() {}

    public static LinearFit fit(LeastSquares leastSquares, double[] outcome) {
        return leastSquares.fit(MidRanks.of(outcome).percentiles());
    }
}
