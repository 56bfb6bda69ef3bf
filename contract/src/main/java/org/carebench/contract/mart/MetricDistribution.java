package org.carebench.contract.mart;

import java.time.LocalDate;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.Describe;
import org.jspecify.annotations.Nullable;

/**
 * Question 3: how a metric is distributed over the providers of a peer group. A percentile is shown from as many providers
 * on as it takes to tell it: 11 for the median, 20 for the quartiles, 30 for the outer ones.
 */
@Dataset(name = "metric_distribution", grain = "one row per metric, platform, period, peer dimension and peer group")
public record MetricDistribution(
        @Describe(value = "Metric of config/metrics.", key = true)
        String metricId,

        @Describe(value = "Platform; all where a metric spans platforms.", key = true)
        String platform,

        @Describe(value = "First day of the period: a Monday, thirteen weeks before the end.", key = true)
        LocalDate periodStart,

        @Describe(value = "What providers are grouped by: national, ownership_group or bed_band.", key = true)
        String peerDimension,

        @Describe(value = "The group.", key = true) String peerGroup,
        @Describe("Last day of the period, a Sunday.") LocalDate periodEnd,
        @Describe("Unit of the statistics.") String unit,

        @Describe(value = "Providers with a value; NULL where suppressed.", nullable = true) @Nullable Long n,

        @Describe(
                value = "Providers with a row in provider_metric and without a value; NULL where suppressed.",
                nullable = true)
        @Nullable Long nMissing,

        @Describe(
                value =
                        "Most frequent reason of missing values, as the state in provider_metric; NULL where none is missing or fewer than the minimum share it.",
                nullable = true)
        @Nullable String missingReason,

        @Describe(value = "10th percentile, type 7; NULL below 30 providers.", nullable = true) @Nullable Double p10,

        @Describe(value = "25th percentile, type 7; NULL below 20 providers.", nullable = true) @Nullable Double p25,

        @Describe(value = "Median, type 7.", nullable = true) @Nullable Double median,

        @Describe(value = "Lower limit of the 95 % interval of the median, an order statistic.", nullable = true)
        @Nullable Double medianLow,

        @Describe(value = "Upper limit of the 95 % interval of the median.", nullable = true) @Nullable Double medianHigh,

        @Describe(value = "75th percentile, type 7; NULL below 20 providers.", nullable = true) @Nullable Double p75,

        @Describe(value = "90th percentile, type 7; NULL below 30 providers.", nullable = true) @Nullable Double p90,

        @Describe(value = "Distance of the quartiles; NULL below 20 providers.", nullable = true) @Nullable Double iqr,

        @Describe(value = "Mean over providers, each counted once.", nullable = true) @Nullable Double mean,

        @Describe(value = "Sample standard deviation.", nullable = true) @Nullable Double sd,

        @Describe(
                value =
                        "Share of providers with the value 0, from 0 to 1; NULL where the zeros or the others are fewer than the minimum, but not none.",
                nullable = true)
        @Nullable Double shareZero,

        @Describe(
                value = "Why numbers are withheld: FEWER_THAN_MINIMUM or COMPLEMENTARY; NULL where they are shown.",
                nullable = true)
        @Nullable String suppressedReason,

        @Describe("Version of the metric's definition.") String definitionVersion) {}
