package org.carebench.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.carebench.contract.lake.IndexRule;
import org.carebench.contract.lake.MetricDefinition;
import org.carebench.contract.lake.MetricRule;

/** The metrics that come with the program, and the index that is made from them. */
public final class MetricDefinitions {

    private static final Path CONFIG = Path.of("../config");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private record Metrics(List<MetricDefinition> metrics) {}

    private MetricDefinitions() {}

    /** As {@code config/metrics} defines them, sorted by id. */
    public static List<MetricDefinition> all() {
        List<MetricDefinition> all = new ArrayList<>();
        try (var files = Files.list(CONFIG.resolve("metrics"))) {
            files.forEach(file -> all.addAll(read(file, Metrics.class).metrics()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.sort(Comparator.comparing(MetricDefinition::id));
        return all;
    }

    /** As {@code config/metrics.yaml} states it. */
    public static MetricRule rule() {
        return read(CONFIG.resolve("metrics.yaml"), MetricRule.class);
    }

    /** As {@code config/index.yaml} states it. */
    public static IndexRule index() {
        return read(CONFIG.resolve("index.yaml"), IndexRule.class);
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            return YAML.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
