package org.carebench.spark.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodGridTest {

    @ParameterizedTest
    @CsvSource({
        "2024-01-01, 2024-01-01",
        "2024-03-31, 2024-01-01",
        "2024-04-01, 2024-04-01",
        "2023-12-31, 2023-10-02",
        "2023-10-02, 2023-10-02",
        "2026-03-29, 2025-12-29"
    })
    void findsThePeriodOfADay(LocalDate day, LocalDate start) {
        assertThat(PeriodGrid.of(day)).isEqualTo(new Period(start));
    }

    @Test
    void everyDayBelongsToThePeriodThatStartsOnOrBeforeItAndEndsOnOrAfterIt() {
        for (LocalDate day = LocalDate.of(2019, 1, 1); day.getYear() < 2030; day = day.plusDays(1)) {
            Period period = PeriodGrid.of(day);

            assertThat(period.start()).isBeforeOrEqualTo(day);
            assertThat(period.end()).isAfterOrEqualTo(day);
            assertThat(period.start().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(period.end().plusDays(1)).isEqualTo(period.plus(1).start());
        }
    }

    @Test
    void listsOnlyPeriodsThatHaveEnded() {
        assertThat(PeriodGrid.ended(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 6, 30)))
                .containsExactly(new Period(LocalDate.of(2024, 1, 1)), new Period(LocalDate.of(2024, 4, 1)));
        assertThat(PeriodGrid.ended(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 6, 29)))
                .isEqualTo(List.of(new Period(LocalDate.of(2024, 1, 1))));
        assertThat(PeriodGrid.ended(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 30)))
                .isEmpty();
    }

    @Test
    void refusesAPeriodThatIsNotOfTheGrid() {
        assertThatThrownBy(() -> new Period(LocalDate.of(2024, 1, 8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2024-01-08");
    }
}
