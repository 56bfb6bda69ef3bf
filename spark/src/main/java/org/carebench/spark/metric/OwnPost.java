package org.carebench.spark.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An original post of a provider.
 *
 * @param day on which it was published in the provider's calendar
 * @param textKey the same for posts with the same text; NULL where there is none
 * @param isShortLived whether it was removed within a day, as far as is known
 * @param counters at the age at which posts are compared, by metric
 * @param ownComments of the comments that the platform counts, those of the owner; NULL where it is not known who wrote
 *     them
 * @param topics without those that match nothing
 */
record OwnPost(
        String postId,
        String accountId,
        String platform,
        Instant publishedAt,
        LocalDate day,
        @Nullable String textKey,
        boolean isShortLived,
        Map<String, AgedCounter> counters,
        @Nullable Long ownComments,
        Set<String> topics,
        Set<String> audiences) {

    /** Whether any of the counters was observed at another age. */
    boolean isOffAge(Iterable<String> metrics) {
        for (String metric : metrics) {
            AgedCounter counter = counters.get(metric);
            if (counter != null && !counter.isOnTime()) {
                return true;
            }
        }
        return false;
    }

    /** What the audience did: the sum of counters without the owner's comments; NULL where any part is not known. */
    @Nullable Long audience(Iterable<String> metrics) {
        long sum = 0;
        for (String metric : metrics) {
            Long part = audience(metric);
            if (part == null) {
                return null;
            }
            sum += part;
        }
        return sum;
    }

    /** What the audience did, by one counter; NULL where it is not known. */
    @Nullable Long audience(String metric) {
        AgedCounter counter = counters.get(metric);
        Long value = counter == null || !counter.isOnTime() ? null : counter.value();
        if (value == null || value == 0 || !metric.equals("comments")) {
            return value;
        }
        // A counter may lag behind the comments that were seen.
        return ownComments == null ? null : Long.valueOf(Math.max(0, value - ownComments));
    }
}
