package org.carebench.jobs.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.carebench.contract.lake.BedBand;
import org.carebench.contract.lake.ComparisonRule;
import org.carebench.contract.lake.IndexRule;
import org.carebench.contract.lake.IndexWall;
import org.carebench.contract.lake.MeasureDefinition;
import org.carebench.contract.lake.MetricDefinition;
import org.carebench.contract.lake.MetricRule;
import org.carebench.contract.lake.RecommendationRule;
import org.carebench.contract.lake.StateGeography;
import org.carebench.contract.lake.TopicTaxonomy;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the definitions; an unknown key, a missing one or something that is defined twice stops the program. */
public final class DefinitionFiles {

    /** As {@code config/benchmark.yaml} is written. */
    private record Benchmark(
            int minimumGroupSize,
            List<BedBand> bedBands,
            Map<String, List<String>> ownershipGroups,
            RecommendationRule recommendation) {}

    /** As {@code config/geography.yaml} is written. */
    private record Geography(List<StateGeography> states) {}

    /** As a file of {@code config/measures} is written. */
    private record Measures(List<MeasureDefinition> measures) {}

    /** As a file of {@code config/metrics} is written. */
    private record Metrics(List<MetricDefinition> metrics) {}

    private final YAMLMapper yaml = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /**
     * Reads every definition.
     *
     * @param folder the folder config/
     */
    public Definitions read(Path folder) {
        Benchmark benchmark = read(folder.resolve("benchmark.yaml"), Benchmark.class);
        List<MetricDefinition> metrics = metrics(folder.resolve("metrics"));
        return new Definitions(
                measures(folder.resolve("measures")),
                benchmark.minimumGroupSize(),
                benchmark.bedBands(),
                ownershipToGroup(benchmark.ownershipGroups()),
                benchmark.recommendation(),
                metrics,
                read(folder.resolve("metrics.yaml"), MetricRule.class),
                index(folder.resolve("index.yaml"), metrics),
                states(folder.resolve("geography.yaml")),
                read(folder.resolve("comparison.yaml"), ComparisonRule.class),
                topics(folder.resolve("topics/keywords.yaml")));
    }

    /** The index, which nothing may feed that it is compared with. */
    private IndexRule index(Path file, List<MetricDefinition> metrics) {
        IndexRule rule = read(file, IndexRule.class);
        try {
            IndexWall.check(rule, metrics);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("Cannot use " + file + ": " + e.getMessage(), e);
        }
        return rule;
    }

    private List<StateGeography> states(Path file) {
        List<StateGeography> states = read(file, Geography.class).states();
        Set<String> codes = new HashSet<>();
        for (StateGeography state : states) {
            if (!codes.add(state.state())) {
                throw new ConfigurationException(
                        "Cannot use " + file + ": state " + state.state() + " stands there twice. Keep one of them.");
            }
        }
        return states;
    }

    private List<MeasureDefinition> measures(Path folder) {
        return all(folder, Measures.class, Measures::measures, MeasureDefinition::id);
    }

    private List<MetricDefinition> metrics(Path folder) {
        return all(folder, Metrics.class, Metrics::metrics, MetricDefinition::id);
    }

    /** What all files of a folder define, sorted by id. */
    private <F, D> List<D> all(Path folder, Class<F> type, Function<F, List<D>> definitions, Function<D, String> idOf) {
        SortedMap<String, D> byId = new TreeMap<>();
        for (Path file : yamlFiles(folder)) {
            for (D definition : definitions.apply(read(file, type))) {
                String id = idOf.apply(definition);
                if (byId.put(id, definition) != null) {
                    throw new ConfigurationException("Cannot use the " + folder.getFileName() + " in " + folder + ": "
                            + id + " is defined twice");
                }
            }
        }
        return List.copyOf(byId.values());
    }

    private static List<Path> yamlFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ConfigurationException(
                    "Cannot read the " + folder.getFileName() + " in " + folder + ": " + e.getMessage(), e);
        }
    }

    private TopicTaxonomy topics(Path file) {
        TopicTaxonomy taxonomy = read(file, TopicTaxonomy.class);
        requireDistinct(file, taxonomy.topics());
        requireDistinct(file, taxonomy.audiences());
        return taxonomy;
    }

    private static void requireDistinct(Path file, List<TopicTaxonomy.Label> labels) {
        Set<String> ids = new HashSet<>();
        for (TopicTaxonomy.Label label : labels) {
            if (!ids.add(label.id())) {
                throw new ConfigurationException("Cannot use the taxonomy of " + file + ": " + label.id()
                        + " is defined twice. Put its phrases together.");
            }
        }
    }

    private static Map<String, String> ownershipToGroup(Map<String, List<String>> groups) {
        Map<String, String> byOwnership = new HashMap<>();
        groups.forEach((group, ownerships) -> ownerships.forEach(ownership -> {
            String other = byOwnership.put(ownership, group);
            if (other != null) {
                throw new ConfigurationException("Cannot use the ownership groups of benchmark.yaml: '" + ownership
                        + "' stands in " + other + " and in " + group + ". Keep it in one of them.");
            }
        }));
        return byOwnership;
    }

    private <T> T read(Path file, Class<T> type) {
        try {
            return yaml.readValue(file, type);
        } catch (JacksonException e) {
            throw new ConfigurationException("Cannot read " + file + ": " + e.getOriginalMessage(), e);
        }
    }
}
