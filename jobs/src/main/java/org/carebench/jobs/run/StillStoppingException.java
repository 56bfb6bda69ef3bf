package org.carebench.jobs.run;

/** The work cannot be started, because an execution of it was asked to stop and has not ended yet. */
public class StillStoppingException extends RuntimeException {

    public StillStoppingException(String message) {
        super(message);
    }
}
