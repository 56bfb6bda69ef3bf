package org.carebench.spark.statistics;

import org.jspecify.annotations.Nullable;

/**
 * Difference of two independent shares with the interval of Newcombe (1998, method 10), built from the two intervals of
 * Wilson: it holds where a share is 0 or 1, and stays inside -1 to 1.
 *
 * @param first share in the first group
 * @param second share in the second group
 * @param difference first less second; times 100 gives percentage points
 */
public record RiskDifference(double first, double second, double difference, Interval interval) {

    /**
     * Difference between the shares of two groups; NULL where one has no member.
     *
     * @throws IllegalArgumentException where there are more successes than members
     */
    public static @Nullable RiskDifference of(
            long firstSuccesses, long firstMembers, long secondSuccesses, long secondMembers) {
        Interval a = WilsonInterval.of(firstSuccesses, firstMembers);
        Interval b = WilsonInterval.of(secondSuccesses, secondMembers);
        if (a == null || b == null) {
            return null;
        }
        double first = firstSuccesses / (double) firstMembers;
        double second = secondSuccesses / (double) secondMembers;
        double difference = first - second;
        return new RiskDifference(
                first,
                second,
                difference,
                new Interval(
                        difference - Math.hypot(first - a.low(), b.high() - second),
                        difference + Math.hypot(a.high() - first, second - b.low())));
    }
}
