package org.carebench.contract.mart;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** Question 2: the cohort of a provider at the end of a period. */
@Dataset(name = "cohort_membership", grain = "one row per provider, exposure and period")
public record CohortMembership(
        @Describe(value = "Provider.", key = true) String organizationId,

        @Describe(value = "What cohorts are formed by: integration or dialogue.", key = true)
        String exposure,

        @Describe(value = "First day of the period: a Monday, thirteen weeks before the end.", key = true)
        LocalDate periodStart,

        @Describe("Last day of the period, a Sunday.") LocalDate periodEnd,

        @Describe("HIGH, MIDDLE, LOW, NO_PRESENCE, INSUFFICIENT or UNKNOWN.")
        String cohort,

        @Describe(value = "Rank in the stratum that decided, 0 to 1.", nullable = true) @Nullable Double percentile,

        @Describe(
                value = "First day of the period from which on the provider is in the cohort without a break.",
                nullable = true)
        @Nullable LocalDate memberSince,

        @Describe("Version of the definition.") String definitionVersion) {}
