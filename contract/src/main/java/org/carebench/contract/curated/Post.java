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

        @Describe("What kind of post it is: ORIGINAL, REPLY, QUOTE or REPOST.")
        String kind,

        @Describe("When the post was published, as the source claims: on some platforms its author sets it.")
        Instant publishedAt,

        @Describe(
                value = "When it was last edited; NULL where it was not, or the source does not say.",
                nullable = true)
        @Nullable Instant editedAt,

        @Describe(value = "Public address of the post.", nullable = true) @Nullable String permalink,

        @Describe(value = "Language as the source names it, BCP 47.", nullable = true) @Nullable String language,

        @Describe(value = "Post that it replies to or quotes, unique across platforms.", nullable = true) @Nullable String replyToId,

        @Describe(value = "First post of its conversation, unique across platforms.", nullable = true) @Nullable String conversationId,

        @Describe(
                value = "Form of the content as the source names it, for example VIDEO or CAROUSEL_ALBUM.",
                nullable = true)
        @Nullable String contentForm,

        @Describe(value = "Title, personal identifiers redacted.", nullable = true) @Nullable String title,

        @Describe(value = "Text, personal identifiers redacted.", nullable = true) @Nullable String text,

        @Describe("How many personal identifiers were redacted from title and text.")
        int redactions,

        @Describe(
                value = "Topics under which the source lists the post, sorted and separated by semicolons.",
                nullable = true)
        @Nullable String sourceTopics,

        @Describe(value = "Length of the video in seconds.", nullable = true) @Nullable Long durationSeconds,

        @Describe("Whether it was found to be gone: absent on two days.")
        boolean isRemoved) {}
