package org.carebench.jobs.config;

import java.util.List;
import java.util.Map;
import org.carebench.contract.lake.BedBand;
import org.carebench.contract.lake.ComparisonRule;
import org.carebench.contract.lake.IndexRule;
import org.carebench.contract.lake.MeasureDefinition;
import org.carebench.contract.lake.MetricDefinition;
import org.carebench.contract.lake.MetricRule;
import org.carebench.contract.lake.RecommendationRule;
import org.carebench.contract.lake.StateGeography;
import org.carebench.contract.lake.TopicTaxonomy;

/**
 * What numbers mean, as data: {@code config/measures/*.yaml}, {@code config/benchmark.yaml},
 * {@code config/metrics/*.yaml}, {@code config/metrics.yaml}, {@code config/index.yaml},
 * {@code config/geography.yaml}, {@code config/comparison.yaml} and {@code config/topics/keywords.yaml}.
 *
 * @param minimumGroupSize groups of fewer providers are never shown
 */
public record Definitions(
        List<MeasureDefinition> measures,
        int minimumGroupSize,
        List<BedBand> bedBands,
        Map<String, String> ownershipGroups,
        RecommendationRule recommendation,
        List<MetricDefinition> metrics,
        MetricRule metricRule,
        IndexRule index,
        List<StateGeography> states,
        ComparisonRule comparison,
        TopicTaxonomy topics) {

    public Definitions {
        measures = List.copyOf(measures);
        bedBands = List.copyOf(bedBands);
        ownershipGroups = Map.copyOf(ownershipGroups);
        metrics = List.copyOf(metrics);
        states = List.copyOf(states);
    }
}
