package org.carebench.contract.mart;

import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** Question 4 in sum: how many providers of a peer group have a known account. */
@Dataset(name = "adoption_summary", grain = "one row per platform, peer dimension and peer group")
public record AdoptionSummary(
        @Describe(value = "Platform.", key = true) String platform,

        @Describe(
                value = "What providers are grouped by: national, ownership, ownership_group, type, state or bed_band.",
                key = true)
        String peerDimension,

        @Describe(value = "The group.", key = true) String peerGroup,

        @Describe(value = "Providers in the group; NULL where suppressed.", nullable = true) @Nullable Long providers,

        @Describe(
                value = "Those with a known account; NULL where suppressed. The others are unknown, not absent.",
                nullable = true)
        @Nullable Long providersPresent,

        @Describe(
                value = "Why numbers are withheld: FEWER_THAN_MINIMUM or COMPLEMENTARY; NULL where they are shown.",
                nullable = true)
        @Nullable String suppressedReason) {}
