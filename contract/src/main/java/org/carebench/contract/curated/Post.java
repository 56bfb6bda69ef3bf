package org.carebench.contract.curated;

import java.time.Instant;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** A public post, without its counters. */
@Dataset(name = "post", grain = "one row per post")
public record Post(
        @Describe(value = "Post, unique across platforms.", key = true)
        String postId,

        @Describe("Platform of the post.") String platform,

        @Describe(
                value = "Account of a provider that published it; NULL where the author is no provider on the roster.",
                nullable = true)
        @Nullable String accountId,

        @Describe("When the post was published.") Instant publishedAt,

        @Describe(value = "Title, personal identifiers redacted.", nullable = true) @Nullable String title,

        @Describe(value = "Text, personal identifiers redacted.", nullable = true) @Nullable String text,

        @Describe("How many personal identifiers were redacted from title and text.")
        int redactions,

        @Describe(
                value = "Topics under which the source lists the post, sorted and separated by semicolons.",
                nullable = true)
        @Nullable String sourceTopics,

        @Describe(value = "Length of the video in seconds.", nullable = true) @Nullable Long durationSeconds) {}
