package org.carebench.spark.statistics;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Seeds of random numbers from the names of what is computed, so that a retry or other partitions change nothing. */
public final class Seeds {

    private static final String SEPARATOR = "|";

    private Seeds() {}

    /** XXH64 of {@code metric|period|stratum|contrast|definitionVersion} in UTF-8. */
    public static long of(String metric, String period, String stratum, String contrast, String definitionVersion) {
        List<String> names = List.of(metric, period, stratum, contrast, definitionVersion);
        for (String name : names) {
            if (name.contains(SEPARATOR)) {
                throw new IllegalArgumentException("Cannot make a seed of " + names + ": " + name + " contains a "
                        + SEPARATOR + ", which separates the names");
            }
        }
        return XxHash64.of(String.join(SEPARATOR, names).getBytes(StandardCharsets.UTF_8), 0);
    }
}
