package org.carebench.simulator.http;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The time of the simulator. The world stands still at {@link #now()}; windows of rate limits and the Date header go on from
 * there in real time, see {@link #time()}.
 */
public final class VirtualClock {

    private final LongSupplier nanoseconds;
    private volatile Setting setting;

    private record Setting(Instant now, long setAt) {}

    /**
     * A clock that begins to run.
     *
     * @param now the instant at which the world stands
     * @param nanoseconds a running time as {@link System#nanoTime()} gives it
     */
    public VirtualClock(Instant now, LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
        this.setting = new Setting(now, nanoseconds.getAsLong());
    }

    /** The instant at which the world stands; changes only when it is set. */
    public Instant now() {
        return setting.now();
    }

    /** {@link #now()} plus the real time that went by since it was set. */
    public Instant time() {
        Setting current = setting;
        return current.now().plus(Duration.ofNanos(nanoseconds.getAsLong() - current.setAt()));
    }

    /** Moves the world to another instant, earlier or later. */
    public void set(Instant now) {
        setting = new Setting(now, nanoseconds.getAsLong());
    }
}
