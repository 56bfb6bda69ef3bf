package org.carebench.contract.mart;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/** A metric of a provider in a period, with what it was computed from. */
@Dataset(name = "provider_metric", grain = "one row per provider, platform, metric and period")
public record ProviderMetric(
        @Describe(value = "Provider.", key = true) String organizationId,

        @Describe(value = "Platform; all where a metric spans platforms.", key = true)
        String platform,

        @Describe(value = "Metric of config/metrics.", key = true)
        String metricId,

        @Describe(value = "First day of the period: a Monday, thirteen weeks before the end.", key = true)
        LocalDate periodStart,

        @Describe("Last day of the period, a Sunday.") LocalDate periodEnd,

        @Describe(value = "Numerator of the metric; NULL where it is not a ratio of sums.", nullable = true) @Nullable Double numerator,

        @Describe(value = "Denominator of the metric; NULL where it is not a ratio of sums.", nullable = true) @Nullable Double denominator,

        @Describe(value = "Value in the unit; NULL where the state says why.", nullable = true) @Nullable Double value,

        @Describe("Why the value is there or is not.") MetricState state,

        @Describe(value = "Posts, items or weeks behind the value; NULL where none could be counted.", nullable = true)
        @Nullable Long items,

        @Describe(value = "Posts or items left out: immature, late or without the counter.", nullable = true) @Nullable Long excluded,

        @Describe("Unit of the value.") String unit,

        @Describe("Version of the definition.") String definitionVersion) {}
