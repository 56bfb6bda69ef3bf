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

        @Describe("What kind of post it is.") PostKind kind,

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
                value = "Topic under which the source lists the post; one post may be listed under several.",
                nullable = true)
        @Nullable String sourceTopic,

        @Describe(value = "Length of the video in seconds; NULL for posts without one.", nullable = true) @Nullable Long durationSeconds,

        @Describe("Whether it was found to be gone: absent on two days. Its counters are then not available.")
        boolean isRemoved,

        @Describe("Views of the post.") Measure views,

        @Describe("Likes or reactions of the post, of every kind.")
        Measure likes,

        @Describe("Comments on and replies to the post.") Measure comments,
        @Describe("Times it was passed on unchanged.") Measure shares,
        @Describe("Times it was passed on with a remark.") Measure quotes,
        @Describe("Times it was saved or bookmarked.") Measure saves,
        @Describe("Times it was shown.") Measure impressions,
        @Describe("Accounts to which it was shown.") Measure reach,
        @Describe("Clicks on it.") Measure clicks,

        @Describe("Source that the row was read from: a file source, or a shard of a platform.")
        String sourceId,

        @Describe("Line in the source file at which the row starts, the header being line 1, or number of the record "
                + "within its shard.")
        long sourceLine) {}
