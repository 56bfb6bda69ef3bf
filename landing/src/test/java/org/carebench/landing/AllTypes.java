package org.carebench.landing;

import java.time.Instant;
import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.jspecify.annotations.Nullable;

/** A dataset with every type of column, with and without NULL. */
@Dataset(name = "all_types", grain = "one row per test row")
public record AllTypes(
        @Describe(value = "Key.", key = true) String id,
        @Describe("Text.") String text,
        @Describe("Whole number.") int integer,
        @Describe("Large whole number.") long bigint,
        @Describe("Number.") double number,
        @Describe("Yes or no.") boolean isTrue,
        @Describe("Day.") LocalDate day,
        @Describe("Instant.") Instant instant,
        @Describe("Enum.") MeasureState state,
        @Describe("Measure.") Measure count,

        @Describe(value = "Text or NULL.", nullable = true) @Nullable String textOrNull,

        @Describe(value = "Whole number or NULL.", nullable = true) @Nullable Integer integerOrNull,

        @Describe(value = "Large whole number or NULL.", nullable = true) @Nullable Long bigintOrNull,

        @Describe(value = "Number or NULL.", nullable = true) @Nullable Double numberOrNull,

        @Describe(value = "Yes, no or NULL.", nullable = true) @Nullable Boolean isTrueOrNull,

        @Describe(value = "Day or NULL.", nullable = true) @Nullable LocalDate dayOrNull,

        @Describe(value = "Instant or NULL.", nullable = true) @Nullable Instant instantOrNull) {}
