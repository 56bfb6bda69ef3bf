package org.carebench.spark.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carebench.spark.comparison.ComparedProvider;
import org.carebench.spark.comparison.ContrastProbe;
import org.carebench.spark.statistics.BenjaminiHochberg;

/**
 * S7 and S8: a family of two hundred metrics, of which none or a tenth differs between the cohorts.
 *
 * @param different how many of them differ
 */
record ManyMetrics(int different) implements Scenario {

    private static final int METRICS = 200;
    private static final double LEVEL = 0.05;

    private static final String FAMILIES = "share of families with any q below .05";
    private static final String FALSE = "mean share of false ones among the rejected";
    private static final String FOUND = "mean share found of those that differ";

    private record Repetition(double falseShare, double found) {}

    @Override
    public String id() {
        return different == 0 ? "S7" : "S8";
    }

    @Override
    public String world() {
        return METRICS + " metrics, " + (different == 0 ? "none" : different) + " of which "
                + (different == 1 ? "differs" : "differ");
    }

    @Override
    public int hospitals() {
        return 6000;
    }

    @Override
    public int repetitions(Effort effort) {
        return effort == Effort.FULL ? 1000 : 60;
    }

    @Override
    public List<Gate> gates(int repetitions) {
        return different == 0
                ? List.of(Gate.atMost(FAMILIES, LEVEL + Gate.margin(LEVEL, repetitions)))
                : List.of(
                        // Chance alone moves the mean of few families further: each has a standard deviation of .05.
                        Gate.atMost(FALSE, Math.max(0.06, 0.045 + 3 * 0.05 / Math.sqrt(repetitions))),
                        Gate.atLeast(FOUND, 0.5));
    }

    @Override
    public Measured measure(int repetitions) {
        List<Repetition> all = Scenario.repeat(repetitions, this::repetition);
        double falseShare = Performance.mean(all, Repetition::falseShare);
        // Where nothing differs, every rejection is false: the share is 1 in a family with any, else 0.
        return new Measured(
                different == 0
                        ? Map.of(FAMILIES, falseShare)
                        : Map.of(FALSE, falseShare, FOUND, Performance.mean(all, Repetition::found)),
                Map.of());
    }

    private Repetition repetition(int number) {
        Noise noise = Noise.of(id(), number);
        World world = World.of(WorldRule.nothing(hospitals()), noise);
        List<ComparedProvider> compared = Pipeline.compared(
                world,
                Pipeline.index(CohortRules.ofOnePeriod(), world, List.of(Pipeline.components(world, noise))),
                Pipeline.INTEGRATION,
                place -> world.recommend()[place],
                null);
        ContrastProbe probe = ContrastProbe.of(Pipeline.recommend(Pipeline.INTEGRATION), compared);
        Map<String, Integer> places = world.places();
        int[] order = Arrays.stream(probe.column(places::get))
                .mapToInt(place -> (int) place)
                .toArray();
        List<Double> pValues = new ArrayList<>();
        for (int metric = 0; metric < METRICS; metric++) {
            double effect = metric < different ? 2 : 0;
            pValues.add(probe.clustered(outcome(world, order, effect, noise)).pValue());
        }
        return judged(BenjaminiHochberg.of(pValues));
    }

    /** A metric of the hospitals compared, with what systems and measured traits add. */
    private static double[] outcome(World world, int[] order, double effect, Noise noise) {
        double[] ofSystem = World.gaussians(world.hospitals().size(), noise);
        double[] outcome = new double[order.length];
        for (int i = 0; i < outcome.length; i++) {
            Hospital hospital = world.hospitals().get(order[i]);
            outcome[i] = effect * world.integration()[order[i]]
                    + hospital.measuredPoints()
                    + 3.2 * ofSystem[hospital.system()]
                    + 7.7 * noise.gaussian();
        }
        return outcome;
    }

    private Repetition judged(List<Double> qValues) {
        int rejected = 0;
        int right = 0;
        for (int metric = 0; metric < METRICS; metric++) {
            if (Objects.requireNonNull(qValues.get(metric)) < LEVEL) {
                rejected++;
                right += metric < different ? 1 : 0;
            }
        }
        return new Repetition(
                (rejected - right) / (double) Math.max(1, rejected), different == 0 ? 0 : right / (double) different);
    }
}
