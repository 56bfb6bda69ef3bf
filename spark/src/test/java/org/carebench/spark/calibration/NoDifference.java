package org.carebench.spark.calibration;

import java.util.List;
import java.util.Map;

/** S0: nothing is true. Who tests naively finds a difference nevertheless, and always. */
record NoDifference() implements Scenario {

    private static final String SIZE = "share of runs in which the headline rejects";
    private static final String BIAS = "mean of the headline in its Monte-Carlo standard errors";
    private static final String NAIVE = "share of runs in which the naive test rejects";

    @Override
    public String id() {
        return "S0";
    }

    @Override
    public String world() {
        return "no difference; size, ownership, teaching and region go with both integration and recommendation";
    }

    @Override
    public int hospitals() {
        return 6000;
    }

    @Override
    public int repetitions(Effort effort) {
        return effort == Effort.FULL ? 1000 : 200;
    }

    @Override
    public List<Gate> gates(int repetitions) {
        return List.of(Gate.share(SIZE, 0.05, repetitions), Gate.within(BIAS, 3), Gate.atLeast(NAIVE, 0.99));
    }

    @Override
    public Measured measure(int repetitions) {
        Map<String, Performance> found = Performance.of(Scenario.repeat(
                repetitions, repetition -> Estimators.of(id(), WorldRule.nothing(hospitals()), repetition)));
        Performance headline = found.get(Estimators.HEADLINE);
        return new Measured(
                Map.of(
                        SIZE, headline.rejections(),
                        BIAS, headline.standardizedBias(),
                        NAIVE, found.get(Estimators.NAIVE).rejections()),
                found);
    }
}
