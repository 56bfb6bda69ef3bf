package org.carebench.jobs.collect;

/** The run is being stopped while it collects. */
public final class CollectionStoppedException extends RuntimeException {

    CollectionStoppedException(InterruptedException cause) {
        super("Stopped while collecting; run again to go on", cause);
    }
}
