package org.carebench.jobs.source;

import java.util.List;
import java.util.stream.Stream;

/**
 * A column that a format reads.
 *
 * @param name the name of its newest header
 * @param aliases names that older headers, or headers in other languages, use
 * @param isOptional whether a file may lack it
 */
public record SourceColumn(String name, List<String> aliases, boolean isOptional) {

    public SourceColumn {
        aliases = List.copyOf(aliases);
    }

    public static SourceColumn column(String name, String... aliases) {
        return new SourceColumn(name, List.of(aliases), false);
    }

    /** The same column in a format whose files may lack it. */
    public SourceColumn optional() {
        return new SourceColumn(name, aliases, true);
    }

    Stream<String> acceptedNames() {
        return Stream.concat(Stream.of(name), aliases.stream());
    }
}
