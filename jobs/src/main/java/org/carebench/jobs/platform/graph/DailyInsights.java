package org.carebench.jobs.platform.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.Measure;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.InsightReading;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.UnreadableItemException;

/**
 * Turns answers about an account's insights into a reading per metric and day. A day that is not settled is pending, whatever
 * the platform already says of it; one that the answer leaves out is not 0.
 */
public final class DailyInsights {

    private static final String VERSION = "v1";

    private final String platform;

    public DailyInsights(String platform) {
        this.platform = platform;
    }

    /**
     * Reads what was answered about some days.
     *
     * @param asked metrics that were asked for
     * @return a reading for every metric that was not refused and every day; the page has no next one
     */
    public Page<InsightReading> read(InsightDays days, List<String> asked, MetricQuery.Outcome outcome) {
        Map<String, Map<LocalDate, MetricValue>> values = new HashMap<>();
        List<ItemProblem> problems = new ArrayList<>(outcome.refused());
        for (ApiResponse answer : outcome.answers()) {
            try {
                MetricValue.of(answer).forEach(value -> place(value, days, answer, values, problems));
            } catch (UnreadableItemException e) {
                problems.add(
                        new ItemProblem("", GraphPage.unreadable(ProblemCode.INCOMPLETE_RECORD, answer.endpoint(), e)));
            }
        }
        List<InsightReading> readings = new ArrayList<>();
        for (String metric : asked) {
            if (!outcome.isRefused(metric)) {
                Map<LocalDate, MetricValue> ofMetric = values.getOrDefault(metric, Map.of());
                days.days().forEach(day -> readings.add(reading(metric, day, days, ofMetric)));
            }
        }
        return new Page<>(readings, problems, null);
    }

    private static void place(
            MetricValue value,
            InsightDays days,
            ApiResponse answer,
            Map<String, Map<LocalDate, MetricValue>> values,
            List<ItemProblem> problems) {
        boolean isOneDay = days.first().equals(days.last());
        if (value.end() == null && !isOneDay) {
            problems.add(new ItemProblem(
                    value.metric(),
                    PlatformProblem.of(
                            ProblemCode.CONTRACT_DRIFT, answer.endpoint(), answer.status() + " value without day")));
            return;
        }
        LocalDate day = value.end() == null ? days.first() : InsightDays.endingAt(value.end());
        values.computeIfAbsent(value.metric(), metric -> new HashMap<>()).put(day, value);
    }

    private InsightReading reading(String metric, LocalDate day, InsightDays days, Map<LocalDate, MetricValue> values) {
        String definition = platform + ".insights." + metric + "." + VERSION;
        MetricValue value = values.get(day);
        Measure measure = value == null || !days.isSettled(day)
                ? Measure.missing(days.whenMissing(day), definition)
                : value.measure(definition, days.whenMissing(day));
        return new InsightReading(metric, day, InsightDays.ZONE, measure);
    }
}
