package org.carebench.jobs.platform.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.InsightReading;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.TestClients;
import org.carebench.jobs.platform.Window;
import org.junit.jupiter.api.Test;

class DailyInsightsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-12");
    private static final InsightDays TWO_DAYS = InsightDays.of(
            new Window(Instant.parse("2026-11-01T20:00:00Z"), Instant.parse("2026-11-22T10:00:00Z")),
            new Cursor("2026-11-12"),
            2);

    private final DailyInsights insights = new DailyInsights("instagram");

    @Test
    void givesAReadingForEveryDayInThePlatformsZone() {
        Page<InsightReading> page = read(TWO_DAYS, """
                {"data": [{"name": "reach", "period": "day", "values": [
                  {"value": 512, "end_time": "2026-11-12T08:00:00+0000"},
                  {"value": "0", "end_time": "2026-11-13T08:00:00+0000"}]}]}
                """);

        assertThat(page.items()).containsExactly(reading(DAY.minusDays(1), reported(512)), reading(DAY, reported(0)));
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void dropsDaysThatAreNotAskedFor() {
        Page<InsightReading> page = read(TWO_DAYS, """
                {"data": [{"name": "reach", "values": [
                  {"value": 1, "end_time": "2026-11-11T08:00:00+0000"},
                  {"value": 2, "end_time": "2026-11-13T08:00:00+0000"},
                  {"value": 3, "end_time": "2026-11-14T08:00:00+0000"}]}]}
                """);

        assertThat(page.items())
                .containsExactly(
                        reading(DAY.minusDays(1), missing(MeasureState.NOT_AVAILABLE)), reading(DAY, reported(2)));
    }

    @Test
    void takesAnEmptyAnswerForUnknownAndNotForNothing() {
        assertThat(read(TWO_DAYS, "{\"data\": []}").items())
                .containsExactly(
                        reading(DAY.minusDays(1), missing(MeasureState.NOT_AVAILABLE)),
                        reading(DAY, missing(MeasureState.NOT_AVAILABLE)));
    }

    @Test
    void takesATotalForTheOneDayThatWasAskedFor() {
        String total = "{\"data\": [{\"name\": \"reach\", \"period\": \"day\", \"total_value\": {\"value\": 1400}}]}";

        assertThat(read(TWO_DAYS.only(DAY), total).items()).containsExactly(reading(DAY, reported(1400)));
    }

    @Test
    void doesNotSpreadATotalOverSeveralDays() {
        Page<InsightReading> page =
                read(TWO_DAYS, "{\"data\": [{\"name\": \"reach\", \"total_value\": {\"value\": 1400}}]}");

        assertThat(page.items()).extracting(InsightReading::value).containsOnly(missing(MeasureState.NOT_AVAILABLE));
        assertThat(page.problems())
                .containsExactly(new ItemProblem(
                        "reach", PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "endpoint", "200 value without day")));
    }

    @Test
    void holdsBackWhatIsNotSettled() {
        InsightDays unsettled = InsightDays.of(
                new Window(Instant.parse("2026-11-01T20:00:00Z"), Instant.parse("2026-11-15T07:59:59Z")),
                new Cursor("2026-11-12"),
                2);

        assertThat(read(unsettled, """
                        {"data": [{"name": "reach", "values": [
                          {"value": 7, "end_time": "2026-11-12T08:00:00+0000"},
                          {"value": 9, "end_time": "2026-11-13T08:00:00+0000"}]}]}
                        """).items())
                .containsExactly(reading(DAY.minusDays(1), reported(7)), reading(DAY, missing(MeasureState.PENDING)));
    }

    @Test
    void saysThatAValueCannotBeRead() {
        assertThat(read(TWO_DAYS.only(DAY), """
                        {"data": [{"name": "reach", "values": [
                          {"value": {"DE": 4}, "end_time": "2026-11-13T08:00:00+0000"}]}]}
                        """).items())
                .containsExactly(reading(DAY, missing(MeasureState.UNREADABLE)));
    }

    @Test
    void givesNoReadingsOfARefusedMetric() {
        ItemProblem refused =
                new ItemProblem("reach", PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "insights", "400 100"));

        Page<InsightReading> page =
                insights.read(TWO_DAYS, List.of("reach"), new MetricQuery.Outcome(List.of(), List.of(refused)));

        assertThat(page.items()).isEmpty();
        assertThat(page.problems()).containsExactly(refused);
    }

    @Test
    void reportsAnAnswerThatNamesNoMetric() {
        assertThat(read(TWO_DAYS, "{\"data\": [{\"values\": []}]}").problems())
                .containsExactly(new ItemProblem(
                        "", PlatformProblem.of(ProblemCode.INCOMPLETE_RECORD, "endpoint", "field name")));
    }

    private Page<InsightReading> read(InsightDays days, String body) {
        return insights.read(
                days, List.of("reach"), new MetricQuery.Outcome(List.of(TestClients.answer(200, body)), List.of()));
    }

    private static InsightReading reading(LocalDate day, Measure value) {
        return new InsightReading("reach", day, ZoneId.of("America/Los_Angeles"), value);
    }

    private static Measure reported(long value) {
        return Measure.reported(value, Precision.EXACT, "instagram.insights.reach.v1");
    }

    private static Measure missing(MeasureState state) {
        return Measure.missing(state, "instagram.insights.reach.v1");
    }
}
