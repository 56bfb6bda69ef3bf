package org.carebench.spark.conform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.carebench.contract.curated.PostMetricAtAge;
import org.carebench.contract.schema.MeasureState;
import org.jspecify.annotations.Nullable;

/**
 * One counter of one post as it was observed.
 *
 * @param observations oldest first; of several at one instant the one that speaks for it first
 */
record CounterHistory(
        String postId, String platform, String metric, Instant publishedAt, List<Observation> observations) {

    /** How near to a fixed age a counter was read. */
    enum Capture {
        /** Observed within half a day of the age. */
        ON_TIME,
        /** First observed after that: the counter may have grown since. */
        LATE,
        /** It may still be observed in time. */
        IMMATURE,
        /** Observed before, but not in time. */
        MISSED
    }

    /** A counter at an instant; the value is NULL where the state says why. */
    record Observation(Instant at, @Nullable Long value, String state, String definition) {}

    private static final Duration TOLERANCE = Duration.ofHours(12);

    CounterHistory {
        observations = List.copyOf(observations);
    }

    /**
     * The counter at an age: the observation that is nearest to it, of two equally near ones the earlier.
     *
     * @param asOf observations from then on are not there yet
     */
    PostMetricAtAge atAge(int days, Instant asOf) {
        Instant target = publishedAt.plus(Duration.ofDays(days));
        Instant latest = target.plus(TOLERANCE);
        Observation nearest = null;
        for (Observation each : observations) {
            if (distance(each, target).compareTo(TOLERANCE) <= 0
                    && (nearest == null || distance(each, target).compareTo(distance(nearest, target)) < 0)) {
                nearest = each;
            }
        }
        if (nearest != null) {
            return row(days, nearest, Capture.ON_TIME);
        }
        if (observations.get(0).at().isAfter(latest)) {
            return row(days, observations.get(0), Capture.LATE);
        }
        return latest.isBefore(asOf)
                ? row(days, MeasureState.NOT_AVAILABLE, Capture.MISSED)
                : row(days, MeasureState.PENDING, Capture.IMMATURE);
    }

    private static Duration distance(Observation observation, Instant target) {
        return Duration.between(target, observation.at()).abs();
    }

    private PostMetricAtAge row(int days, Observation observation, Capture capture) {
        return new PostMetricAtAge(
                postId,
                metric,
                days,
                platform,
                observation.at(),
                observation.value(),
                observation.state(),
                capture.name(),
                observation.definition());
    }

    private PostMetricAtAge row(int days, MeasureState why, Capture capture) {
        return new PostMetricAtAge(postId, metric, days, platform, null, null, why.name(), capture.name(), null);
    }
}
