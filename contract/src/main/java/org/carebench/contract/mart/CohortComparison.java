package org.carebench.contract.mart;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** Question 2: how providers of high and low integration differ. */
@Dataset(
        name = "cohort_comparison",
        grain = "one row per claim, exposure, outcome, platform, peer group, exposure period and estimator")
public record CohortComparison(
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

        @Describe(value = "national, or the dimension within which is compared.", key = true)
        String peerDimension,

        @Describe(value = "The group.", key = true) String peerGroup,

        @Describe(value = "Last day of the period by which cohorts were formed.", key = true)
        LocalDate exposureEnd,

        @Describe(value = "First day of the outcome period.", nullable = true) @Nullable LocalDate outcomeStart,

        @Describe(value = "Last day of the outcome period.", nullable = true) @Nullable LocalDate outcomeEnd,

        @Describe(value = "Estimator, for example adjusted_ols_cr1.", key = true)
        String estimator,

        @Describe("DESCRIPTION, UNADJUSTED, STRATIFIED, ADJUSTED, WEIGHTED or MOVERS.")
        String layer,

        @Describe("Whether it is the pre-registered test of its claim.")
        boolean isPrimary,

        @Describe("Whether it is the estimate that pages show first.")
        boolean isHeadline,

        @Describe("SHOWN, NOT_ENOUGH_DATA, SUPPRESSED or NOT_COMPUTABLE.")
        String state,

        @Describe(value = "Why nothing is shown.", nullable = true) @Nullable String reason,

        @Describe(value = "High minus low, in the unit.", nullable = true) @Nullable Double estimate,

        @Describe("Unit of the estimate.") String unit,

        @Describe(value = "Lower limit of the 95 % interval.", nullable = true) @Nullable Double ciLow,

        @Describe(value = "Upper limit of the 95 % interval.", nullable = true) @Nullable Double ciHigh,

        @Describe(value = "Standard error, clustered where the estimator is.", nullable = true) @Nullable Double standardError,

        @Describe(value = "Two-sided p; NULL for descriptions.", nullable = true) @Nullable Double pValue,

        @Describe(
                value = "Benjamini-Hochberg q within period and outcome domain; NULL for primary tests.",
                nullable = true)
        @Nullable Double qValue,

        @Describe(value = "Typical value of the high cohort, where the estimator has one.", nullable = true) @Nullable Double high,

        @Describe(value = "Typical value of the low cohort, where the estimator has one.", nullable = true) @Nullable Double low,

        @Describe(value = "Providers of the high cohort with the outcome.", nullable = true) @Nullable Long nHigh,

        @Describe(value = "Providers of the low cohort with the outcome.", nullable = true) @Nullable Long nLow,

        @Describe(value = "Systems of the high cohort.", nullable = true) @Nullable Long systemsHigh,

        @Describe(value = "Systems of the low cohort.", nullable = true) @Nullable Long systemsLow,

        @Describe(value = "Members of both cohorts left out: outcome or a covariate is not known.", nullable = true)
        @Nullable Long nExcluded,

        @Describe(value = "Covariates of the estimator.", nullable = true) @Nullable String adjustedFor,

        @Describe(value = "Difference that would be found with a power of 80 %.", nullable = true) @Nullable Double detectableDifference,

        @Describe(value = "E-value of the estimate.", nullable = true) @Nullable Double eValue,

        @Describe(value = "E-value of the limit nearest to no difference.", nullable = true) @Nullable Double eValueLimit,

        @Describe(
                value =
                        "BEYOND, MAY_BE_SMALL, NO_MEANINGFUL_DIFFERENCE, INCONCLUSIVE or NOT_SHOWN; NULL but for headlines.",
                nullable = true)
        @Nullable String verdict,

        @Describe(value = "The verdict in words; NULL but for headlines.", nullable = true) @Nullable String finding,

        @Describe("Version of the definition.") String definitionVersion) {}
