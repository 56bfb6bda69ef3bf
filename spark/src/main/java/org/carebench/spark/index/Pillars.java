package org.carebench.spark.index;

import java.util.Arrays;
import java.util.List;
import org.carebench.contract.lake.IndexPillar;
import org.carebench.contract.lake.IndexRule;

/** Pillars of providers in one period, 0 to 1, and the index that they give; NaN where there is none. */
final class Pillars {

    private final IndexRule rule;
    private final double[][] byPillar;

    private Pillars(IndexRule rule, double[][] byPillar) {
        this.rule = rule;
        this.byPillar = byPillar;
    }

    /**
     * Means of the components that are there.
     *
     * @param percentiles by pillar, component and provider
     */
    static Pillars of(IndexRule rule, List<List<double[]>> percentiles) {
        double[][] byPillar = percentiles.stream().map(Pillars::means).toArray(double[][]::new);
        return new Pillars(rule, byPillar);
    }

    private static double[] means(List<double[]> ofPillar) {
        double[] means = new double[ofPillar.get(0).length];
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            int present = 0;
            for (double[] ofComponent : ofPillar) {
                if (!Double.isNaN(ofComponent[i])) {
                    sum += ofComponent[i];
                    present++;
                }
            }
            means[i] = present == 0 ? Double.NaN : Tied.mean(sum, present);
        }
        return means;
    }

    double[] of(int pillar) {
        return byPillar[pillar];
    }

    double[] of(String pillar) {
        List<String> ids = rule.pillars().stream().map(IndexPillar::id).toList();
        return byPillar[ids.indexOf(pillar)];
    }

    int present(int provider) {
        return (int) Arrays.stream(byPillar)
                .filter(ofPillar -> !Double.isNaN(ofPillar[provider]))
                .count();
    }

    /** The index, 0 to 100. */
    double[] index() {
        double[] weights =
                rule.pillars().stream().mapToDouble(IndexPillar::weight).toArray();
        double[] required = of(rule.requiredPillar());
        double[] index = weighted(weights);
        for (int i = 0; i < index.length; i++) {
            boolean isEnough = present(i) >= rule.minimumPillars() && !Double.isNaN(required[i]);
            index[i] = isEnough ? 100 * index[i] : Double.NaN;
        }
        return index;
    }

    /** Weighted means of the pillars that are there, 0 to 1: a missing one leaves its weight to the others. */
    double[] weighted(double[] weights) {
        double[] means = new double[byPillar[0].length];
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            double weight = 0;
            for (int p = 0; p < byPillar.length; p++) {
                if (!Double.isNaN(byPillar[p][i])) {
                    sum += weights[p] * byPillar[p][i];
                    weight += weights[p];
                }
            }
            means[i] = weight == 0 ? Double.NaN : Tied.mean(sum, weight);
        }
        return means;
    }

    /** Weighted geometric means of the pillars that are there, 0 to 1: weak pillars are not made up for by strong ones. */
    double[] geometric(double[] weights) {
        double[][] logarithms = Arrays.stream(byPillar)
                .map(ofPillar -> Arrays.stream(ofPillar).map(StrictMath::log).toArray())
                .toArray(double[][]::new);
        double[] means = new Pillars(rule, logarithms).weighted(weights);
        return Arrays.stream(means).map(StrictMath::exp).toArray();
    }
}
