package org.carebench.contract.curated;

import java.time.Instant;
import java.util.List;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/**
 * A counter of a post as it stood at a fixed age, so that posts of different age can be compared. A counter that was looked
 * at in time and not given has no row: post_metric says why.
 */
@Dataset(name = "post_metric_at_age", grain = "one row per post, metric and age")
public record PostMetricAtAge(
        @Describe(value = "Post, unique across platforms.", key = true)
        String postId,

        @Describe(value = "Metric, as in post_metric.", key = true)
        String metric,

        @Describe(value = "Age in days since publication: 7 or 28.", key = true)
        int ageDays,

        @Describe("Platform of the post.") String platform,

        @Describe(value = "When the counter was observed; NULL where no observation is near the age.", nullable = true)
        @Nullable Instant observedAt,

        @Describe(value = "The count; NULL where the state says why.", nullable = true) @Nullable Long value,

        @Describe("Why the value is there or is not.") String valueState,

        @Describe(
                "Whether the age was met: ON_TIME within half a day, LATE where the first observation came later, IMMATURE where the post is younger, MISSED where it was observed before and after only.")
        String capture,

        @Describe(value = "Id and version of what is counted.", nullable = true) @Nullable String definition) {

    /** The ages, in days. */
    public static final List<Integer> AGES_IN_DAYS = List.of(7, 28);
}
