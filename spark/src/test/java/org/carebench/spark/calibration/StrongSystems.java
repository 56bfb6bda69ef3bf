package org.carebench.spark.calibration;

import java.util.List;
import java.util.Map;

/** S2: nothing is true, and systems decide much of integration and of recommendation. */
record StrongSystems() implements Scenario {

    private static final String SIZE = "share of runs in which the headline rejects";
    private static final String UNCLUSTERED = "share of runs in which the regression rejects that is not clustered";
    private static final double TOO_MANY = 0.149;

    @Override
    public String id() {
        return "S2";
    }

    @Override
    public String world() {
        return "no difference; systems set much of integration, and recommendation varies much between them";
    }

    @Override
    public int hospitals() {
        return 6000;
    }

    @Override
    public int repetitions(Effort effort) {
        return effort == Effort.FULL ? 1000 : 120;
    }

    @Override
    public List<Gate> gates(int repetitions) {
        // Clusters of very unequal size leave the clustered error a little to do: .002 more than chance.
        double margin = Gate.margin(0.05, repetitions) + 0.002;
        return List.of(
                new Gate(SIZE, Math.max(0, 0.05 - margin), 0.05 + margin),
                Gate.atLeast(UNCLUSTERED, TOO_MANY - Gate.margin(TOO_MANY, repetitions)));
    }

    @Override
    public Measured measure(int repetitions) {
        WorldRule rule = WorldRule.nothing(hospitals()).withStrongSystems();
        Map<String, Performance> found =
                Performance.of(Scenario.repeat(repetitions, repetition -> Estimators.of(id(), rule, repetition)));
        return new Measured(
                Map.of(
                        SIZE, found.get(Estimators.HEADLINE).rejections(),
                        UNCLUSTERED, found.get(Estimators.UNCLUSTERED).rejections()),
                found);
    }
}
