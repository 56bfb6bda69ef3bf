package org.carebench.contract.curated;

import java.time.Instant;
import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** What a patient wrote about a provider. */
@Dataset(name = "review", grain = "one row per review")
public record PatientReview(
        @Describe(value = "Review, unique across sources.", key = true)
        String reviewId,

        @Describe("Provider that the review is about.") String organizationId,
        @Describe("Site or programme that collected it.") String site,

        @Describe(
                value = "Account of the provider under which it stands; NULL where the site knows no accounts.",
                nullable = true)
        @Nullable String accountId,

        @Describe(value = "When it was last observed; NULL for files that say only their date.", nullable = true)
        @Nullable Instant observedAt,

        @Describe(value = "When it was written; NULL where the source does not say.", nullable = true) @Nullable Instant publishedAt,

        @Describe(value = "When it was last changed; NULL where the source does not say.", nullable = true) @Nullable Instant updatedAt,

        @Describe(
                value = "Scale of the rating: STARS_1_5 or RECOMMEND_YES_NO; NULL where there is none.",
                nullable = true)
        @Nullable String ratingScale,

        @Describe(
                value = "Stars 1 to 5, or 1 for recommended and 0 for not recommended; NULL where there is none.",
                nullable = true)
        @Nullable Integer rating,

        @Describe("Whether the provider replied: PUBLISHED, PENDING, REJECTED, NONE or NOT_IN_SOURCE.")
        String replyState,

        @Describe(
                value =
                        "When the provider's reply was last changed, which is no earlier than the reply; NULL where there is "
                                + "none.",
                nullable = true)
        @Nullable Instant repliedAt,

        @Describe(value = "Question that was asked.", nullable = true) @Nullable String question,

        @Describe(value = "Text, personal identifiers redacted.", nullable = true) @Nullable String text,

        @Describe("How many personal identifiers were redacted from the text.")
        int redactions,

        @Describe(value = "Code of the topic that a human gave it.", nullable = true) @Nullable String labelCode,

        @Describe(value = "Topic that a human gave it.", nullable = true) @Nullable String label,

        @Describe(value = "Finer topic that a human gave it.", nullable = true) @Nullable String sublabel,

        @Describe(value = "Criticality that a human gave it, -5 to 5.", nullable = true) @Nullable Integer criticality,

        @Describe("Why criticality has a value or has none.")
        String criticalityState,

        @Describe("Date of the source file, or business date of the night that read the platform.")
        LocalDate sourceAsOf) {}
