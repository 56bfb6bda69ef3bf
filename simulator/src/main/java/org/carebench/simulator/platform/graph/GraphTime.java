package org.carebench.simulator.platform.graph;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Times of the Graph API. */
public final class GraphTime {

    /** The zone whose days insights are counted by. */
    public static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private static final DateTimeFormatter WITHOUT_COLON =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.UTC);

    private GraphTime() {}

    /** For example 2026-11-20T09:00:00+0000: an offset without a colon. */
    public static String format(Instant instant) {
        return WITHOUT_COLON.format(instant);
    }

    /** The midnight that ends a day of insights. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(PACIFIC).toInstant();
    }

    /**
     * Reads a parameter such as "since": seconds since 1970, or a day, which begins at Pacific midnight.
     *
     * @throws org.carebench.simulator.http.Refusal where it is neither
     */
    public static Instant parse(String name, String value) {
        try {
            return value.matches("\\d+")
                    ? Instant.ofEpochSecond(Long.parseLong(value))
                    : LocalDate.parse(value).atStartOfDay(PACIFIC).toInstant();
        } catch (DateTimeParseException | NumberFormatException e) {
            throw GraphError.parameter(name + " param must be a valid timestamp")
                    .refusal();
        }
    }
}
