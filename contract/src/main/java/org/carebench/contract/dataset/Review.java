package org.carebench.contract.dataset;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.carebench.contract.schema.MeasureState;
import org.jspecify.annotations.Nullable;

/** What a patient wrote about a provider. */
@Dataset(name = "review", grain = "one row per review, comment or survey answer")
public record Review(
        @Describe(value = "Review, unique across sources.", key = true)
        String reviewId,

        @Describe("Provider that the review is about.") String organizationId,
        @Describe("Site or programme that collected it.") String site,

        @Describe(value = "Question that was asked, where one was.", nullable = true) @Nullable String question,

        @Describe(value = "Text, personal identifiers redacted; NULL where the patient wrote nothing.", nullable = true)
        @Nullable String text,

        @Describe("How many personal identifiers were redacted from the text.")
        int redactions,

        @Describe(value = "Code of the topic that a human gave it.", nullable = true) @Nullable String labelCode,

        @Describe(value = "Topic that a human gave it.", nullable = true) @Nullable String label,

        @Describe(value = "Finer topic that a human gave it.", nullable = true) @Nullable String sublabel,

        @Describe(value = "Criticality that a human gave it, -5 (very critical) to 5 (very positive).", nullable = true)
        @Nullable Integer criticality,

        @Describe("Why criticality has a value or has none.")
        MeasureState criticalityState,

        @Describe("Date of the source file; the source does not date single reviews.")
        LocalDate sourceAsOf,

        @Describe("Source that the row was read from.") String sourceId,

        @Describe("Line in the source file at which the row starts, the header being line 1.")
        long sourceLine) {}
