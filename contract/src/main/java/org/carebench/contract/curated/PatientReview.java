package org.carebench.contract.curated;

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

        @Describe("Date of the source file.") LocalDate sourceAsOf) {}
