package org.carebench.spark.calibration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carebench.contract.mart.CohortComparison;
import org.carebench.spark.comparison.ComparedProvider;
import org.carebench.spark.comparison.Contrast;
import org.carebench.spark.comparison.ContrastProbe;

/** S5: nothing is true, but a culture that nobody measures makes hospitals both integrated and recommended. */
record HiddenCulture() implements Scenario {

    private static final String BIAS = "mean of the headline where the truth is zero, points";
    private static final String COVERAGE = "share of runs in which the interval of the headline holds the truth";
    private static final String WARNING = "share of findings that print the E-value and that nothing follows from it";

    private record Repetition(Estimated headline, boolean isWarned) {}

    @Override
    public String id() {
        return "S5";
    }

    @Override
    public String world() {
        return "no difference; a hidden culture goes with integration and adds two points per standard deviation";
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
        return List.of(new Gate(BIAS, 2, 3), Gate.atMost(COVERAGE, 0.05), Gate.exactly(WARNING, 1));
    }

    @Override
    public Measured measure(int repetitions) {
        List<Repetition> all = Scenario.repeat(repetitions, this::repetition);
        Map<String, Performance> found =
                Performance.of(all.stream().map(each -> List.of(each.headline)).toList());
        Performance headline = found.get(Estimators.HEADLINE);
        return new Measured(
                Map.of(
                        BIAS, headline.bias(),
                        COVERAGE, headline.coverage(),
                        WARNING, Performance.mean(all, each -> each.isWarned ? 1 : 0)),
                found);
    }

    private Repetition repetition(int number) {
        Noise noise = Noise.of(id(), number);
        World world = World.of(WorldRule.nothing(hospitals()).withCulture(0.6), noise);
        List<ComparedProvider> compared = Pipeline.compared(
                world,
                Pipeline.index(CohortRules.ofOnePeriod(), world, List.of(Pipeline.components(world, noise))),
                Pipeline.INTEGRATION,
                place -> world.recommend()[place],
                null);
        Contrast contrast = Pipeline.recommend(Pipeline.INTEGRATION);
        CohortComparison row = Pipeline.KERNEL.headline(contrast, compared);
        ContrastProbe probe = ContrastProbe.of(contrast, compared);
        return new Repetition(Estimators.headline(contrast, compared, probe, 0), isWarned(row));
    }

    private static boolean isWarned(CohortComparison row) {
        String finding = String.valueOf(row.finding());
        return row.eValue() != null
                && finding.contains(String.format(Locale.ROOT, "at least %.2f", row.eValue()))
                && finding.contains("cannot show");
    }
}
