package org.carebench.spark.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Followers of an account at the instants at which they were observed. */
final class FollowerTimeline {

    private final NavigableMap<Instant, Long> followers = new TreeMap<>();

    FollowerTimeline(List<AccountObservation> observations) {
        for (AccountObservation observation : observations) {
            if (observation.followers() != null) {
                followers.put(observation.observedAt(), observation.followers());
            }
        }
    }

    /** Followers at the nearest observation within a time before or after; of two as near, the earlier. */
    Optional<Long> near(Instant instant, Duration within) {
        return Stream.of(followers.floorEntry(instant), followers.higherEntry(instant))
                .filter(entry -> entry != null && distance(entry, instant).compareTo(within) <= 0)
                .min((one, other) -> distance(one, instant).compareTo(distance(other, instant)))
                .map(Map.Entry::getValue);
    }

    private static Duration distance(Map.Entry<Instant, Long> entry, Instant instant) {
        return Duration.between(entry.getKey(), instant).abs();
    }
}
