package org.carebench.spark.calibration;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.carebench.spark.calibration.Scenario.Effort;
import org.carebench.spark.calibration.Scenario.Measured;

/** All scenarios, in their order. */
final class CalibrationRun {

    /** What one scenario measured, and how much was spent on it. */
    record Result(Scenario scenario, int repetitions, Measured measured) {

        /** What a gate is about. */
        double value(Gate gate) {
            return Objects.requireNonNull(measured.values().get(gate.what()), gate.what());
        }

        /** All gates on one line. */
        String summary() {
            return scenario.gates(repetitions).stream()
                    .map(gate -> gate.what() + " " + Numbers.text(value(gate)) + " (" + gate.band() + ")")
                    .collect(Collectors.joining("; "));
        }
    }

    private CalibrationRun() {}

    static List<Scenario> scenarios() {
        return List.of(
                new NoDifference(),
                new TrueDifference(),
                new StrongSystems(),
                new CircularIndex(),
                new Movement(),
                new HiddenCulture(),
                new MissingData(),
                new ManyMetrics(0),
                new ManyMetrics(20),
                new HeavyTail(),
                new SmallCell(),
                new DialogueAlone());
    }

    /** Full where asked for; fewer repetitions by {@code calibration.repetitions}. */
    static Effort effort() {
        return Boolean.getBoolean("calibration.full") ? Effort.FULL : Effort.QUICK;
    }

    static Result of(Scenario scenario) {
        int repetitions = Math.min(
                scenario.repetitions(effort()), Integer.getInteger("calibration.repetitions", Integer.MAX_VALUE));
        return new Result(scenario, repetitions, scenario.measure(repetitions));
    }
}
