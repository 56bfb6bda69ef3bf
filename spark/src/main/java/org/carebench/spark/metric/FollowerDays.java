package org.carebench.spark.metric;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Followers of all accounts of a provider on a platform, on the days on which every one of them was observed. */
final class FollowerDays {

    private FollowerDays() {}

    /** Sums by day; accounts without any count in the period are left out. */
    static NavigableMap<LocalDate, Long> of(PeriodFacts facts) {
        List<Map<LocalDate, Long>> accounts = facts.accounts().stream()
                .map(span -> days(facts.observations(span)))
                .filter(days -> !days.isEmpty())
                .toList();
        NavigableMap<LocalDate, Long> sums = new TreeMap<>();
        if (!accounts.isEmpty()) {
            accounts.get(0).keySet().stream()
                    .filter(day -> accounts.stream().allMatch(days -> days.containsKey(day)))
                    .forEach(day -> sums.put(
                            day,
                            accounts.stream()
                                    .mapToLong(days -> days.getOrDefault(day, 0L))
                                    .sum()));
        }
        return sums;
    }

    private static Map<LocalDate, Long> days(List<AccountObservation> observations) {
        Map<LocalDate, Long> days = new TreeMap<>();
        for (AccountObservation observation : observations) {
            if (observation.followers() != null) {
                days.put(observation.day(), observation.followers());
            }
        }
        return days;
    }
}
