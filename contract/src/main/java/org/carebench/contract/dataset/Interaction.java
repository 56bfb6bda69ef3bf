package org.carebench.contract.dataset;

import java.time.Instant;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.carebench.contract.schema.Measure;
import org.jspecify.annotations.Nullable;

/** What somebody wrote to a provider in public, or the provider answered. Once seen it is kept, even if it is deleted later. */
@Dataset(name = "interaction", grain = "one row per comment, reply, mention or quote and observation")
public record Interaction(
        @Describe(
                value =
                        "Interaction, unique across platforms; a keyed digest where the platform's id names its author.",
                key = true)
        String interactionId,

        @Describe(value = "When it was observed.", key = true)
        Instant observedAt,

        @Describe(value = "Account of the provider that it concerns, unique across platforms.", key = true)
        String accountId,

        @Describe("Platform of the interaction.") String platform,
        @Describe("What it is.") InteractionKind kind,

        @Describe("Whether the platform gives no id, so that ours is a digest of what it does give.")
        boolean hasSyntheticId,

        @Describe(value = "Post of the provider under which it stands, unique across platforms.", nullable = true)
        @Nullable String postId,

        @Describe(value = "What it answers directly, unique across platforms.", nullable = true) @Nullable String parentId,

        @Describe(
                value = "Keyed pseudonym of its author; NULL where the platform does not say who wrote it.",
                nullable = true)
        @Nullable String authorPseudonym,

        @Describe(
                value = "Whether the account's owner wrote it; NULL where the platform does not say who wrote it.",
                nullable = true)
        @Nullable Boolean isByOwner,

        @Describe("When it was written.") Instant publishedAt,

        @Describe(value = "Text, personal identifiers redacted.", nullable = true) @Nullable String text,

        @Describe("How many personal identifiers were redacted from the text.")
        int redactions,

        @Describe(value = "Language as the source names it, BCP 47.", nullable = true) @Nullable String language,

        @Describe("Likes or reactions of the interaction.") Measure likes,

        @Describe("Shard of a platform that the row was read from.")
        String sourceId,

        @Describe("Number of the record within its shard.") long sourceLine) {}
