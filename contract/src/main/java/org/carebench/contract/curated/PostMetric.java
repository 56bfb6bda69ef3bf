package org.carebench.contract.curated;

import java.time.Instant;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/**
 * A counter of a post as last observed on or before the business date. A counter that no observation of the post carries
 * has no row.
 */
@Dataset(name = "post_metric", grain = "one row per post and metric")
public record PostMetric(
        @Describe(value = "Post, unique across platforms.", key = true)
        String postId,

        @Describe(
                value = "Metric: views, likes, comments, shares, quotes, saves, impressions, reach or clicks.",
                key = true)
        String metric,

        @Describe("Platform of the post.") String platform,
        @Describe("When the counter was observed.") Instant observedAt,

        @Describe(value = "The count; NULL where the state says why.", nullable = true) @Nullable Long value,

        @Describe("Why the value is there or is not.") String valueState,
        @Describe("How exactly the source reports it.") String valuePrecision,
        @Describe("Id and version of what is counted.") String definition) {}
