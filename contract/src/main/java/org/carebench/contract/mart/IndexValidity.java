package org.carebench.contract.mart;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** Question 2 and 12: whether the index measures one thing, and whether its cohorts are stable. */
@Dataset(name = "index_validity", grain = "one row per period, check and subject")
public record IndexValidity(
        @Describe(value = "First day of the period: a Monday, thirteen weeks before the end.", key = true)
        LocalDate periodStart,

        @Describe(value = "Check.", key = true) String checkId,

        @Describe(value = "What was looked at, for example the pillar that was left out.", key = true)
        String subject,

        @Describe(value = "Result; NULL where it could not be computed.", nullable = true) @Nullable Double value,

        @Describe(value = "Least value that passes.", nullable = true) @Nullable Double gateLow,

        @Describe(value = "Largest value that passes.", nullable = true) @Nullable Double gateHigh,

        @Describe("PASSED, WARNED, FAILED, INFORMATION or NOT_ENOUGH_DATA.")
        String result,

        @Describe("Version of the definition.") String definitionVersion) {}
