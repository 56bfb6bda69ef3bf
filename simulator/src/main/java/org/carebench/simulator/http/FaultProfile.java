package org.carebench.simulator.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Everything that goes wrong between the platforms and their callers.
 *
 * @param seed of the draws
 * @param limitShare by platform, the share of its documented limits that is granted
 * @param faults in order; at most one of them spoils an answer, the first that strikes
 */
public record FaultProfile(long seed, Map<String, Double> limitShare, List<FaultRule> faults) {

    /** Nothing goes wrong. */
    public static final FaultProfile NONE = new FaultProfile(0, Map.of(), List.of());

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @JsonCreator
    static FaultProfile read(long seed, @Nullable Map<String, Double> limitShare, @Nullable List<FaultRule> faults) {
        return new FaultProfile(
                seed, Objects.requireNonNullElse(limitShare, Map.of()), Objects.requireNonNullElse(faults, List.of()));
    }

    /**
     * Reads a profile from a YAML or JSON file.
     *
     * @throws IllegalArgumentException where the file is no fault profile
     */
    public static FaultProfile read(Path file) throws IOException {
        try {
            return YAML.readValue(Files.readString(file), FaultProfile.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Cannot read fault profile " + file + ": " + e.getOriginalMessage(), e);
        }
    }
}
