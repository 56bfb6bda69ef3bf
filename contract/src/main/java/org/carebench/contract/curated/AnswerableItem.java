package org.carebench.contract.curated;

import java.time.Instant;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** What somebody wrote to a provider in public and may expect an answer to, with the first answer. */
@Dataset(name = "answerable_item", grain = "one row per item and account")
public record AnswerableItem(
        @Describe(value = "Interaction or review, unique across platforms.", key = true)
        String itemId,

        @Describe(value = "Account of the provider that it concerns.", key = true)
        String accountId,

        @Describe("Platform.") String platform,

        @Describe("What it is: COMMENT, REPLY, MENTION, QUOTE or REVIEW.")
        String kind,

        @Describe("Who probably wrote it: patients, physicians or community.")
        String audience,

        @Describe("When it was written.") Instant receivedAt,

        @Describe(value = "When the provider first answered; NULL where it did not.", nullable = true) @Nullable Instant firstReplyAt,

        @Describe("Version of the taxonomy that says what expects an answer.")
        String taxonomyVersion) {}
