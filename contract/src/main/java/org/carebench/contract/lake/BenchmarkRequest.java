package org.carebench.contract.lake;

import java.util.List;
import java.util.Map;

/**
 * Everything that the Spark application needs to compute one release: no clock, no environment, no "latest".
 *
 * @param lakeRoot root of the lake, a path or a Hadoop file system URI
 * @param codeVersion version of the code, written into the manifest
 * @param history what the nights before collected from live platforms; their problems and coverage are not among it
 * @param minimumGroupSize groups with fewer providers are suppressed
 * @param ownershipGroups ownership as registries name it, to FOR_PROFIT, NON_PROFIT or GOVERNMENT
 * @param metrics sorted by id
 * @param states region and time zone of each state, each state once
 * @param topics what posts can be about and what expects an answer
 */
public record BenchmarkRequest(
        String release,
        String lakeRoot,
        String codeVersion,
        NightManifest night,
        List<LandingManifest> history,
        int minimumGroupSize,
        List<MeasureDefinition> measures,
        List<BedBand> bedBands,
        Map<String, String> ownershipGroups,
        RecommendationRule recommendation,
        List<MetricDefinition> metrics,
        MetricRule metricRule,
        IndexRule index,
        List<StateGeography> states,
        ComparisonRule comparison,
        TopicTaxonomy topics) {

    public BenchmarkRequest {
        history = List.copyOf(history);
        measures = List.copyOf(measures);
        bedBands = List.copyOf(bedBands);
        ownershipGroups = Map.copyOf(ownershipGroups);
        metrics = List.copyOf(metrics);
        states = List.copyOf(states);
    }
}
