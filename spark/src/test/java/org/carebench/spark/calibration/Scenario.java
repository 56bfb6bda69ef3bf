package org.carebench.spark.calibration;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A world whose truth is known, and what the method has to make of it. */
interface Scenario {

    String id();

    /** The world in words. */
    String world();

    int hospitals();

    int repetitions(Effort effort);

    List<Gate> gates(int repetitions);

    Measured measure(int repetitions);

    /** How much a run may cost. */
    enum Effort {
        QUICK,
        FULL
    }

    /**
     * What a scenario found.
     *
     * @param values by the words of each gate
     * @param performances by estimator
     */
    record Measured(Map<String, Double> values, Map<String, Performance> performances) {}

    /** Carries out all repetitions, on as many processors as there are; their order does not depend on them. */
    static <T> List<T> repeat(int repetitions, IntFunction<T> repetition) {
        return IntStream.range(0, repetitions).parallel().mapToObj(repetition).toList();
    }
}
