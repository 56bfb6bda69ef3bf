package org.carebench.jobs.source.export;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.source.RowRejectedException;
import org.carebench.jobs.source.SourceField;
import org.carebench.jobs.source.SourceFileException;
import org.carebench.jobs.source.SourceVintage;
import org.jspecify.annotations.Nullable;

/**
 * Times at which posts were published, as files write them: a local time without a zone. The zone is that of the account or
 * of whoever exported; no file says it, so that the profile must.
 */
final class PublishTimes {

    private static final String SETTING = "zone";
    private static final int NOON = 12;

    private static final Pattern FORM = Pattern.compile(
            "([0-9/.-]+)(?:T| |, )([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?: ?([ap])m)?", Pattern.CASE_INSENSITIVE);

    private final DateOrder order;
    private final ZoneId zone;
    private final LocalDate asOf;

    private PublishTimes(DateOrder order, ZoneId zone, LocalDate asOf) {
        this.order = order;
        this.zone = zone;
        this.asOf = asOf;
    }

    /**
     * Times as the settings {@code zone} and {@code date-order} describe them.
     *
     * @throws SourceFileException where the profile lacks one of them, or it cannot be understood
     */
    static PublishTimes of(SourceVintage vintage) {
        return new PublishTimes(DateOrder.of(vintage), zone(vintage), vintage.asOf());
    }

    private static ZoneId zone(SourceVintage vintage) {
        try {
            return ZoneId.of(vintage.setting(SETTING));
        } catch (DateTimeException e) {
            throw new SourceFileException(
                    "Cannot read " + vintage.file() + ": setting '" + SETTING + "' of source " + vintage.sourceId()
                            + " is not a time zone such as America/New_York.",
                    e);
        }
    }

    /** When a post was published. Of the hour that comes twice when clocks are set back, the first is taken. */
    Instant read(SourceField field) {
        Matcher parts = FORM.matcher(field.required());
        if (!parts.matches()) {
            throw field.rejected(ProblemCode.UNREADABLE_VALUE, "is no date and time such as 11/20/2026 09:30");
        }
        LocalDateTime local = LocalDateTime.of(order.day(field, parts.group(1)), time(field, parts));
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw field.rejected(
                    ProblemCode.UNREADABLE_VALUE,
                    "is a time that clocks in the zone of setting '" + SETTING
                            + "' left out when they were set forward");
        }
        Instant published = local.toInstant(offsets.get(0));
        if (!published.isBefore(asOf.plusDays(1).atStartOfDay(zone).toInstant())) {
            throw field.rejected(ProblemCode.VALUE_OUT_OF_RANGE, "lies after the date of the export");
        }
        return published;
    }

    private static LocalTime time(SourceField field, Matcher parts) {
        try {
            int second = parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4));
            return LocalTime.of(hour(field, parts), Integer.parseInt(parts.group(3)), second);
        } catch (DateTimeException e) {
            throw noTime(field);
        }
    }

    private static int hour(SourceField field, Matcher parts) {
        int hour = Integer.parseInt(parts.group(2));
        @Nullable String half = parts.group(5);
        if (half == null) {
            return hour;
        }
        boolean isAfternoon = half.toLowerCase(Locale.ROOT).equals("p");
        // Some reports write pm behind a 24-hour clock: 15:45 pm.
        if (isAfternoon ? hour == 0 : hour > NOON) {
            throw noTime(field);
        }
        return isAfternoon && hour > NOON ? hour : hour % NOON + (isAfternoon ? NOON : 0);
    }

    private static RowRejectedException noTime(SourceField field) {
        return field.rejected(ProblemCode.UNREADABLE_VALUE, "names a time that no clock shows");
    }
}
