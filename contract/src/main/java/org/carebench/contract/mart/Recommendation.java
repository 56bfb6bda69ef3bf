package org.carebench.contract.mart;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** Question 9: who is in the recommended category, that is in the top quarter of its peers. */
@Dataset(name = "recommendation", grain = "one row per provider with a row in the recommend survey")
public record Recommendation(
        @Describe(value = "Provider.", key = true) String organizationId,

        @Describe(value = "Measure that decides.", key = true)
        String measureId,

        @Describe(value = "First day of the measurement period.", nullable = true) @Nullable LocalDate periodStart,

        @Describe(value = "Last day of the measurement period; NULL where the source does not say.", nullable = true)
        @Nullable LocalDate periodEnd,

        @Describe(value = "Share of patients who would definitely recommend the provider, in percent.", nullable = true)
        @Nullable Double value,

        @Describe(value = "Completed surveys behind the value.", nullable = true) @Nullable Long n,

        @Describe(value = "Group that the provider is compared with; NULL where it is not known.", nullable = true)
        @Nullable String peerGroup,

        @Describe(value = "Providers of that group with a value that counts; NULL where suppressed.", nullable = true)
        @Nullable Long peers,

        @Describe(value = "75th percentile of the group, type 7; NULL where the group is too small.", nullable = true)
        @Nullable Double threshold,

        @Describe(value = "Whether the value reaches the threshold; NULL where it cannot be told.", nullable = true)
        @Nullable Boolean isRecommended,

        @Describe(
                "Why it can be told or cannot: DECIDED, NO_VALUE, TOO_FEW_SURVEYS, PEER_GROUP_UNKNOWN or TOO_FEW_PEERS.")
        String decision,

        @Describe("Version of the rule.") String definitionVersion) {}
