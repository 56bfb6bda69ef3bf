package org.carebench.jobs.source;

import java.util.List;
import org.carebench.contract.dataset.ProblemCode;

/** A row of a source file. */
public final class SourceRow {

    private static final char NUL = '\0';

    private final SourceHeader header;
    private final List<String> fields;
    private final long line;

    SourceRow(SourceHeader header, List<String> fields, long line) {
        this.header = header;
        this.fields = fields;
        this.line = line;
    }

    /** A row whose quotes are broken, so that its fields cannot be told apart. */
    static SourceRow broken(SourceHeader header, long line) {
        return new SourceRow(header, List.of(), line);
    }

    /** The line at which the row starts, the header being line 1. */
    public long line() {
        return line;
    }

    /** Characters of the row, its separators among them; quotes are not counted. */
    public long length() {
        return fields.stream().mapToLong(field -> field.length() + 1).sum();
    }

    /** A cell of the row, by the newest name of its column. */
    public SourceField field(String column) {
        return new SourceField(
                column,
                withoutControlCharacters(fields.get(header.position(column))).strip());
    }

    /** Whether the file has an optional column. */
    public boolean has(String column) {
        return header.has(column);
    }

    boolean hasAllFields() {
        return fields.size() == header.fieldCount();
    }

    /**
     * Refuses rows that no format can read.
     *
     * @throws RowRejectedException where the row has broken quotes, too many or too few fields, or a NUL character
     */
    public void requireReadable() {
        if (fields.isEmpty()) {
            throw new RowRejectedException(
                    ProblemCode.BROKEN_QUOTES,
                    null,
                    "The quotes of the row are broken, so that its fields cannot be told apart; close every quote, and double"
                            + " quotes inside a quoted field");
        }
        if (!hasAllFields()) {
            throw new RowRejectedException(
                    ProblemCode.WRONG_FIELD_COUNT,
                    null,
                    "The row has " + fields.size() + " fields, the header " + header.fieldCount()
                            + "; look for a missing or a stray comma or quote");
        }
        if (hasNul()) {
            throw new RowRejectedException(
                    ProblemCode.FORBIDDEN_CHARACTER,
                    null,
                    "The row holds a NUL character, which no text column can hold; remove it");
        }
    }

    private boolean hasNul() {
        return fields.stream().anyMatch(field -> field.indexOf(NUL) >= 0);
    }

    /** A text of this row after its escapes were resolved, held to the same rules as the row itself. */
    static String requireHoldable(SourceField field, String text) {
        if (text.indexOf(NUL) >= 0) {
            throw field.rejected(
                    ProblemCode.FORBIDDEN_CHARACTER, "holds a NUL character, which no text column can hold");
        }
        return withoutControlCharacters(text).strip();
    }

    /** Control characters carry no meaning in these files; line breaks and tabs do. */
    private static String withoutControlCharacters(String field) {
        return field.codePoints().anyMatch(SourceRow::isMeaningless) ? blankMeaningless(field) : field;
    }

    private static String blankMeaningless(String field) {
        StringBuilder clean = new StringBuilder(field.length());
        field.codePoints().forEach(c -> clean.appendCodePoint(isMeaningless(c) ? ' ' : c));
        return clean.toString();
    }

    private static boolean isMeaningless(int character) {
        boolean isHalfOfACharacter = character <= Character.MAX_VALUE && Character.isSurrogate((char) character);
        boolean isLayout = character == '\n' || character == '\r' || character == '\t';
        return isHalfOfACharacter || (Character.isISOControl(character) && !isLayout);
    }
}
