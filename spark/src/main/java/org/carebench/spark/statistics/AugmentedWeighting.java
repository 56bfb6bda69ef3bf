package org.carebench.spark.statistics;

import java.util.stream.IntStream;

/**
 * Mean difference between the groups over all rows (average treatment effect) by augmented inverse probability weighting
 * (Robins, Rotnitzky and Zhao 1994): a linear regression of the outcome in either group, corrected by its residuals over
 * the probability of the group. Another estimand than overlap weights and least squares, so a check of them.
 */
public final class AugmentedWeighting {

    private AugmentedWeighting() {}

    /**
     * Estimate with the standard error of its influence function, summed by cluster; Student's distribution with G-1
     * degrees of freedom. Probabilities close to 0 or 1 make it unstable: the caller looks at them.
     *
     * @throws IllegalArgumentException where a group has not more rows than terms
     */
    public static StudentEstimate estimate(Propensity propensity, double[] outcome, Clusters clusters) {
        Design design = propensity.design();
        Design.requireFinite("the outcome", outcome, design.rows());
        boolean[] high = propensity.high();
        double[] scores = propensity.scores();
        double[] ifHigh = expected(design, outcome, high, true);
        double[] ifLow = expected(design, outcome, high, false);
        double[] effects = new double[outcome.length];
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < effects.length; i++) {
            double correction =
                    high[i] ? (outcome[i] - ifHigh[i]) / scores[i] : -(outcome[i] - ifLow[i]) / (1 - scores[i]);
            effects[i] = ifHigh[i] - ifLow[i] + correction;
            sum.add(effects[i]);
        }
        double mean = sum.value() / effects.length;
        double[] influence = new double[effects.length];
        for (int i = 0; i < influence.length; i++) {
            influence[i] = (effects[i] - mean) / influence.length;
        }
        return StudentEstimate.clustered(mean, influence, clusters, outcome);
    }

    private static double[] expected(Design design, double[] outcome, boolean[] high, boolean group) {
        int[] rows =
                IntStream.range(0, high.length).filter(i -> high[i] == group).toArray();
        double[] known = IntStream.of(rows).mapToDouble(i -> outcome[i]).toArray();
        return LeastSquares.of(design.rows(rows)).fit(known).predict(design);
    }
}
