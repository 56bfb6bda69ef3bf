package org.carebench.jobs.source.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.Outcome;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.source.Reading;
import org.carebench.jobs.source.Reading.Rejection;
import org.carebench.jobs.source.SourceColumn;
import org.carebench.jobs.source.SourceFileException;
import org.carebench.jobs.source.SourceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OasCahpsTest {

    private static final String RATING_TOP =
            "Patients who gave the facility a rating of 9 or 10 on a scale from 0 (lowest) to 10 (highest)";
    private static final String RATING_LINEAR = "Patients' rating of the facility linear mean score";

    private final OasCahps format = new OasCahps();
    private final SourceTable hospitals = SourceTable.of(columnsOfTheFile())
            .withDefault("Facility ID", "990001")
            .withDefault("Number of Completed Surveys", "320")
            .withDefault("Start Date", "10/01/2022")
            .withDefault("End Date", "09/30/2023");

    private final Path folder;

    OasCahpsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void givesEveryMeasureOfAHospital() {
        hospitals.row();

        List<Outcome> outcomes = read().records(Outcome.class);

        List<String> expected = new ArrayList<>();
        for (String topic : List.of("facilities", "communication", "rating", "recommend")) {
            for (String share : List.of("top", "middle", "bottom", "linear")) {
                expected.add("oas_" + topic + "_" + share);
            }
        }
        assertThat(outcomes).extracting(Outcome::measureId).isEqualTo(expected);
        assertThat(outcomes)
                .extracting(Outcome::unit)
                .startsWith("top_box_pct", "pct", "pct", "linear_score")
                .containsOnly("top_box_pct", "pct", "linear_score");
    }

    @Test
    void readsAShareWithItsPeriodAndSurveys() {
        hospitals.row(RATING_TOP, "88", "Footnote", "2;3");

        assertThat(read().records())
                .contains(new Outcome(
                        "cms:990001",
                        "oas_rating_top",
                        LocalDate.parse("2022-10-01"),
                        LocalDate.parse("2023-09-30"),
                        88.0,
                        MeasureState.REPORTED,
                        Precision.ROUNDED,
                        "top_box_pct",
                        320L,
                        MeasureState.REPORTED,
                        "2;3",
                        "Sampled. Footnote 3 is not in the crosswalk.",
                        "1",
                        Reading.AS_OF,
                        Reading.SOURCE_ID,
                        2));
    }

    @ParameterizedTest
    @CsvSource({
        "'', NOT_AVAILABLE",
        "1, TOO_FEW_CASES",
        "4, SUPPRESSED",
        "5, NOT_AVAILABLE",
        "7, TOO_FEW_CASES",
        "10, TOO_FEW_CASES",
        "12, NOT_APPLICABLE",
        "13, NOT_AVAILABLE",
        "15, TOO_FEW_CASES",
        "16, TOO_FEW_CASES",
        "'3,4', SUPPRESSED"
    })
    void takesTheReasonOfMissingValuesFromTheFootnotes(String footnote, MeasureState state) {
        hospitals.row(
                "Footnote",
                footnote,
                "Number of Completed Surveys",
                "",
                "Start Date",
                "",
                "End Date",
                "",
                RATING_LINEAR,
                "");

        assertThat(read().records(Outcome.class)).hasSize(16).allSatisfy(outcome -> {
            assertThat(outcome.value()).isNull();
            assertThat(outcome.valueState()).isEqualTo(state);
            assertThat(outcome.n()).isNull();
            assertThat(outcome.nState()).isEqualTo(MeasureState.NOT_AVAILABLE);
            assertThat(outcome.periodStart()).isNull();
            assertThat(outcome.periodEnd()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Facility ID                 | 1          | INVALID_ID         | Facility ID
                    Number of Completed Surveys | -3         | VALUE_OUT_OF_RANGE | Number of Completed Surveys
                    Start Date                  | 2022-10-01 | UNREADABLE_VALUE   | Start Date
                    End Date                    | 02/30/2023 | UNREADABLE_VALUE   | End Date
                    Start Date                  | 10/01/2023 | CONTRADICTION      | End Date
                    """)
    void rejectsARowWithAnUnreadableValue(String column, String value, ProblemCode code, String complained) {
        hospitals.row(column, value);

        assertThat(read().records()).isEmpty();
        assertThat(read().rejections())
                .extracting(Rejection::line, Rejection::code, Rejection::column)
                .containsExactly(tuple(2L, code, complained));
    }

    @ParameterizedTest
    @CsvSource({"104, VALUE_OUT_OF_RANGE", "many, UNREADABLE_VALUE"})
    void rejectsARowWithAnUnreadableShare(String value, ProblemCode code) {
        hospitals.row(RATING_TOP, value);

        assertThat(read().rejections())
                .extracting(Rejection::code, Rejection::column)
                .containsExactly(tuple(code, RATING_TOP));
    }

    @Test
    void reportsTheLeftmostProblemOfARow() {
        hospitals.row(RATING_TOP, "104", "Start Date", "soon");

        assertThat(read().rejections()).extracting(Rejection::column).containsExactly(RATING_TOP);
    }

    @Test
    void saysWhichFileAndLineOfTheFootnotesCannotBeRead() {
        Path file = hospitals.row().write(folder.resolve("oas.csv"));
        Path footnotes = SourceTable.of("Footnote", "Footnote Text")
                .rawLine("1,too,many")
                .row("Footnote", "2", "Footnote Text", "Sampled.")
                .write(folder.resolve("footnotes.csv"));

        assertThatThrownBy(() -> format.mapper(Reading.vintage(file, Map.of("footnotes", footnotes), Map.of())))
                .isInstanceOf(SourceFileException.class)
                .hasMessageContaining("footnotes.csv")
                .hasMessageContaining("line 2");
    }

    private Reading read() {
        Path file = hospitals.write(folder.resolve("oas.csv"));
        return Reading.of(format, Reading.vintage(file, Map.of("footnotes", footnotes()), Map.of()));
    }

    /** Without a line break at its end, as such lists are published. */
    private Path footnotes() {
        try {
            return Files.writeString(
                    folder.resolve("footnotes.csv"), "Footnote,Footnote Text\n1,Too few.\n2,Sampled.\n4,Withheld.");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The file has the questions before footnotes, surveys and dates. */
    private String[] columnsOfTheFile() {
        List<String> names = new ArrayList<>(
                format.columns().stream().map(SourceColumn::name).toList());
        List<String> last = names.subList(1, 5);
        List<String> moved = List.copyOf(last);
        last.clear();
        names.addAll(moved);
        return names.toArray(String[]::new);
    }
}
