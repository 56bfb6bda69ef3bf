package org.carebench.contract.curated;

import java.time.Instant;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.carebench.contract.schema.Measure;
import org.jspecify.annotations.Nullable;

/** A public post on a health topic, found by a search and not addressed to a provider. */
@Dataset(name = "discussion", grain = "one row per public post and search")
public record ConformedDiscussion(
        @Describe(value = "Post, unique across platforms.", key = true)
        String discussionId,

        @Describe(value = "Id of the search that found it.", key = true)
        String searchId,

        @Describe("Platform of the post.") String platform,

        @Describe("Market that the search stands for, for example US-TX.")
        String market,

        @Describe(value = "Language as the source names it, BCP 47.", nullable = true) @Nullable String language,

        @Describe(value = "Keyed pseudonym of its author.", nullable = true) @Nullable String authorPseudonym,

        @Describe("When it was written.") Instant publishedAt,
        @Describe("When it was last observed.") Instant observedAt,

        @Describe(value = "Text, personal identifiers redacted.", nullable = true) @Nullable String text,

        @Describe("How many personal identifiers were redacted from the text.")
        int redactions,

        @Describe("Likes or reactions of the post.") Measure likes,
        @Describe("Comments on and replies to the post.") Measure comments,
        @Describe("Times it was passed on unchanged.") Measure shares) {}
