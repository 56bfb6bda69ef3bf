package org.carebench.contract.mart;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** Question 3: where a provider stands among its peers. */
@Dataset(name = "peer_position", grain = "one row per provider, measure, platform, period and peer group")
public record PeerPosition(
        @Describe(value = "Provider.", key = true) String organizationId,

        @Describe(value = "Metric or measure.", key = true) String measureId,

        @Describe(value = "Platform; all where it has none.", key = true)
        String platform,

        @Describe(value = "First day of the period; NULL where the source does not say.", key = true, nullable = true)
        @Nullable LocalDate periodStart,

        @Describe(value = "Last day of the period.", nullable = true) @Nullable LocalDate periodEnd,

        @Describe(value = "What providers are grouped by.", key = true)
        String peerDimension,

        @Describe(value = "The group.", key = true) String peerGroup,

        @Describe(
                value = "Value of the provider; NULL where too few people are behind it to be shown.",
                nullable = true)
        @Nullable Double value,

        @Describe(value = "Surveys, posts or items behind the value.", nullable = true) @Nullable Long n,

        @Describe(
                value = "Lower limit of the 95 % interval of the value; NULL where it is no share of counted cases.",
                nullable = true)
        @Nullable Double ciLow,

        @Describe(value = "Upper limit of the 95 % interval of the value.", nullable = true) @Nullable Double ciHigh,

        @Describe(value = "Providers of the group with a value; NULL where suppressed.", nullable = true) @Nullable Long peers,

        @Describe(value = "Median of the group; NULL below 11 peers.", nullable = true) @Nullable Double peerMedian,

        @Describe(value = "Mid-percentile in the group, 0 to 1.", nullable = true) @Nullable Double percentile,

        @Describe(value = "Value pulled towards the group as far as its n is small: for ranking only.", nullable = true)
        @Nullable Double shrunkValue,

        @Describe(value = "Lower limit of its 95 % interval.", nullable = true) @Nullable Double shrunkLow,

        @Describe(value = "Upper limit of its 95 % interval.", nullable = true) @Nullable Double shrunkHigh,

        @Describe(value = "Share of the variation that is between providers, 0 to 1.", nullable = true) @Nullable Double reliability,

        @Describe(
                value =
                        "WITHIN, OUTSIDE_95 or OUTSIDE_998 of what chance gives around the share of all cases of the group.",
                nullable = true)
        @Nullable String funnel,

        @Describe(
                "ABOVE or BELOW: the interval lies beyond a quartile of the group. NOT_DISTINGUISHABLE: it holds the median. TYPICAL: neither. NOT_ENOUGH_DATA: no interval, or below 20 peers. Or SUPPRESSED.")
        String position,

        @Describe("Unit of the value.") String unit,

        @Describe("Version of the definition.") String definitionVersion) {}
