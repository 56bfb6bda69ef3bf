package org.carebench.spark.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalibrationTableTest {

    @Test
    void theDocumentNamesEveryScenarioAndItsGates() throws IOException {
        List<String> lines = Files.readAllLines(CalibrationTable.FILE);
        Map<String, Integer> repetitions = CalibrationTable.repetitions(lines);
        for (Scenario scenario : CalibrationRun.scenarios()) {
            assertThat(repetitions).containsKey(scenario.id());
            assertThat(lines).anyMatch(line -> line.startsWith("| " + scenario.id() + " | " + scenario.world() + " |"));
            for (Gate gate : scenario.gates(repetitions.get(scenario.id()))) {
                assertThat(lines)
                        .as("%s: %s", scenario.id(), gate.what())
                        .anyMatch(line ->
                                line.startsWith(CalibrationTable.gateLine(scenario, gate)) && line.endsWith("| yes |"));
            }
        }
    }
}
