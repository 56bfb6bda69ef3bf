package org.carebench.jobs.source;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A comma-separated file with a header, in UTF-8, with or without a byte-order mark (RFC 4180 quoting). Reads row by row. A
 * row whose quotes are broken is given out as unreadable, and reading goes on at the next line; a file that is damaged as a
 * whole is refused with a {@link SourceFileException}, also when the damage shows only at its end.
 */
public final class CsvFile implements Closeable {

    /** Longest row that is read, in characters: protects the heap from a quote that never closes. */
    private static final int LONGEST_ROW = 4 * 1024 * 1024;

    /** Rows with broken quotes after which the file is given up; each costs a pass over what was read before. */
    private static final int MOST_BROKEN_ROWS = 500;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path path;
    private final String name;
    private final SourceHeader header;
    private CsvReader<CsvRecord> reader;
    private CloseableIterator<CsvRecord> records;
    private long linesSkipped;
    private long nextLine = 1;
    private int brokenRows;
    private @Nullable SourceRow ahead;

    private CsvFile(Path path, String name, List<SourceColumn> columns) throws IOException {
        this.path = path;
        this.name = name;
        this.reader = csvReader(strictReader(path));
        this.records = reader.iterator();
        try {
            this.header = SourceHeader.resolve(name, headerFields(), columns);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
        this.ahead = readRow();
    }

    /**
     * Opens a file and finds the columns.
     *
     * @param name how messages call the file: its path relative to the input folder
     * @throws SourceFileException where it is missing, empty, not UTF-8, cut off, or lacks a column
     */
    public static CsvFile open(Path path, String name, List<SourceColumn> columns) {
        CsvFile file = openReference(new NamedFile(name, path), columns);
        try {
            requireLineBreakAtEnd(path, name);
            return file;
        } catch (SourceFileException e) {
            file.closeAfter(e);
            throw e;
        }
    }

    /** Opens a list that explains a source, such as footnotes. Such lists are published without a last line break too. */
    private static CsvFile openReference(NamedFile file, List<SourceColumn> columns) {
        requireFile(file.path(), file.name());
        try {
            return new CsvFile(file.path(), file.name(), columns);
        } catch (IOException e) {
            throw new SourceFileException("Cannot read " + file.name() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a whole list that explains a source.
     *
     * @throws SourceFileException where the list or a row of it cannot be read: without it, the source would be
     *     misunderstood
     */
    public static void readReference(NamedFile list, List<SourceColumn> columns, Consumer<SourceRow> reader) {
        try (CsvFile file = openReference(list, columns)) {
            for (SourceRow row = file.next(); row != null; row = file.next()) {
                readRow(list, row, reader);
            }
        } catch (IOException e) {
            throw new SourceFileException("Cannot read " + list.name() + ": " + e.getMessage(), e);
        }
    }

    private static void readRow(NamedFile list, SourceRow row, Consumer<SourceRow> reader) {
        try {
            row.requireReadable();
            reader.accept(row);
        } catch (RowRejectedException e) {
            throw new SourceFileException(
                    "Cannot read " + list.name() + ", line " + row.line() + ": " + e.sentence() + ".", e);
        }
    }

    /** The next row, or NULL at the end of the file. */
    public @Nullable SourceRow next() {
        SourceRow row = ahead;
        ahead = row == null ? null : readRow();
        if (row != null && ahead == null && !row.hasAllFields()) {
            throw new SourceFileException("Cannot read " + name + ": its last row, at line " + row.line()
                    + ", is incomplete, as if the file had been cut off. Fetch the file again.");
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private void closeAfter(SourceFileException failure) {
        try {
            close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private List<String> headerFields() {
        try {
            if (!records.hasNext()) {
                throw new SourceFileException("Cannot read " + name + ": it is empty. Fetch the file again.");
            }
            CsvRecord first = records.next();
            nextLine = first.getStartingLineNumber() + lines(first);
            return first.getFields();
        } catch (CsvParseException | UncheckedIOException e) {
            requireUtf8(e);
            throw new SourceFileException(
                    "Cannot read " + name + ": the quotes of its header are broken. Mend the header.", e);
        }
    }

    private @Nullable SourceRow readRow() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord row = records.next();
            long line = linesSkipped + row.getStartingLineNumber();
            long lines = lines(row);
            if (row.getFieldCount() != header.fieldCount() && lines > 1) {
                return brokenRow(line);
            }
            nextLine = line + lines;
            return new SourceRow(header, row.getFields(), line);
        } catch (CsvParseException | UncheckedIOException e) {
            requireUtf8(e);
            return brokenRow(nextLine);
        }
    }

    /** A quote that does not close swallows the rows behind it: only its own line is given up. */
    private SourceRow brokenRow(long fromLine) {
        if (++brokenRows > MOST_BROKEN_ROWS) {
            throw new SourceFileException(
                    "Cannot read " + name + ": the quotes of more than " + MOST_BROKEN_ROWS
                            + " rows are broken, the last at line " + fromLine
                            + ". Check how the file was written: fields with quotes must be quoted, and quotes in them doubled.");
        }
        try {
            reader.close();
            BufferedReader lines = strictReader(path);
            long line = TextLines.skip(lines, fromLine);
            linesSkipped = line;
            nextLine = line + 1;
            reader = csvReader(lines);
            records = reader.iterator();
            return SourceRow.broken(header, line);
        } catch (IOException e) {
            throw new SourceFileException("Cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    private void requireUtf8(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                throw new SourceFileException(
                        "Cannot read " + name + ": it is not valid UTF-8 at or after line " + nextLine
                                + ". Convert it to UTF-8 and run again.",
                        failure);
            }
        }
    }

    private static CsvReader<CsvRecord> csvReader(BufferedReader text) {
        return CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_ROW)
                .ofCsvRecord(text);
    }

    /** Lines that a row takes: one, and one more for each line break in its fields. */
    private static long lines(CsvRecord row) {
        return 1 + row.getFields().stream().mapToLong(TextLines::breaks).sum();
    }

    private static BufferedReader strictReader(Path path) throws IOException {
        PushbackInputStream bytes =
                new PushbackInputStream(new BufferedInputStream(Files.newInputStream(path)), BYTE_ORDER_MARK.length);
        byte[] start = bytes.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
            bytes.unread(start);
        }
        return new BufferedReader(new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private static void requireFile(Path path, String name) {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new SourceFileException("Cannot read " + name + ": there is no readable file at " + path
                    + ". Check the input folder of the profile.");
        }
    }

    private static void requireLineBreakAtEnd(Path path, String name) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            if (file.length() == 0) {
                throw new SourceFileException("Cannot read " + name + ": it is empty. Fetch the file again.");
            }
            file.seek(file.length() - 1);
            if (file.read() != '\n') {
                throw new SourceFileException("Cannot read " + name
                        + ": it does not end with a line break, as if it had been cut off. Fetch the file again, or add the"
                        + " line break if the file is complete.");
            }
        } catch (IOException e) {
            throw new SourceFileException("Cannot read " + name + ": " + e.getMessage(), e);
        }
    }
}
