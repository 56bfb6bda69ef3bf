package org.carebench.spark.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carebench.spark.comparison.ComparedProvider;
import org.carebench.spark.comparison.Contrast;
import org.carebench.spark.comparison.ContrastProbe;
import org.carebench.spark.index.IndexTables;
import org.carebench.spark.statistics.StudentEstimate;

/** S11: only dialogue matters, which goes with integration. */
record DialogueAlone() implements Scenario {

    private static final String DIALOGUE = "headline by dialogue";
    private static final String INTEGRATION = "headline by integration";
    private static final String OF_DIALOGUE = "joint regression of both: dialogue";
    private static final String OF_THE_REST = "joint regression of both: the other pillars";

    private static final String COVERAGE =
            "share of runs in which the interval of the dialogue contrast holds the truth";
    private static final String POWER = "share of runs in which the dialogue contrast rejects no difference";
    private static final String ATTENUATION =
            "mean headline by integration over what the same effect of integration itself gives";
    private static final String JOINTLY =
            "share of runs in which the joint regression finds dialogue beside the other pillars";

    /** Standard deviations of integration between the cohorts, after adjustment: the true difference in S1. */
    private static final double CONTRAST = 1.84;

    @Override
    public String id() {
        return "S11";
    }

    @Override
    public String world() {
        return "one point per standard deviation of dialogue, none of integration; they are correlated by .6";
    }

    @Override
    public int hospitals() {
        return 6000;
    }

    @Override
    public int repetitions(Effort effort) {
        return effort == Effort.FULL ? 300 : 40;
    }

    @Override
    public List<Gate> gates(int repetitions) {
        return List.of(
                Gate.share(COVERAGE, 0.95, repetitions),
                Gate.atLeast(POWER, 0.9),
                Gate.atMost(ATTENUATION, 0.9),
                Gate.atLeast(JOINTLY, 0.8));
    }

    @Override
    public Measured measure(int repetitions) {
        Map<String, Performance> found = Performance.of(Scenario.repeat(repetitions, this::repetition));
        Performance dialogue = found.get(DIALOGUE);
        return new Measured(
                Map.of(
                        COVERAGE, dialogue.coverage(),
                        POWER, dialogue.rejections(),
                        ATTENUATION, found.get(INTEGRATION).estimate() / CONTRAST,
                        JOINTLY, found.get(OF_DIALOGUE).rejections()),
                found);
    }

    private List<Estimated> repetition(int number) {
        Noise noise = Noise.of(id(), number);
        World world = World.of(WorldRule.nothing(hospitals()).withDialogueEffect(1), noise);
        IndexTables tables =
                Pipeline.index(CohortRules.ofOnePeriod(), world, List.of(Pipeline.components(world, noise)));
        List<StudentEstimate> jointly = ContrastProbe.jointly(
                Pipeline.recommend(Pipeline.DIALOGUE),
                compared(world, tables, Pipeline.DIALOGUE),
                List.of(
                        provider -> orMiddle(provider.pillars().dialogue()),
                        provider -> mean(
                                provider.pillars().presence(),
                                provider.pillars().cadence(),
                                provider.pillars().breadth())));
        return List.of(
                headline(DIALOGUE, world, tables, Pipeline.DIALOGUE),
                headline(INTEGRATION, world, tables, Pipeline.INTEGRATION),
                Estimated.of(OF_DIALOGUE, jointly.get(0), Double.NaN),
                Estimated.of(OF_THE_REST, jointly.get(1), Double.NaN));
    }

    private static double mean(Double... pillars) {
        return Arrays.stream(pillars)
                .mapToDouble(DialogueAlone::orMiddle)
                .average()
                .orElseThrow();
    }

    private static double orMiddle(Double pillar) {
        return Objects.requireNonNullElse(pillar, 0.5);
    }

    private static List<ComparedProvider> compared(World world, IndexTables tables, String exposure) {
        return Pipeline.compared(world, tables, exposure, place -> world.recommend()[place], null);
    }

    private static Estimated headline(String name, World world, IndexTables tables, String exposure) {
        Contrast contrast = Pipeline.recommend(exposure);
        List<ComparedProvider> compared = compared(world, tables, exposure);
        ContrastProbe probe = ContrastProbe.of(contrast, compared);
        return Estimated.of(
                name,
                Pipeline.KERNEL.headline(contrast, compared),
                probe.adjusted(Estimators.structural(world, probe)));
    }
}
