package org.carebench.simulator.platform;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in the spellings of ISO 8601 that several platforms use. */
public final class IsoTime {

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private IsoTime() {}

    /** Such as 2026-06-30T02:00:00.000Z: always three digits of milliseconds. */
    public static String milliseconds(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    /** Such as 2026-06-30T02:00:00Z. */
    public static String seconds(Instant instant) {
        return SECONDS.format(instant);
    }
}
