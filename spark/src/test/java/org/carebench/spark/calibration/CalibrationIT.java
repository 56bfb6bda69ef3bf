package org.carebench.spark.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.carebench.spark.calibration.CalibrationRun.Result;
import org.carebench.spark.calibration.Scenario.Effort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The method against worlds whose truth is known, through the kernels that nights use. */
class CalibrationIT {

    private static final List<Result> RESULTS = new ArrayList<>();

    static List<Scenario> scenarios() {
        return CalibrationRun.scenarios();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void passesItsGates(Scenario scenario) {
        long start = System.nanoTime();
        Result result = CalibrationRun.of(scenario);
        RESULTS.add(result);
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        System.out.printf(
                Locale.ROOT,
                "calibration %s: %d repetitions of %d hospitals in %d s: %s%n",
                scenario.id(),
                result.repetitions(),
                scenario.hospitals(),
                seconds,
                result.summary());
        SoftAssertions gates = new SoftAssertions();
        for (Gate gate : scenario.gates(result.repetitions())) {
            double value = result.value(gate);
            gates.assertThat(gate.holds(value))
                    .as("%s, %s: %s, has to be %s", scenario.id(), gate.what(), Numbers.text(value), gate.band())
                    .isTrue();
        }
        gates.assertAll();
    }

    @Test
    void writesWhatARepetitionSaysTwiceTheSame() {
        assertThat(Estimators.of("S0", WorldRule.nothing(600), 0))
                .isEqualTo(Estimators.of("S0", WorldRule.nothing(600), 0))
                .isNotEqualTo(Estimators.of("S0", WorldRule.nothing(600), 1));
    }

    @AfterAll
    static void writeTable() {
        boolean isAsked = CalibrationRun.effort() == Effort.FULL || Boolean.getBoolean("calibration.write");
        if (isAsked && RESULTS.size() == scenarios().size()) {
            CalibrationTable.write(RESULTS);
        }
    }
}
