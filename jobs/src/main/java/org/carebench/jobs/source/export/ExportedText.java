package org.carebench.jobs.source.export;

import java.util.regex.Pattern;
import org.carebench.jobs.source.SourceField;
import org.carebench.jobs.source.SourceRow;
import org.jspecify.annotations.Nullable;

/** Texts of exports. Some put an apostrophe before a text that a spreadsheet would take for a formula. */
final class ExportedText {

    private static final Pattern GUARDED = Pattern.compile("'(?=[=+@-])");

    private ExportedText() {}

    /** The text of a cell, or NULL where the file lacks the column or the cell has none. */
    static @Nullable String of(SourceRow row, String column) {
        return row.has(column) ? of(row.field(column)) : null;
    }

    /** The text of a cell, or NULL where it has none. */
    static @Nullable String of(SourceField field) {
        if (field.isMissing() || field.text().equals("N/A")) {
            return null;
        }
        return GUARDED.matcher(field.text()).lookingAt() ? field.text().substring(1) : field.text();
    }
}
