package org.carebench.simulator.write;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A CSV file, RFC 4180 with line feeds; NULL becomes a blank cell. */
final class CsvTable implements Closeable {

    private final BufferedWriter out;
    private final int columns;

    private CsvTable(BufferedWriter out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    static CsvTable create(Path file, List<String> columns) throws IOException {
        Files.createDirectories(file.getParent());
        CsvTable table = new CsvTable(Files.newBufferedWriter(file), columns.size());
        table.write(columns);
        return table;
    }

    void row(@Nullable Object... cells) throws IOException {
        if (cells.length != columns) {
            throw new IllegalArgumentException(
                    "Cannot write a row of " + cells.length + " cells: the table has " + columns + " columns");
        }
        write(Arrays.asList(cells));
    }

    private void write(List<? extends @Nullable Object> cells) throws IOException {
        out.write(cells.stream().map(CsvTable::cell).collect(Collectors.joining(",")));
        out.write('\n');
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean quoted = text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0;
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
