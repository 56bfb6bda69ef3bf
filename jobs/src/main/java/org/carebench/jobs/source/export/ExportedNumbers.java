package org.carebench.jobs.source.export;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.source.SourceField;
import org.carebench.jobs.source.SourceFileException;
import org.carebench.jobs.source.SourceRow;
import org.carebench.jobs.source.SourceVintage;
import org.jspecify.annotations.Nullable;

/** Whole numbers as people's exports write them: 1250 or 1,250, with what stands for no number. */
final class ExportedNumbers {

    private static final String SETTING = "thousands";
    private static final long MOST = 1_000_000_000_000L;

    private static final Set<String> NOTHING = Set.of("N/A", "n/a", "-", "--", "–", "—");

    private final String separator;
    private final Pattern grouped;

    private ExportedNumbers(String separator) {
        this.separator = separator;
        this.grouped = Pattern.compile("[0-9]{1,3}(?:" + Pattern.quote(separator) + "[0-9]{3})+");
    }

    /**
     * Numbers with the separator of setting {@code thousands}: a comma, unless the profile says a full stop.
     *
     * @throws SourceFileException where the profile names anything else
     */
    static ExportedNumbers of(SourceVintage vintage) {
        String separator = vintage.settings().getOrDefault(SETTING, ",");
        if (!Set.of(",", ".").contains(separator)) {
            throw new SourceFileException("Cannot read " + vintage.file() + ": setting '" + SETTING + "' of source "
                    + vintage.sourceId() + " is neither \",\" nor \".\".");
        }
        return new ExportedNumbers(separator);
    }

    static boolean isMissing(SourceField field) {
        return field.isMissing() || NOTHING.contains(field.text());
    }

    /** The number of a cell; a percentage, a rounded number such as 1.2K or a negative one is rejected. */
    long read(SourceField field) {
        boolean isGrouped = grouped.matcher(field.text()).matches();
        String digits = isGrouped ? field.text().replace(separator, "") : field.text();
        return new SourceField(field.column(), digits).integer(0, MOST);
    }

    /** Length of a video in seconds; NULL where the file does not say, or the post has none, which exports write as 0. */
    @Nullable Long seconds(SourceRow row, String column) {
        if (!row.has(column) || isMissing(row.field(column))) {
            return null;
        }
        long seconds = read(row.field(column));
        return seconds == 0 ? null : Long.valueOf(seconds);
    }

    /** The counters of a row. One whose column the file lacks is not in the source; an empty cell is not available. */
    Counters counters(String platform, SourceRow row, Map<Counter, String> columns) {
        Counters.Builder counters = Counters.of(platform);
        columns.forEach((counter, column) -> {
            if (row.has(column)) {
                add(counters, counter, row.field(column));
            }
        });
        return counters.build();
    }

    private void add(Counters.Builder counters, Counter counter, SourceField field) {
        if (isMissing(field)) {
            counters.missing(counter, MeasureState.NOT_AVAILABLE);
        } else {
            counters.exact(counter, read(field));
        }
    }
}
