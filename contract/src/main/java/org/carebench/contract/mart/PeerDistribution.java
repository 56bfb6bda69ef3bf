package org.carebench.contract.mart;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** Question 3: how a measure is distributed over the providers of a peer group. */
@Dataset(name = "peer_distribution", grain = "one row per measure, period, peer dimension and peer group")
public record PeerDistribution(
        @Describe(value = "Measure.", key = true) String measureId,

        @Describe(
                value = "First day of the measurement period; NULL where the source does not say.",
                key = true,
                nullable = true)
        @Nullable LocalDate periodStart,

        @Describe(value = "Last day of the measurement period.", nullable = true) @Nullable LocalDate periodEnd,

        @Describe(
                value = "What providers are grouped by: national, ownership, ownership_group, type, state or bed_band.",
                key = true)
        String peerDimension,

        @Describe(value = "The group.", key = true) String peerGroup,
        @Describe("Unit of the statistics.") String unit,

        @Describe(value = "Providers with a value; NULL where suppressed.", nullable = true) @Nullable Long n,

        @Describe(value = "Providers that the source lists without a value; NULL where suppressed.", nullable = true)
        @Nullable Long nMissing,

        @Describe(value = "Smallest value.", nullable = true) @Nullable Double min,

        @Describe(value = "10th percentile, type 7.", nullable = true) @Nullable Double p10,

        @Describe(value = "25th percentile, type 7.", nullable = true) @Nullable Double p25,

        @Describe(value = "Median, type 7.", nullable = true) @Nullable Double median,

        @Describe(value = "75th percentile, type 7.", nullable = true) @Nullable Double p75,

        @Describe(value = "90th percentile, type 7.", nullable = true) @Nullable Double p90,

        @Describe(value = "Largest value.", nullable = true) @Nullable Double max,

        @Describe(value = "Mean over providers, each counted once.", nullable = true) @Nullable Double mean,

        @Describe(value = "Mean weighted by n of the outcome; NULL where a provider's n is not known.", nullable = true)
        @Nullable Double weightedMean,

        @Describe(value = "Sample standard deviation.", nullable = true) @Nullable Double sd,

        @Describe(
                value = "Why numbers are withheld: FEWER_THAN_MINIMUM or COMPLEMENTARY; NULL where they are shown.",
                nullable = true)
        @Nullable String suppressedReason,

        @Describe("Version of the measure's definition.") String definitionVersion) {}
