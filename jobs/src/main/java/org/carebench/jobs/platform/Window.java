package org.carebench.jobs.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of time that a listing is wanted for. A connector may pass it to the platform where the platform can narrow a
 * listing; it need not, and whoever reads the pages stops once a whole page is older.
 *
 * @param from NULL where everything is wanted
 * @param until the instant for which the night reads
 */
public record Window(@Nullable Instant from, Instant until) {

    public boolean contains(Instant instant) {
        return from == null || !instant.isBefore(from);
    }
}
