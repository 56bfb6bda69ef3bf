package org.carebench.spark.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts posts of a provider, the same text on several platforms once. */
final class DistinctPosts {

    private DistinctPosts() {}

    /**
     * Counts posts.
     *
     * @param posts in the order of publication
     * @param crossPostHours a text is new again when it was last counted more hours ago
     */
    static long count(List<OwnPost> posts, int crossPostHours) {
        Map<String, Instant> counted = new HashMap<>();
        long distinct = 0;
        for (OwnPost post : posts) {
            Instant before = post.textKey() == null ? null : counted.get(post.textKey());
            boolean isNew = before == null
                    || Duration.between(before, post.publishedAt()).compareTo(Duration.ofHours(crossPostHours)) > 0;
            if (isNew) {
                distinct++;
                if (post.textKey() != null) {
                    counted.put(post.textKey(), post.publishedAt());
                }
            }
        }
        return distinct;
    }
}
