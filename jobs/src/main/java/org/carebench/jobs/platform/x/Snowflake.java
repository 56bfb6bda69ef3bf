package org.carebench.jobs.platform.x;

import java.time.Instant;
import java.util.Optional;

/** Ids of X hold the time at which they were given out. It serves for estimates only: nothing is keyed or dated by it. */
final class Snowflake {

    private static final long FIRST_MILLISECOND = 1_288_834_974_657L;
    private static final int BITS_BELOW_TIME = 22;

    private Snowflake() {}

    /** When a post was written; nothing where its id is not of that form. */
    static Optional<Instant> time(String id) {
        return id.matches("\\d{15,19}")
                ? parse(id).map(number -> Instant.ofEpochMilli((number >> BITS_BELOW_TIME) + FIRST_MILLISECOND))
                : Optional.empty();
    }

    private static Optional<Long> parse(String id) {
        try {
            return Optional.of(Long.valueOf(id));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
