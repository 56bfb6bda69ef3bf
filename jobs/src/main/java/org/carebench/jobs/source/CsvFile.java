package org.carebench.jobs.source;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comma-separated file with a header, in UTF-8, with or without a byte-order mark (RFC 4180 quoting). Reads row by row;
 * a file that is damaged as a whole is refused with a {@link SourceFileException}, also when the damage shows only at its
 * end.
 */
public final class CsvFile implements Closeable {

    /** Longest row that is read, in characters: protects the heap from a file whose quotes never close. */
    private static final int LONGEST_ROW = 4 * 1024 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String name;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final SourceHeader header;
    private long lastLine = 1;

    private CsvFile(String name, CsvReader<CsvRecord> reader, List<SourceColumn> columns) {
        this.name = name;
        this.reader = reader;
        this.records = reader.iterator();
        this.header = SourceHeader.resolve(name, headerFields(), columns);
    }

    /**
     * Opens a file and finds the columns.
     *
     * @param name how messages call the file: its path relative to the input folder
     * @throws SourceFileException where it is missing, empty, not UTF-8, cut off, or lacks a column
     */
    public static CsvFile open(Path path, String name, List<SourceColumn> columns) {
        requireFile(path, name);
        requireLineBreakAtEnd(path, name);
        return openReference(path, name, columns);
    }

    /** Opens a list that explains a source, such as footnotes. Such lists are published without a last line break too. */
    public static CsvFile openReference(Path path, String name, List<SourceColumn> columns) {
        requireFile(path, name);
        try {
            CsvReader<CsvRecord> reader = CsvReader.builder()
                    .commentStrategy(CommentStrategy.NONE)
                    .skipEmptyLines(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(LONGEST_ROW)
                    .ofCsvRecord(strictReader(path));
            try {
                return new CsvFile(name, reader, columns);
            } catch (RuntimeException e) {
                reader.close();
                throw e;
            }
        } catch (IOException e) {
            throw new SourceFileException("Cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    /** The next row, or NULL at the end of the file. */
    public @Nullable SourceRow next() {
        if (!hasNext()) {
            return null;
        }
        CsvRecord fields = record();
        lastLine = fields.getStartingLineNumber();
        SourceRow row = new SourceRow(header, fields.getFields(), lastLine);
        if (!row.hasAllFields() && !hasNext()) {
            throw new SourceFileException("Cannot read " + name + ": its last row, at line " + lastLine + ", has "
                    + fields.getFieldCount() + " fields instead of " + header.fieldCount()
                    + ", as if the file had been cut off. Fetch the file again.");
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private List<String> headerFields() {
        if (!hasNext()) {
            throw new SourceFileException("Cannot read " + name + ": it is empty. Fetch the file again.");
        }
        return record().getFields();
    }

    private boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException | UncheckedIOException e) {
            throw refusal(e);
        }
    }

    private CsvRecord record() {
        try {
            return records.next();
        } catch (CsvParseException | UncheckedIOException e) {
            throw refusal(e);
        }
    }

    private SourceFileException refusal(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new SourceFileException(
                        "Cannot read " + name + ": it is not valid UTF-8 after line " + lastLine
                                + ". Convert it to UTF-8 and run again.",
                        failure);
            }
        }
        return new SourceFileException(
                "Cannot read " + name + ": its quotes or rows break off after line " + lastLine
                        + ", as if the file had been cut off or a quote were missing. Fetch the file again, or mend the quote.",
                failure);
    }

    private static Reader strictReader(Path path) throws IOException {
        PushbackInputStream bytes =
                new PushbackInputStream(new BufferedInputStream(Files.newInputStream(path)), BYTE_ORDER_MARK.length);
        byte[] start = bytes.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
            bytes.unread(start);
        }
        return new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
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
