package org.carebench.spark.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.carebench.contract.lake.IndexBaseline;
import org.carebench.spark.statistics.SortedSample;
import org.jspecify.annotations.Nullable;

/** Values of the first year of each stratum, which all later ones are placed among. */
final class Baseline {

    private final int firstPeriod;
    private final List<List<@Nullable SortedSample>> samples;

    private Baseline(int firstPeriod, List<List<@Nullable SortedSample>> samples) {
        this.firstPeriod = firstPeriod;
        this.samples = samples;
    }

    /**
     * The baseline; NULL while it lacks a period.
     *
     * @param values by period, component and provider; NaN where there is none
     */
    static @Nullable Baseline of(Panel panel, IndexBaseline rule, List<List<double[]>> values) {
        List<Integer> periods = new ArrayList<>();
        for (int period = 0; period < panel.periods() && periods.size() < rule.periods(); period++) {
            if (isAllowed(panel.start(period), rule) && hasData(values.get(period))) {
                periods.add(period);
            }
        }
        if (periods.size() < rule.periods()) {
            return null;
        }
        List<List<@Nullable SortedSample>> samples = new ArrayList<>();
        for (int component = 0; component < values.get(0).size(); component++) {
            int ofComponent = component;
            samples.add(byStratum(
                    panel,
                    periods.stream()
                            .map(period -> values.get(period).get(ofComponent))
                            .toList()));
        }
        return new Baseline(periods.get(0), samples);
    }

    private static boolean isAllowed(LocalDate start, IndexBaseline rule) {
        return rule.start().equals(IndexBaseline.FIRST) || !start.isBefore(LocalDate.parse(rule.start()));
    }

    private static boolean hasData(List<double[]> ofPeriod) {
        return ofPeriod.stream().flatMapToDouble(Arrays::stream).anyMatch(value -> !Double.isNaN(value));
    }

    private static List<@Nullable SortedSample> byStratum(Panel panel, List<double[]> periods) {
        List<List<Double>> values = new ArrayList<>();
        for (int stratum = 0; stratum < panel.strata(); stratum++) {
            values.add(new ArrayList<>());
        }
        for (double[] ofPeriod : periods) {
            for (int i = 0; i < ofPeriod.length; i++) {
                if (!Double.isNaN(ofPeriod[i])) {
                    values.get(panel.stratumOf(i)).add(ofPeriod[i]);
                }
            }
        }
        List<@Nullable SortedSample> samples = new ArrayList<>();
        for (List<Double> ofStratum : values) {
            samples.add(
                    ofStratum.isEmpty()
                            ? null
                            : SortedSample.of(ofStratum.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray()));
        }
        return samples;
    }

    /** Percentiles of the values of a period, NaN where there is no value or nothing to compare it with. */
    double[] percentiles(Panel panel, int period, int component, double[] values) {
        double[] percentiles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            SortedSample sample = samples.get(component).get(panel.stratumOf(i));
            percentiles[i] = period < firstPeriod || sample == null || Double.isNaN(values[i])
                    ? Double.NaN
                    : sample.midPercentile(values[i]);
        }
        return percentiles;
    }
}
