package org.carebench.jobs.source;

import java.util.List;
import java.util.stream.Stream;

/**
 * A column that a format needs.
 *
 * @param name the name of its newest header
 * @param aliases names that older headers used
 */
public record SourceColumn(String name, List<String> aliases) {

    public SourceColumn {
        aliases = List.copyOf(aliases);
    }

    public static SourceColumn column(String name, String... aliases) {
        return new SourceColumn(name, List.of(aliases));
    }

    Stream<String> acceptedNames() {
        return Stream.concat(Stream.of(name), aliases.stream());
    }
}
