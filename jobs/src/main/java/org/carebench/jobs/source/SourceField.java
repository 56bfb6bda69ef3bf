package org.carebench.jobs.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import org.carebench.contract.dataset.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a source row, without surrounding blanks. Its methods read it as something, or reject the row.
 *
 * @param column newest name of the column
 */
public record SourceField(String column, String text) {

    /** What sources write where they have no value. */
    private static final Set<String> MISSING = Set.of("", "Not Available", "NOT AVAILABLE", "NA", "-999");

    /**
     * Another form of the text, for example with its escapes resolved, without characters that text cannot hold.
     *
     * @throws RowRejectedException where it holds a NUL character
     */
    public String cleaned(String otherForm) {
        return SourceRow.requireHoldable(this, otherForm);
    }

    public boolean isMissing() {
        return MISSING.contains(text);
    }

    /** The text, or NULL where the source has none. */
    public @Nullable String optional() {
        return isMissing() ? null : text;
    }

    public String required() {
        if (isMissing()) {
            throw rejected(ProblemCode.MISSING_VALUE, "is blank, but the row cannot be understood without it");
        }
        return text;
    }

    /** A whole number from {@code min} to {@code max}. */
    public long integer(long min, long max) {
        if (!text.matches("[+-]?[0-9]{1,18}")) {
            throw rejected(ProblemCode.UNREADABLE_VALUE, "is not a whole number");
        }
        long value = Long.parseLong(text);
        if (value < min || value > max) {
            throw rejected(ProblemCode.VALUE_OUT_OF_RANGE, "lies outside " + min + " to " + max);
        }
        return value;
    }

    /** A plain decimal number from {@code min} to {@code max}; no exponent, no thousands separator. */
    public double decimal(double min, double max) {
        return decimal(text, min, max);
    }

    /** A percentage from 0 to 100, with or without its sign. */
    public double percentage() {
        return decimal(text.endsWith("%") ? text.substring(0, text.length() - 1) : text, 0, 100);
    }

    public LocalDate date(DateTimeFormatter format) {
        try {
            return LocalDate.parse(text, format);
        } catch (DateTimeException e) {
            throw rejected(ProblemCode.UNREADABLE_VALUE, "is not a date of the form that the source uses");
        }
    }

    public Instant instant() {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw rejected(ProblemCode.UNREADABLE_VALUE, "is not a time such as 2025-12-06T08:30:00Z");
        }
    }

    /** One of the given words. */
    public <T> T oneOf(Map<String, T> meanings) {
        T meaning = meanings.get(text);
        if (meaning == null) {
            throw rejected(
                    ProblemCode.VALUE_OUT_OF_RANGE,
                    "is none of "
                            + String.join(
                                    ", ", meanings.keySet().stream().sorted().toList()));
        }
        return meaning;
    }

    public RowRejectedException rejected(ProblemCode code, String complaint) {
        return new RowRejectedException(code, column, "Column '" + column + "' " + complaint);
    }

    private double decimal(String number, double min, double max) {
        if (!number.matches("[+-]?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
            throw rejected(ProblemCode.UNREADABLE_VALUE, "is not a number");
        }
        double value = Double.parseDouble(number);
        if (value < min || value > max) {
            throw rejected(ProblemCode.VALUE_OUT_OF_RANGE, "lies outside " + plain(min) + " to " + plain(max));
        }
        return value;
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }
}
