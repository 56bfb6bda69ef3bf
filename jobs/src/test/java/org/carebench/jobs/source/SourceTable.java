package org.carebench.jobs.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A tiny writer of comma-separated files. A test names only the cells that matter; the others take the default of their
 * column, which is blank unless the test says otherwise.
 */
public final class SourceTable {

    private final Map<String, String> defaults = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    private SourceTable(List<String> columns) {
        columns.forEach(column -> defaults.put(column, ""));
        lines.add(line(columns));
    }

    public static SourceTable of(String... columns) {
        return new SourceTable(List.of(columns));
    }

    public static SourceTable of(List<SourceColumn> columns) {
        return new SourceTable(columns.stream().map(SourceColumn::name).toList());
    }

    /** Sets what a column holds where a row does not say. */
    public SourceTable withDefault(String column, String value) {
        requireColumn(column);
        defaults.put(column, value);
        return this;
    }

    /** Adds a row of names and values in turns. */
    public SourceTable row(String... namesAndValues) {
        Map<String, String> cells = new LinkedHashMap<>(defaults);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            requireColumn(namesAndValues[i]);
            cells.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        lines.add(line(List.copyOf(cells.values())));
        return this;
    }

    /** Adds a line as it stands. */
    public SourceTable rawLine(String line) {
        lines.add(line);
        return this;
    }

    /** Writes the file, with a line break at its end. */
    public Path write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireColumn(String column) {
        if (!defaults.containsKey(column)) {
            throw new IllegalArgumentException("The table has no column " + column);
        }
    }

    static String line(List<String> cells) {
        return cells.stream().map(SourceTable::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        boolean needsQuotes =
                cell.isEmpty() || cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return needsQuotes ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
