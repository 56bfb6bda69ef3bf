package org.carebench.contract.mart;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** Question 2: how alike both cohorts are before and after weighting. */
@Dataset(name = "cohort_balance", grain = "one row per exposure, outcome, platform, exposure period and covariate")
public record CohortBalance(
        @Describe(value = "integration or dialogue.", key = true)
        String exposure,

        @Describe(value = "Metric or measure that is compared.", key = true)
        String outcome,

        @Describe(value = "Platform of the metric; all where it has none.", key = true)
        String platform,

        @Describe(value = "Last day of the period by which cohorts were formed.", key = true)
        LocalDate exposureEnd,

        @Describe(value = "Covariate of the propensity.", key = true)
        String covariate,

        @Describe(value = "Mean of the high cohort.", nullable = true) @Nullable Double meanHigh,

        @Describe(value = "Mean of the low cohort.", nullable = true) @Nullable Double meanLow,

        @Describe(value = "Standardised difference before weighting.", nullable = true) @Nullable Double smdRaw,

        @Describe(value = "Standardised difference after overlap weighting.", nullable = true) @Nullable Double smdWeighted,

        @Describe("Version of the definition.") String definitionVersion) {}
