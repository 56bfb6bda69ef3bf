package org.carebench.contract.mart;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** Question 2: the outcome over the whole range of the index. */
@Dataset(name = "dose_response", grain = "one row per claim, exposure, outcome, platform, exposure period and step")
public record DoseResponse(
        @Describe(
                value =
                        "C1: high integration and engagement; C2: two-way communication and recommendation; OTHER otherwise.",
                key = true)
        String claim,

        @Describe(value = "integration or dialogue.", key = true)
        String exposure,

        @Describe(value = "Metric or measure that is compared.", key = true)
        String outcome,

        @Describe(value = "Platform of the metric; all where it has none.", key = true)
        String platform,

        @Describe(value = "Last day of the period by which cohorts were formed.", key = true)
        LocalDate exposureEnd,

        @Describe(value = "Tenth of the index, 1 to 10; 0 for the slope over all of it.", key = true)
        int step,

        @Describe("SHOWN, NOT_ENOUGH_DATA or SUPPRESSED.") String state,

        @Describe(value = "Middle of the step, 0 to 1.", nullable = true) @Nullable Double percentile,

        @Describe(value = "Providers of the step.", nullable = true) @Nullable Long n,

        @Describe(value = "Adjusted mean of the outcome; for step 0 the slope per standard deviation.", nullable = true)
        @Nullable Double adjusted,

        @Describe(value = "Lower limit of the 95 % interval.", nullable = true) @Nullable Double ciLow,

        @Describe(value = "Upper limit of the 95 % interval.", nullable = true) @Nullable Double ciHigh,

        @Describe("Unit of the values.") String unit,

        @Describe("Version of the definition.") String definitionVersion) {}
