package org.carebench.spark.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Comparison of two groups with overlap weights (Li, Morgan and Zaslavsky 2018): a row of the HIGH group counts with its
 * probability of LOW, a row of the LOW group with its probability of HIGH. The means of every term of the propensity are
 * then equal in both groups, and nobody counts for much who could hardly have been in the other group.
 */
public final class OverlapWeights {

    private final Propensity propensity;
    private final double[] scores;
    private final double[] weights;

    public OverlapWeights(Propensity propensity) {
        this.propensity = propensity;
        this.scores = propensity.scores();
        this.weights = new double[scores.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = propensity.high()[i] ? 1 - scores[i] : scores[i];
        }
    }

    /** Weight of every row, between 0 and 1. */
    public double[] weights() {
        return weights.clone();
    }

    /** Number of equally weighted rows of the group that would tell as much: (sum w)^2 / sum w^2 (Kish 1965). */
    public double effectiveSize(boolean high) {
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum squares = new CompensatedSum();
        for (int i = 0; i < weights.length; i++) {
            if (propensity.high()[i] == high) {
                sum.add(weights[i]);
                squares.add(weights[i] * weights[i]);
            }
        }
        return sum.value() * sum.value() / squares.value();
    }

    /** How far the groups differ in each term of the design, the ones left out of the propensity too. */
    public List<StandardizedDifference> balance() {
        List<StandardizedDifference> balance = new ArrayList<>();
        List<String> names = propensity.design().names();
        for (int j = 1; j < names.size(); j++) {
            balance.add(
                    StandardizedDifference.of(names.get(j), propensity.design().column(j), propensity.high(), weights));
        }
        return balance;
    }

    /** Weighted mean of HIGH less that of LOW. */
    public double difference(double[] outcome) {
        return mean(outcome, true) - mean(outcome, false);
    }

    /**
     * Weighted difference with the standard error of its influence function, which counts that the propensity is
     * estimated (Li, Thomas and Li 2019), summed by cluster; Student's distribution with G-1 degrees of freedom.
     */
    public StudentEstimate estimate(double[] outcome, Clusters clusters) {
        Design.requireFinite("the outcome", outcome, scores.length);
        double highMean = mean(outcome, true);
        double lowMean = mean(outcome, false);
        boolean[] high = propensity.high();
        double[] own = new double[scores.length];
        double[] throughScore = new double[scores.length];
        double[] surprise = new double[scores.length];
        double information = 0;
        for (int i = 0; i < own.length; i++) {
            double distance = outcome[i] - (high[i] ? highMean : lowMean);
            double variance = scores[i] * (1 - scores[i]);
            own[i] = (high[i] ? weights[i] : -weights[i]) * distance;
            throughScore[i] = -variance * distance;
            surprise[i] = (high[i] ? 1 : 0) - scores[i];
            information += variance;
        }
        ThinQr qr = propensity.qr();
        ThinQr inverse = ThinQr.of(LogisticNewton.information(qr, scores));
        double[] ofScore = qr.combine(inverse.coefficients(inverse.coordinates(qr.coordinates(throughScore))));
        double[] influence = new double[own.length];
        for (int i = 0; i < own.length; i++) {
            influence[i] = (own[i] + surprise[i] * ofScore[i]) / information;
        }
        return StudentEstimate.clustered(highMean - lowMean, influence, clusters, outcome);
    }

    private double mean(double[] outcome, boolean group) {
        return StandardizedDifference.mean(outcome, propensity.high(), group, weights);
    }
}
