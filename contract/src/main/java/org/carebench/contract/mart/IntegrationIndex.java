package org.carebench.contract.mart;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** Question 1: how integrated a provider is. */
@Dataset(name = "integration_index", grain = "one row per provider and period")
public record IntegrationIndex(
        @Describe(value = "Provider.", key = true) String organizationId,

        @Describe(value = "First day of the period: a Monday, thirteen weeks before the end.", key = true)
        LocalDate periodStart,

        @Describe("Last day of the period, a Sunday.") LocalDate periodEnd,

        @Describe("COMPUTED, NO_PRESENCE, INSUFFICIENT or UNKNOWN.")
        String state,

        @Describe("Peer stratum: bed class, rurality and teaching, small ones merged.")
        String peerStratum,

        @Describe(value = "Pillar presence, 0 to 1.", nullable = true) @Nullable Double presence,

        @Describe(value = "Pillar cadence, 0 to 1.", nullable = true) @Nullable Double cadence,

        @Describe(value = "Pillar dialogue, 0 to 1.", nullable = true) @Nullable Double dialogue,

        @Describe(value = "Pillar breadth, 0 to 1.", nullable = true) @Nullable Double breadth,

        @Describe("Pillars that could be computed.") int pillars,

        @Describe(
                value = "Index among the peers of the period, 0 to 100; never a measure of progress.",
                nullable = true)
        @Nullable Double indexRelative,

        @Describe(value = "Index against the peers of the baseline year, 0 to 100.", nullable = true) @Nullable Double indexAbsolute,

        @Describe(value = "Mean of the last four periods of index_relative, at least three.", nullable = true) @Nullable Double rollingIndex,

        @Describe(value = "Rank of rolling_index in the stratum, 0 to 1.", nullable = true) @Nullable Double rollingPercentile,

        @Describe(value = "Mean of the last four periods of dialogue, at least three.", nullable = true) @Nullable Double rollingDialogue,

        @Describe(value = "Rank of rolling_dialogue in the stratum, 0 to 1.", nullable = true) @Nullable Double dialoguePercentile,

        @Describe("Whether all accounts are those of its system.")
        boolean isInherited,

        @Describe("Version of the definition.") String definitionVersion) {}
