package org.carebench.contract.mart;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** Question 2: what the headline would be under other reasonable choices. */
@Dataset(name = "comparison_variant", grain = "one row per claim and specification")
public record ComparisonVariant(
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

        @Describe(value = "Specification, its choices joined by plus signs.", key = true)
        String variant,

        @Describe("quartile, tertile or quintile.") String cutOff,

        @Describe("Weights of the pillars, or which pillar is left out.")
        String weighting,

        @Describe("How peers are formed.") String strata,

        @Describe("Estimator.") String estimator,

        @Describe("Who is left out.") String exclusion,

        @Describe("Whether it is the headline specification.")
        boolean isHeadline,

        @Describe("SHOWN or NOT_ENOUGH_DATA.") String state,

        @Describe(value = "High minus low, in the unit.", nullable = true) @Nullable Double estimate,

        @Describe(value = "Lower limit of the 95 % interval.", nullable = true) @Nullable Double ciLow,

        @Describe(value = "Upper limit of the 95 % interval.", nullable = true) @Nullable Double ciHigh,

        @Describe(value = "Providers of the high cohort.", nullable = true) @Nullable Long nHigh,

        @Describe(value = "Providers of the low cohort.", nullable = true) @Nullable Long nLow,

        @Describe("Unit of the estimate.") String unit,

        @Describe("Version of the definition.") String definitionVersion) {}
