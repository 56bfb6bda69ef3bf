package org.carebench.contract.dataset;

import java.time.Instant;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.carebench.contract.schema.Measure;
import org.jspecify.annotations.Nullable;

/** A public post and its counters as they stood when it was observed. */
@Dataset(name = "post_snapshot", grain = "one row per post and observation")
public record PostSnapshot(
        @Describe(value = "Post, unique across platforms.", key = true)
        String postId,

        @Describe(value = "When the post was observed.", key = true)
        Instant observedAt,

        @Describe("Platform of the post.") String platform,

        @Describe(
                value = "Account of a provider that published it; NULL where the author is no provider on the roster, "
                        + "because such authors are not stored.",
                nullable = true)
        @Nullable String accountId,

        @Describe("When the post was published.") Instant publishedAt,

        @Describe(value = "Title, personal identifiers redacted.", nullable = true) @Nullable String title,

        @Describe(value = "Text, personal identifiers redacted.", nullable = true) @Nullable String text,

        @Describe("How many personal identifiers were redacted from title and text.")
        int redactions,

        @Describe(
                value = "Topic under which the source lists the post; one post may be listed under several.",
                nullable = true)
        @Nullable String sourceTopic,

        @Describe(value = "Length of the video in seconds; NULL for posts without one.", nullable = true) @Nullable Long durationSeconds,

        @Describe("Views of the post.") Measure views,
        @Describe("Likes or reactions of the post.") Measure likes,
        @Describe("Comments on the post.") Measure comments,
        @Describe("Source that the row was read from.") String sourceId,

        @Describe("Line in the source file at which the row starts, the header being line 1.")
        long sourceLine) {}
