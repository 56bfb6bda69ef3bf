package org.carebench.jobs.platform.graph;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.Window;
import org.jspecify.annotations.Nullable;

/**
 * Days that one request for insights asks for. Meta counts by days of the Pacific coast, settles them within 48 hours and
 * keeps them for two years. Listings go from yesterday backwards; their positions are the last days of the next request.
 *
 * @param first first day
 * @param last last day, before the first one where there are no days
 * @param earliest day at which the listing ends
 * @param asOf the instant for which the night reads
 */
public record InsightDays(LocalDate first, LocalDate last, LocalDate earliest, Instant asOf) {

    public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    public static final Duration DELAY = Duration.ofDays(2);
    public static final int YEARS_KEPT = 2;

    /** So many days are read in any case, because they were not settled when they were read before. */
    private static final int DAYS_READ_AGAIN = 3;

    /**
     * The days of a request.
     *
     * @param most how many days a request may ask for
     */
    public static InsightDays of(Window window, Cursor cursor, int most) {
        LocalDate today = window.until().atZone(ZONE).toLocalDate();
        LocalDate earliest = earliest(window, today);
        String position = cursor.position();
        LocalDate last = position == null ? today.minusDays(1) : LocalDate.parse(position);
        LocalDate first = last.minusDays(most - 1L);
        return new InsightDays(first.isBefore(earliest) ? earliest : first, last, earliest, window.until());
    }

    private static LocalDate earliest(Window window, LocalDate today) {
        LocalDate kept = today.minusYears(YEARS_KEPT);
        Instant from = window.from();
        if (from == null) {
            return kept;
        }
        LocalDate wanted = from.atZone(ZONE).toLocalDate();
        LocalDate unsettled = today.minusDays(DAYS_READ_AGAIN);
        LocalDate begin = wanted.isBefore(unsettled) ? wanted : unsettled;
        return begin.isBefore(kept) ? kept : begin;
    }

    /** The day that a value is about which is dated by its end: Pacific midnight. */
    static LocalDate endingAt(Instant end) {
        return end.minusSeconds(1).atZone(ZONE).toLocalDate();
    }

    /** Position of the days before; NULL where the listing ends. */
    public @Nullable String next() {
        return first.isAfter(earliest) ? first.minusDays(1).toString() : null;
    }

    public List<LocalDate> days() {
        return first.datesUntil(last.plusDays(1)).toList();
    }

    public InsightDays only(LocalDate day) {
        return new InsightDays(day, day, earliest, asOf);
    }

    /** Begin of the first day, in seconds since 1970. */
    public String begin() {
        return Long.toString(beginOf(first).getEpochSecond());
    }

    /** End of the last day, in seconds since 1970. */
    public String end() {
        return Long.toString(beginOf(last.plusDays(1)).getEpochSecond());
    }

    /**
     * A day after the last one, or now, in seconds since 1970: the documents do not say whether a value that is dated by the
     * end of what was asked for belongs to it.
     */
    public String generousEnd() {
        Instant end = beginOf(last.plusDays(2));
        return Long.toString((end.isAfter(asOf) ? asOf : end).getEpochSecond());
    }

    boolean isSettled(LocalDate day) {
        return !beginOf(day.plusDays(1)).plus(DELAY).isAfter(asOf);
    }

    /** Why a day may have no value. */
    MeasureState whenMissing(LocalDate day) {
        return isSettled(day) ? MeasureState.NOT_AVAILABLE : MeasureState.PENDING;
    }

    private static Instant beginOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
