package org.carebench.spark.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.carebench.contract.lake.IndexPillar;
import org.carebench.contract.lake.IndexRule;
import org.jspecify.annotations.Nullable;

/** Percentiles, pillars and index of every provider in one period; NaN where there is none. */
final class PeriodScores {

    private final List<double[]> values;
    private final List<StratumRanks> ranks;
    private final List<double[]> baselinePercentiles;
    private final Pillars pillars;
    private final double[] index;
    private final double[] absoluteIndex;

    private PeriodScores(
            List<double[]> values,
            List<StratumRanks> ranks,
            List<double[]> baselinePercentiles,
            Pillars pillars,
            double[] index,
            double[] absoluteIndex) {
        this.values = values;
        this.ranks = ranks;
        this.baselinePercentiles = baselinePercentiles;
        this.pillars = pillars;
        this.index = index;
        this.absoluteIndex = absoluteIndex;
    }

    /**
     * Scores a period.
     *
     * @param values by component and provider
     */
    static PeriodScores of(
            Panel panel, IndexRule rule, int period, List<double[]> values, @Nullable Baseline baseline) {
        List<StratumRanks> ranks = values.stream().map(panel::ranks).toList();
        List<double[]> absolute = new ArrayList<>();
        for (int component = 0; component < values.size(); component++) {
            double[] ofComponent = values.get(component);
            absolute.add(
                    baseline == null
                            ? none(ofComponent.length)
                            : baseline.percentiles(panel, period, component, ofComponent));
        }
        Pillars pillars =
                pillars(rule, ranks.stream().map(StratumRanks::percentiles).toList());
        return new PeriodScores(
                values,
                ranks,
                absolute,
                pillars,
                pillars.index(),
                pillars(rule, absolute).index());
    }

    private static double[] none(int providers) {
        double[] none = new double[providers];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private static Pillars pillars(IndexRule rule, List<double[]> ofComponents) {
        List<List<double[]>> byPillar = new ArrayList<>();
        int next = 0;
        for (IndexPillar pillar : rule.pillars()) {
            int end = next + pillar.components().size();
            byPillar.add(ofComponents.subList(next, end));
            next = end;
        }
        return Pillars.of(rule, byPillar);
    }

    /** Values of the peers, the larger the more integrated. */
    double[] values(int component) {
        return values.get(component);
    }

    StratumRanks ranks(int component) {
        return ranks.get(component);
    }

    double[] baselinePercentiles(int component) {
        return baselinePercentiles.get(component);
    }

    Pillars pillars() {
        return pillars;
    }

    /** Against the peers of the period, 0 to 100. */
    double[] index() {
        return index;
    }

    /** Against the peers of the baseline, 0 to 100. */
    double[] absoluteIndex() {
        return absoluteIndex;
    }
}
