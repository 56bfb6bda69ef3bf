package org.carebench.contract.mart;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** A component of the integration index: what a provider does, and where that stands among its peers. */
@Dataset(name = "index_component", grain = "one row per provider, period and component")
public record IndexComponent(
        @Describe(value = "Provider.", key = true) String organizationId,

        @Describe(value = "First day of the period: a Monday, thirteen weeks before the end.", key = true)
        LocalDate periodStart,

        @Describe(value = "Component of the index.", key = true)
        String component,

        @Describe("Pillar that it belongs to: presence, cadence, dialogue or breadth.")
        String pillar,

        @Describe("Last day of the period, a Sunday.") LocalDate periodEnd,

        @Describe(value = "Value of the component; higher is more integrated.", nullable = true) @Nullable Double value,

        @Describe("Why the value is there or is not.") MetricState state,

        @Describe("Peer stratum: bed class, rurality and teaching, small ones merged.")
        String peerStratum,

        @Describe("Providers of the stratum with a value.") long peers,

        @Describe(value = "Mid-percentile among the peers of the period, 0 to 1.", nullable = true) @Nullable Double midPercentile,

        @Describe(
                value =
                        "Mid-percentile against the peers of the baseline year, 0 to 1; NULL before there is a baseline.",
                nullable = true)
        @Nullable Double baselinePercentile,

        @Describe("Whether all peers have the same value, so that the percentile says nothing.")
        boolean isWithoutVariance,

        @Describe("Version of the definition.") String definitionVersion) {}
