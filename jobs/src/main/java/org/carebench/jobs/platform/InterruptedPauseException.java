package org.carebench.jobs.platform;

/** The run is being stopped while it waits for a platform. */
public final class InterruptedPauseException extends RuntimeException {

    InterruptedPauseException(InterruptedException cause) {
        super("Stopped while waiting for a platform", cause);
    }
}
