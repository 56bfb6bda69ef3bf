package org.carebench.jobs.source.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.carebench.contract.dataset.Outcome;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.source.Reading;
import org.carebench.jobs.source.Reading.Rejection;
import org.carebench.jobs.source.SourceFileException;
import org.carebench.jobs.source.SourceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HcahpsRecommendTest {

    private final HcahpsRecommend format = new HcahpsRecommend();
    private final SourceTable surveys = SourceTable.of(
                    "facility_id", "facility_name", "state", "rating", "recommend_percent", "completed_surveys")
            .withDefault("facility_id", "990001")
            .withDefault("rating", "3")
            .withDefault("recommend_percent", "64.00")
            .withDefault("completed_surveys", "437");

    private final Path folder;

    HcahpsRecommendTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsTheShareOfPatientsWhoRecommend() {
        surveys.row();

        assertThat(read().records())
                .containsExactly(new Outcome(
                        "cms:990001",
                        "hcahps_recommend_top",
                        LocalDate.parse("2024-01-01"),
                        null,
                        64.0,
                        MeasureState.REPORTED,
                        Precision.ROUNDED,
                        "top_box_pct",
                        437L,
                        MeasureState.REPORTED,
                        null,
                        "The source does not state the end of the measurement period.",
                        "1",
                        Reading.AS_OF,
                        Reading.SOURCE_ID,
                        2));
    }

    @Test
    void takesMissingValuesForUnknownAndNotForZero() {
        surveys.row("recommend_percent", "Not Available", "completed_surveys", "Not Available");

        assertThat(read().records(Outcome.class)).singleElement().satisfies(outcome -> {
            assertThat(outcome.value()).isNull();
            assertThat(outcome.valueState()).isEqualTo(MeasureState.NOT_AVAILABLE);
            assertThat(outcome.valuePrecision()).isEqualTo(Precision.UNKNOWN);
            assertThat(outcome.n()).isNull();
            assertThat(outcome.nState()).isEqualTo(MeasureState.NOT_AVAILABLE);
        });
    }

    @Test
    void keepsZeroAsZero() {
        surveys.row("recommend_percent", "0", "completed_surveys", "0");

        assertThat(read().records(Outcome.class)).singleElement().satisfies(outcome -> {
            assertThat(outcome.value()).isZero();
            assertThat(outcome.valueState()).isEqualTo(MeasureState.REPORTED);
            assertThat(outcome.n()).isZero();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    facility_id       | 10001 | INVALID_ID
                    recommend_percent | abc   | UNREADABLE_VALUE
                    recommend_percent | 100.5 | VALUE_OUT_OF_RANGE
                    recommend_percent | -1    | VALUE_OUT_OF_RANGE
                    completed_surveys | -1    | VALUE_OUT_OF_RANGE
                    completed_surveys | 12.5  | UNREADABLE_VALUE
                    """)
    void rejectsARowWithAnUnreadableValue(String column, String value, ProblemCode code) {
        surveys.row(column, value);

        assertThat(read().records()).isEmpty();
        assertThat(read().rejections())
                .extracting(Rejection::line, Rejection::code, Rejection::column)
                .containsExactly(org.assertj.core.api.Assertions.tuple(2L, code, column));
    }

    @Test
    void rejectsASecondRowOfAHospital() {
        surveys.row().row("recommend_percent", "70");

        assertThat(read().records(Outcome.class)).extracting(Outcome::value).containsExactly(64.0);
        assertThat(read().rejections())
                .extracting(Rejection::line, Rejection::code)
                .containsExactly(org.assertj.core.api.Assertions.tuple(3L, ProblemCode.DUPLICATE_ID));
    }

    @Test
    void asksForTheStartOfThePeriod() {
        Path file = surveys.row().write(folder.resolve("surveys.csv"));

        assertThatThrownBy(() -> format.mapper(Reading.vintage(file, Map.of(), Map.of())))
                .isInstanceOf(SourceFileException.class)
                .hasMessage(
                        "Cannot read surveys.csv: the profile names no setting 'period-start' for source a-source. Add"
                                + " it under settings.");
    }

    @Test
    void refusesAStartOfThePeriodThatIsNoDate() {
        Path file = surveys.row().write(folder.resolve("surveys.csv"));

        assertThatThrownBy(() -> format.mapper(Reading.vintage(file, Map.of(), Map.of("period-start", "01/01/2024"))))
                .isInstanceOf(SourceFileException.class)
                .hasMessage("Cannot read surveys.csv: setting 'period-start' of source a-source is not a date such as"
                        + " 2024-01-01.");
    }

    private Reading read() {
        Path file = surveys.write(folder.resolve("surveys.csv"));
        return Reading.of(format, Reading.vintage(file, Map.of(), Map.of("period-start", "2024-01-01")));
    }
}
