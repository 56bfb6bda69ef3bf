package org.carebench.spark.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carebench.contract.mart.MetricState;
import org.carebench.spark.comparison.ContrastProbe;
import org.carebench.spark.index.ComponentValue;
import org.carebench.spark.index.IndexTables;

/** S6: collectors fail where much is posted, and some values are restated; the truth is one point as in S1. */
record MissingData() implements Scenario {

    private static final String COMPLETE = Estimators.HEADLINE;
    private static final String MISSING = "headline, collectors failed for the busiest";
    private static final String RESTATED = "headline, values restated";

    private static final String BY_MISSING = "mean shift of the headline where collectors fail, points";
    private static final String BY_RESTATEMENT = "mean shift of the headline after restatements, points";
    private static final String FLAGGED = "share of hospitals with a failed collector that are shown as UNKNOWN";

    private static final double LARGEST_SHIFT = 0.3;
    private static final double SHARE_RESTATED = 0.03;
    private static final double SHARE_FAILING = 0.04;

    private record Repetition(List<Estimated> estimates, double flagged) {}

    @Override
    public String id() {
        return "S6";
    }

    @Override
    public String world() {
        return "S1 with collectors that fail for 4 % of hospitals, all of the busiest quarter, and 3 % of values restated";
    }

    @Override
    public int hospitals() {
        return 6000;
    }

    @Override
    public int repetitions(Effort effort) {
        return effort == Effort.FULL ? 300 : 20;
    }

    @Override
    public List<Gate> gates(int repetitions) {
        return List.of(
                Gate.within(BY_MISSING, LARGEST_SHIFT),
                Gate.within(BY_RESTATEMENT, LARGEST_SHIFT),
                Gate.exactly(FLAGGED, 1));
    }

    @Override
    public Measured measure(int repetitions) {
        List<Repetition> all = Scenario.repeat(repetitions, this::repetition);
        Map<String, Performance> found =
                Performance.of(all.stream().map(Repetition::estimates).toList());
        double complete = found.get(COMPLETE).estimate();
        return new Measured(
                Map.of(
                        BY_MISSING, found.get(MISSING).estimate() - complete,
                        BY_RESTATEMENT, found.get(RESTATED).estimate() - complete,
                        FLAGGED, Performance.mean(all, Repetition::flagged)),
                found);
    }

    private Repetition repetition(int number) {
        Noise noise = Noise.of(id(), number);
        World world = World.of(WorldRule.nothing(hospitals()).withEffect(1), noise);
        List<Map<String, ComponentValue>> complete = Pipeline.components(world, noise);
        List<Map<String, ComponentValue>> failed = failed(complete, noise);
        IndexTables withFailures = index(world, failed);
        return new Repetition(
                List.of(
                        headline(COMPLETE, world, index(world, complete), world.recommend()),
                        headline(MISSING, world, withFailures, world.recommend()),
                        headline(
                                RESTATED,
                                world,
                                index(world, restated(complete, noise)),
                                restated(world.recommend(), noise))),
                flagged(withFailures, failed));
    }

    private static IndexTables index(World world, List<Map<String, ComponentValue>> components) {
        return Pipeline.index(CohortRules.ofOnePeriod(), world, List.of(components));
    }

    private static Estimated headline(String name, World world, IndexTables tables, Double[] outcome) {
        var contrast = Pipeline.recommend(Pipeline.INTEGRATION);
        var compared = Pipeline.compared(world, tables, Pipeline.INTEGRATION, place -> outcome[place], null);
        ContrastProbe probe = ContrastProbe.of(contrast, compared);
        return Estimated.of(
                name,
                Pipeline.KERNEL.headline(contrast, compared),
                probe.adjusted(Estimators.structural(world, probe)));
    }

    private static List<Map<String, ComponentValue>> failed(List<Map<String, ComponentValue>> complete, Noise noise) {
        double[] rates =
                complete.stream().mapToDouble(MissingData::rate).sorted().toArray();
        double busy = rates[rates.length * 3 / 4];
        List<Map<String, ComponentValue>> failed = new ArrayList<>();
        for (Map<String, ComponentValue> components : complete) {
            boolean fails = rate(components) > busy && noise.happens(4 * SHARE_FAILING);
            failed.add(fails ? with(components, ComponentValue.missing(MetricState.COLLECTOR_FAILED)) : components);
        }
        return failed;
    }

    /** Posts taken back later, of three in a hundred hospitals. */
    private static List<Map<String, ComponentValue>> restated(List<Map<String, ComponentValue>> complete, Noise noise) {
        List<Map<String, ComponentValue>> restated = new ArrayList<>();
        for (Map<String, ComponentValue> components : complete) {
            restated.add(
                    noise.happens(SHARE_RESTATED)
                            ? with(components, ComponentValue.known(rate(components) / 2))
                            : components);
        }
        return restated;
    }

    /** Corrected downwards, by five points in the mean. */
    private static Double[] restated(Double[] outcome, Noise noise) {
        Double[] restated = outcome.clone();
        Arrays.setAll(
                restated,
                i -> outcome[i] == null || !noise.happens(SHARE_RESTATED)
                        ? outcome[i]
                        : Double.valueOf(Math.max(0, Math.min(100, outcome[i] - 5 + 5 * noise.gaussian()))));
        return restated;
    }

    private static Map<String, ComponentValue> with(Map<String, ComponentValue> components, ComponentValue rate) {
        Map<String, ComponentValue> changed = new HashMap<>(components);
        changed.put("posting_rate", rate);
        return changed;
    }

    private static double rate(Map<String, ComponentValue> components) {
        return components.get("posting_rate").value();
    }

    private static double flagged(IndexTables tables, List<Map<String, ComponentValue>> components) {
        long failed = components.stream()
                .filter(each -> each.get("posting_rate").state() == MetricState.COLLECTOR_FAILED)
                .count();
        long unknown = tables.cohorts().stream()
                .filter(row -> row.exposure().equals(Pipeline.INTEGRATION)
                        && row.cohort().equals("UNKNOWN"))
                .count();
        return (double) unknown / failed;
    }
}
