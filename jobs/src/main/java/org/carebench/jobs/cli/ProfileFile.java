package org.carebench.jobs.cli;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.config.ConfigurationException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Faults of a profile that the framework would answer with a page of text, or not at all. */
final class ProfileFile {

    private ProfileFile() {}

    /**
     * Checks that the file is YAML, and that the files of its sources have known keys only: the framework lets unknown keys
     * pass where a list stands in a list.
     *
     * @throws ConfigurationException where it is not so
     */
    static void check(Path profile) {
        Set<String> known = keys(CarebenchProperties.Vintage.class);
        for (JsonNode source : read(profile).path("carebench").path("sources")) {
            for (JsonNode vintage : source.path("vintages")) {
                for (String key : vintage.propertyNames()) {
                    if (!known.contains(key)) {
                        throw new ConfigurationException("Cannot use profile " + profile + ": nobody knows key " + key
                                + " in the vintages of source "
                                + source.path("id").asString("") + ". The keys are "
                                + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
                    }
                }
            }
        }
    }

    private static JsonNode read(Path profile) {
        try {
            return new YAMLMapper().readTree(profile);
        } catch (JacksonException e) {
            throw new ConfigurationException(
                    "Cannot use profile " + profile + ": it is no valid YAML at line "
                            + e.getLocation().getLineNr() + ". Correct it there or in the line before.",
                    e);
        }
    }

    private static Set<String> keys(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
