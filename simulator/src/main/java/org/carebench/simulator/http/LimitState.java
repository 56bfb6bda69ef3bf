package org.carebench.simulator.http;

import java.time.Duration;
import java.time.Instant;

/**
 * How a limit stands for a caller.
 *
 * @param bucket the limit's bucket
 * @param limit units allowed in the window
 * @param used units taken so far, never more than the limit
 * @param begin begin of the window, on the time axis of the {@link VirtualClock}
 * @param reset end of the window, on the same axis
 * @param time when this was so, on the same axis
 */
public record LimitState(String bucket, long limit, long used, Instant begin, Instant reset, Instant time) {

    /** Units left in the window. */
    public long remaining() {
        return limit - used;
    }

    /** Share of the limit that is used, in whole percent, rounded up. */
    public int percentUsed() {
        return limit == 0 ? 100 : (int) ((used * 100 + limit - 1) / limit);
    }

    /** Whole seconds until the window ends, rounded up, at least 1. */
    public long secondsToReset() {
        return Math.max(1, (Duration.between(time, reset).toMillis() + 999) / 1000);
    }

    /** Whole seconds from begin to end of the window. */
    public long windowSeconds() {
        return Duration.between(begin, reset).toSeconds();
    }
}
