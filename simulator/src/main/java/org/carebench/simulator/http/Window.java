package org.carebench.simulator.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** How long a limit counts before it starts again. */
@FunctionalInterface
public interface Window {

    /** The instant at which a count that began at an instant starts again. */
    Instant end(Instant begin);

    /** A window of a fixed length from the first request on. */
    static Window of(Duration length) {
        return begin -> begin.plus(length);
    }

    /** A calendar day of a time zone. */
    static Window day(ZoneId zone) {
        return begin ->
                begin.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }
}
