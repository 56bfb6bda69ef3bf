package org.carebench.jobs.platform.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsightDaysTest {

    /** Two in the morning of 22 November at the Pacific coast. */
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T08:00:00Z, 2026-11-19",
        "2026-07-20T07:00:00Z, 2026-07-19",
        "2026-03-09T07:00:00Z, 2026-03-08",
        "2026-11-02T08:00:00Z, 2026-11-01",
    })
    void labelsAValueWithThePacificDayThatEndsThen(Instant end, LocalDate day) {
        assertThat(InsightDays.endingAt(end)).isEqualTo(day);
    }

    @Test
    void beginsWithYesterdayAndGoesBackPageByPage() {
        Window window = new Window(Instant.parse("2026-10-01T12:00:00Z"), NOW);

        InsightDays newest = InsightDays.of(window, Cursor.START, 28);
        InsightDays older = InsightDays.of(window, new Cursor(newest.next()), 28);

        assertThat(newest).returns(day("2026-10-25"), InsightDays::first).returns(day("2026-11-21"), InsightDays::last);
        assertThat(newest.days()).hasSize(28);
        assertThat(older).returns(day("2026-10-01"), InsightDays::first).returns(day("2026-10-24"), InsightDays::last);
        assertThat(older.next()).isNull();
    }

    @Test
    void isStillOnTheDayBeforeWhereItIsMorningElsewhere() {
        InsightDays days = InsightDays.of(new Window(NOW, Instant.parse("2026-11-22T07:59:59Z")), Cursor.START, 28);

        assertThat(days.last()).isEqualTo(day("2026-11-20"));
    }

    @Test
    void readsTheLastThreeDaysAgainHoweverLittleIsWanted() {
        InsightDays days = InsightDays.of(new Window(NOW.minusSeconds(60), NOW), Cursor.START, 28);

        assertThat(days.days()).containsExactly(day("2026-11-19"), day("2026-11-20"), day("2026-11-21"));
        assertThat(days.next()).isNull();
    }

    @Test
    void goesBackTwoYearsAtMost() {
        assertThat(InsightDays.of(new Window(null, NOW), Cursor.START, 5_000).first())
                .isEqualTo(day("2024-11-22"));
        assertThat(InsightDays.of(new Window(Instant.parse("2019-01-01T00:00:00Z"), NOW), Cursor.START, 5_000)
                        .first())
                .isEqualTo(day("2024-11-22"));
    }

    @Test
    void boundsDaysByPacificMidnight() {
        InsightDays days = InsightDays.of(new Window(null, NOW), new Cursor("2026-11-01"), 1);

        assertThat(days.begin()).isEqualTo(seconds("2026-11-01T07:00:00Z"));
        assertThat(days.end()).isEqualTo(seconds("2026-11-02T08:00:00Z"));
        assertThat(days.generousEnd()).isEqualTo(seconds("2026-11-03T08:00:00Z"));
    }

    @Test
    void neverAsksForTheFuture() {
        InsightDays days = InsightDays.of(new Window(NOW, NOW), Cursor.START, 28);

        assertThat(days.generousEnd()).isEqualTo(seconds("2026-11-22T10:00:00Z"));
    }

    @Test
    void takesADayForSettledFortyEightHoursAfterItsEnd() {
        InsightDays days = InsightDays.of(new Window(NOW, NOW), Cursor.START, 28);

        assertThat(days.whenMissing(day("2026-11-21"))).isEqualTo(MeasureState.PENDING);
        assertThat(days.whenMissing(day("2026-11-20"))).isEqualTo(MeasureState.PENDING);
        assertThat(days.whenMissing(day("2026-11-19"))).isEqualTo(MeasureState.NOT_AVAILABLE);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static String seconds(String instant) {
        return Long.toString(Instant.parse(instant).getEpochSecond());
    }
}
