package org.carebench.spark.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Means of the last periods, and their ranks among the peers; NaN where there is none. */
final class RollingScores {

    private final List<double[]> means;
    private final List<double[]> percentiles;

    private RollingScores(List<double[]> means, List<double[]> percentiles) {
        this.means = means;
        this.percentiles = percentiles;
    }

    /**
     * Means of what is known, where this period is and enough of the others are.
     *
     * @param scores by period and provider
     * @param length how many periods, this one among them
     */
    static RollingScores of(Panel panel, List<double[]> scores, int length, int minimum) {
        List<double[]> means = new ArrayList<>();
        List<double[]> percentiles = new ArrayList<>();
        for (int period = 0; period < scores.size(); period++) {
            double[] mean = means(scores.subList(Math.max(0, period + 1 - length), period + 1), minimum);
            means.add(mean);
            percentiles.add(panel.ranks(mean).percentiles());
        }
        return new RollingScores(means, percentiles);
    }

    private static double[] means(List<double[]> window, int minimum) {
        double[] current = window.get(window.size() - 1);
        double[] means = new double[current.length];
        for (int i = 0; i < means.length; i++) {
            int provider = i;
            double[] known = window.stream()
                    .mapToDouble(ofPeriod -> ofPeriod[provider])
                    .filter(score -> !Double.isNaN(score))
                    .toArray();
            means[i] = Double.isNaN(current[i]) || known.length < minimum
                    ? Double.NaN
                    : Tied.mean(Arrays.stream(known).sum(), known.length);
        }
        return means;
    }

    double[] means(int period) {
        return means.get(period);
    }

    double[] percentiles(int period) {
        return percentiles.get(period);
    }
}
