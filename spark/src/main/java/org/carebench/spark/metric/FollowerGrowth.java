package org.carebench.spark.metric;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import org.carebench.contract.mart.MetricState;

/**
 * ln(followers at the end / at the start) per 30 days, in log points. A jump of more than a fifth a day is a purge or a
 * merger, no growth: the period then has no comparable start.
 *
 * @param minimumDays between the first and the last observation of the period
 */
record FollowerGrowth(long minimumFollowers, long minimumDays) implements Metric {

    private static final double LARGEST_DAILY_CHANGE = 0.2;

    @Override
    public MetricValue of(PeriodFacts facts) {
        NavigableMap<LocalDate, Long> days = FollowerDays.of(facts);
        if (days.isEmpty()) {
            MetricState state = facts.state() == MetricState.KNOWN ? MetricState.NOT_COLLECTABLE : facts.state();
            return MetricValue.missing(state);
        }
        long length = ChronoUnit.DAYS.between(days.firstKey(), days.lastKey());
        double start = days.firstEntry().getValue();
        double end = days.lastEntry().getValue();
        if (length < minimumDays || start < minimumFollowers) {
            return MetricValue.missing(MetricState.TOO_FEW, days.size(), 0);
        }
        if (end == 0 || hasBreak(days)) {
            return MetricValue.missing(MetricState.NO_DENOMINATOR, days.size(), 0);
        }
        return MetricValue.known(Math.log(end / start) * 30 / length, days.size(), 0);
    }

    private static boolean hasBreak(NavigableMap<LocalDate, Long> days) {
        Map.Entry<LocalDate, Long> before = days.firstEntry();
        for (Map.Entry<LocalDate, Long> day :
                days.tailMap(before.getKey(), false).entrySet()) {
            long gap = ChronoUnit.DAYS.between(before.getKey(), day.getKey());
            double change = Math.abs((double) day.getValue() - before.getValue());
            if (change > LARGEST_DAILY_CHANGE * gap * before.getValue()) {
                return true;
            }
            before = day;
        }
        return false;
    }
}
