package org.carebench.jobs.source.export;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.source.RowRejectedException;
import org.carebench.jobs.source.SourceField;
import org.carebench.jobs.source.SourceFileException;
import org.carebench.jobs.source.SourceVintage;

/** Whether a file writes the month or the day first. It follows the language of whoever exported, and no file says it. */
enum DateOrder {
    MDY,
    DMY;

    private static final String SETTING = "date-order";

    private static final Pattern YEAR_LAST = Pattern.compile("([0-9]{1,2})([/.-])([0-9]{1,2})\\2([0-9]{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");

    /**
     * The order that the profile gives.
     *
     * @throws SourceFileException where it gives none, or another one
     */
    static DateOrder of(SourceVintage vintage) {
        String setting = vintage.setting(SETTING);
        return Arrays.stream(values())
                .filter(order -> order.name().equals(setting))
                .findFirst()
                .orElseThrow(() -> new SourceFileException("Cannot read " + vintage.file() + ": setting '" + SETTING
                        + "' of source " + vintage.sourceId()
                        + " is neither MDY (month first) nor DMY (day first)."));
    }

    /**
     * A day as the file writes it: with the year last and in this order, or with the year first.
     *
     * @param text the part of the cell that is the day
     */
    LocalDate day(SourceField field, String text) {
        Matcher yearLast = YEAR_LAST.matcher(text);
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        try {
            if (yearLast.matches()) {
                int first = Integer.parseInt(yearLast.group(1));
                int second = Integer.parseInt(yearLast.group(3));
                int year = Integer.parseInt(yearLast.group(4));
                return this == MDY ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first);
            }
            if (yearFirst.matches()) {
                return LocalDate.of(
                        Integer.parseInt(yearFirst.group(1)),
                        Integer.parseInt(yearFirst.group(2)),
                        Integer.parseInt(yearFirst.group(3)));
            }
        } catch (DateTimeException e) {
            throw noDay(field);
        }
        throw noDay(field);
    }

    private RowRejectedException noDay(SourceField field) {
        return field.rejected(
                ProblemCode.UNREADABLE_VALUE,
                "is no date with the " + (this == MDY ? "month" : "day") + " first, as setting '" + SETTING + "' says");
    }
}
