package org.carebench.jobs.platform;

import java.time.Duration;

/** Waits. Tests count instead. */
@FunctionalInterface
public interface Pause {

    /** Lets the thread sleep. */
    Pause SLEEP = duration -> {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedPauseException(e);
        }
    };

    void of(Duration duration);

    /** The run is being stopped. */
    final class InterruptedPauseException extends RuntimeException {

        InterruptedPauseException(InterruptedException cause) {
            super("Stopped while waiting for a platform", cause);
        }
    }
}
