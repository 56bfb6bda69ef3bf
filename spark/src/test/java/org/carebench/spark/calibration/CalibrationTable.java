package org.carebench.spark.calibration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carebench.spark.calibration.CalibrationRun.Result;

/** The document that shows what all scenarios measured. */
final class CalibrationTable {

    static final Path FILE = Path.of("../docs/calibration.md");

    private static final String INTRODUCTION = """
            # Calibration

            Does the method find what is there, and nothing else? Worlds are made up whose truth is known: hospitals with the
            sizes, owners, regions and health systems of the United States, more or less integrated, whose patients recommend
            them more or less. What hospitals do goes through the same code as in a night: the index among peers, the cohorts,
            the comparison. This file is written by the tests themselves:

                ./carebench verify --full

            `./carebench verify` runs the same scenarios with fewer repetitions and wider bands, and writes nothing unless asked to
            by `-Dcalibration.write=true`. The repetitions below are those of the run that wrote this file. Every number comes from
            a seed that is made from the names of the scenario and the repetition.

            Truth is what the estimator makes of the true part of the outcome alone, without noise and without confounders. An
            interval is right where it holds this number.
            """;

    private static final String READING = """
            ## How to read it

            - The naive comparison of quartiles finds a difference in every world without one, and with the wrong sign; where
              there is one, it nearly hides it. Peer strata alone do not mend it. Adjustment removes what is measured.
            - Clustering by health system gives the error bars their width: the same regression without it rejects far too often
              where systems decide.
            - Nothing here removes what is not measured (S5). A finding therefore prints how strong a hidden factor would have
              to be, and never says that one thing follows from the other.
            - Overlap weights and the regression adjust for the same covariates and agree nearly by construction: one does not
              confirm the other.
            - Where only dialogue matters (S11), the dialogue contrast finds it. A joint regression of dialogue and the other pillars
              does not separate them: dialogue is measured with error, and what it leaves goes to the others.
            - Families of metrics (S7) keep their error with 6,000 hospitals. With 3,000 they did not quite: 7.8 % of 500 families
              without a difference had a q below .05. The far tail of the clustered test is heavier where systems are fewer.
            - The regression knows the true form of the confounders in these worlds, and cohorts are those of one period here,
              with a known prior for the share of replies.
              Good coverage shows that the code is right, not that adjustment is enough for real hospitals.
            """;

    private CalibrationTable() {}

    static void write(List<Result> results) {
        try {
            Files.writeString(FILE, text(results));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(List<Result> results) {
        StringBuilder text = new StringBuilder(INTRODUCTION);
        text.append("\n## Scenarios\n\n| scenario | world | hospitals | repetitions |\n|---|---|--:|--:|\n");
        for (Result result : results) {
            Scenario scenario = result.scenario();
            text.append("| %s | %s | %d | %d |\n"
                    .formatted(scenario.id(), scenario.world(), scenario.hospitals(), result.repetitions()));
        }
        text.append("\n## Gates\n\nBands of shares are those of 99 % of all simulations of a right method.\n\n");
        text.append("| scenario | what | has to be | is | holds |\n|---|---|--:|--:|---|\n");
        for (Result result : results) {
            for (Gate gate : result.scenario().gates(result.repetitions())) {
                double value = result.value(gate);
                text.append(gateLine(result.scenario(), gate))
                        .append(" %s | %s |\n".formatted(Numbers.text(value), gate.holds(value) ? "yes" : "NO"));
            }
        }
        text.append(
                "\n## Estimators\n\nPoints of recommendation; ranks from 0 to 1; logarithms of ratios in S3, S4 and S9.\n\n");
        text.append(
                "| scenario | estimator | repetitions | mean estimate | truth | bias | SD | mean SE | coverage | rejects |\n");
        text.append("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        for (Result result : results) {
            result.measured()
                    .performances()
                    .forEach((estimator, found) -> text.append(line(result.scenario(), estimator, found)));
        }
        return text.append('\n').append(READING).toString();
    }

    /** How the line of a gate begins. */
    static String gateLine(Scenario scenario, Gate gate) {
        return "| %s | %s | %s |".formatted(scenario.id(), gate.what(), gate.band());
    }

    private static String line(Scenario scenario, String estimator, Performance found) {
        return "| %s | %s | %d | %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        scenario.id(),
                        estimator,
                        found.repetitions(),
                        Numbers.text(found.estimate()),
                        Numbers.text(found.truth()),
                        Numbers.text(found.bias()),
                        Numbers.text(found.deviation()),
                        Numbers.text(found.standardError()),
                        Numbers.text(found.coverage()),
                        Numbers.text(found.rejections()));
    }

    /** Repetitions of every scenario that the document names. */
    static Map<String, Integer> repetitions(List<String> lines) {
        return lines.stream()
                .filter(line -> line.matches("\\| S\\d+ \\| .* \\| \\d+ \\| \\d+ \\|"))
                .map(line -> line.split(" \\| "))
                .collect(Collectors.toMap(
                        cells -> cells[0].substring(2), cells -> Integer.parseInt(cells[3].replace(" |", ""))));
    }
}
