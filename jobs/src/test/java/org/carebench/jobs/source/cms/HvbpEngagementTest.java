package org.carebench.jobs.source.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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

class HvbpEngagementTest {

    private final HvbpEngagement format = new HvbpEngagement();
    private final SourceTable hospitals = SourceTable.of(format.columns()).withDefault("Facility ID", "990001");
    private final SourceTable dates = SourceTable.of("Measure ID", "Start Date", "End Date")
            .row("Measure ID", "OTHER", "Start Date", "04/01/2020", "End Date", "04/30/2020")
            .row("Measure ID", "HCAHPS_HVBP_Baseline", "Start Date", "01/01/2019", "End Date", "12/31/2019");

    private final Path folder;

    HvbpEngagementTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void givesEveryMeasureOfAHospital() {
        hospitals.row();

        assertThat(read().records(Outcome.class))
                .hasSize(42)
                .extracting(Outcome::measureId)
                .doesNotHaveDuplicates()
                .startsWith(
                        "hvbp_nurses_baseline",
                        "hvbp_nurses_performance",
                        "hvbp_nurses_achievement",
                        "hvbp_nurses_improvement",
                        "hvbp_nurses_score")
                .endsWith("hvbp_base_score", "hvbp_consistency_score");
    }

    @Test
    void readsRatesInTheirPeriods() {
        hospitals.row(
                "Communication With Doctors Baseline Rate", "77.9058%",
                "Communication With Doctors Performance Rate", "80.1%");

        assertThat(read().records())
                .contains(
                        outcome("hvbp_doctors_baseline", "2019-01-01", "2019-12-31", 77.9058, "top_box_pct"),
                        outcome("hvbp_doctors_performance", "2022-01-01", "2022-12-31", 80.1, "top_box_pct"));
    }

    @Test
    void readsPointsInThePerformancePeriod() {
        hospitals.row(
                "Care Transition Achievement Points", "3 out of 10",
                "Care Transition Improvement Points", "0 out of 9",
                "Care Transition Dimension Score", "3 out of 10",
                "Hcahps Base Score", "26",
                "Hcahps Consistency Score", "20");

        assertThat(read().records())
                .contains(
                        outcome("hvbp_transition_achievement", "2022-01-01", "2022-12-31", 3.0, "points"),
                        outcome("hvbp_transition_improvement", "2022-01-01", "2022-12-31", 0.0, "points"),
                        outcome("hvbp_transition_score", "2022-01-01", "2022-12-31", 3.0, "points"),
                        outcome("hvbp_base_score", "2022-01-01", "2022-12-31", 26.0, "points"),
                        outcome("hvbp_consistency_score", "2022-01-01", "2022-12-31", 20.0, "points"));
    }

    @Test
    void takesMissingValuesForUnknownAndNotForZero() {
        hospitals.row("Communication With Nurses Baseline Rate", "Not Available");

        assertThat(read().records(Outcome.class)).allSatisfy(outcome -> {
            assertThat(outcome.value()).isNull();
            assertThat(outcome.valueState()).isEqualTo(MeasureState.NOT_AVAILABLE);
            assertThat(outcome.valuePrecision()).isEqualTo(Precision.UNKNOWN);
            assertThat(outcome.n()).isNull();
            assertThat(outcome.nState()).isEqualTo(MeasureState.NOT_IN_SOURCE);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Care Transition Baseline Rate      | 104%              | VALUE_OUT_OF_RANGE
                    Care Transition Baseline Rate      | seven             | UNREADABLE_VALUE
                    Care Transition Achievement Points | 11 out of 10      | VALUE_OUT_OF_RANGE
                    Care Transition Achievement Points | -1 out of 10      | VALUE_OUT_OF_RANGE
                    Care Transition Achievement Points | 3 of 10           | UNREADABLE_VALUE
                    Care Transition Achievement Points | out of 10         | UNREADABLE_VALUE
                    Care Transition Achievement Points | 1 out of 2 out of 3 | UNREADABLE_VALUE
                    Hcahps Base Score                  | 1.5               | UNREADABLE_VALUE
                    Facility ID                        | 1                 | INVALID_ID
                    """)
    void rejectsARowWithAnUnreadableValue(String column, String value, ProblemCode code) {
        hospitals.row(column, value);

        assertThat(read().records()).isEmpty();
        assertThat(read().rejections())
                .extracting(Rejection::line, Rejection::code, Rejection::column)
                .containsExactly(tuple(2L, code, column));
    }

    @Test
    void rejectsASecondRowOfAHospital() {
        hospitals.row().row();

        assertThat(read().records()).hasSize(42);
        assertThat(read().rejections())
                .extracting(Rejection::line, Rejection::code)
                .containsExactly(tuple(3L, ProblemCode.DUPLICATE_ID));
    }

    @Test
    void refusesMeasureDatesThatLackAPeriod() {
        Path file = hospitals.row().write(folder.resolve("hvbp.csv"));
        Path incomplete = dates.write(folder.resolve("dates.csv"));

        assertThatThrownBy(() -> format.mapper(Reading.vintage(file, Map.of("measure-dates", incomplete), Map.of())))
                .isInstanceOf(SourceFileException.class)
                .hasMessage(
                        "Cannot read dates.csv: it does not list the period of HCAHPS_HVBP_Performance. Check that it"
                                + " belongs to the same release as the measures.");
    }

    @Test
    void asksForTheMeasureDates() {
        Path file = hospitals.row().write(folder.resolve("hvbp.csv"));

        assertThatThrownBy(() -> format.mapper(Reading.vintage(file, Map.of(), Map.of())))
                .isInstanceOf(SourceFileException.class)
                .hasMessage(
                        "Cannot read hvbp.csv: the profile names no reference 'measure-dates' for source a-source. Add"
                                + " it under references.");
    }

    private Reading read() {
        Path file = hospitals.write(folder.resolve("hvbp.csv"));
        Path measureDates = SourceTable.of("Measure ID", "Start Date", "End Date")
                .row("Measure ID", "OTHER", "Start Date", "04/01/2020", "End Date", "04/30/2020")
                .row("Measure ID", "HCAHPS_HVBP_Baseline", "Start Date", "01/01/2019", "End Date", "12/31/2019")
                .row("Measure ID", "HCAHPS_HVBP_Performance", "Start Date", "01/01/2022", "End Date", "12/31/2022")
                .write(folder.resolve("measure-dates.csv"));
        return Reading.of(format, Reading.vintage(file, Map.of("measure-dates", measureDates), Map.of()));
    }

    private static Outcome outcome(String measure, String start, String end, double value, String unit) {
        return new Outcome(
                "cms:990001",
                measure,
                LocalDate.parse(start),
                LocalDate.parse(end),
                value,
                MeasureState.REPORTED,
                Precision.EXACT,
                unit,
                null,
                MeasureState.NOT_IN_SOURCE,
                null,
                null,
                "1",
                Reading.AS_OF,
                Reading.SOURCE_ID,
                2);
    }
}
