package org.carebench.spark.calibration;

import java.util.List;
import java.util.Map;

/** S1: one point of recommendation per standard deviation of integration. */
record TrueDifference() implements Scenario {

    private static final String COVERAGE = "share of runs in which the interval of the headline holds the truth";
    private static final String OVERLAP = "share of runs in which the interval of overlap weights holds the truth";
    private static final String BIAS = "mean bias of the headline, points";
    private static final String POWER = "share of runs in which the headline rejects no difference";

    @Override
    public String id() {
        return "S1";
    }

    @Override
    public String world() {
        return "one point per standard deviation of integration";
    }

    @Override
    public int hospitals() {
        return 6000;
    }

    @Override
    public int repetitions(Effort effort) {
        return effort == Effort.FULL ? 1000 : 100;
    }

    @Override
    public List<Gate> gates(int repetitions) {
        return List.of(
                Gate.share(COVERAGE, 0.95, repetitions),
                Gate.share(OVERLAP, 0.95, repetitions),
                // Chance alone moves the mean of few runs further: its standard error is .37 over the root of the runs.
                Gate.within(BIAS, Math.max(0.05, 3 * 0.37 / Math.sqrt(repetitions))),
                Gate.atLeast(POWER, 0.95));
    }

    @Override
    public Measured measure(int repetitions) {
        WorldRule rule = WorldRule.nothing(hospitals()).withEffect(1);
        Map<String, Performance> found =
                Performance.of(Scenario.repeat(repetitions, repetition -> Estimators.of(id(), rule, repetition)));
        Performance headline = found.get(Estimators.HEADLINE);
        return new Measured(
                Map.of(
                        COVERAGE, headline.coverage(),
                        OVERLAP, found.get(Estimators.OVERLAP).coverage(),
                        BIAS, headline.bias(),
                        POWER, headline.rejections()),
                found);
    }
}
