package org.carebench.jobs.run;

/** Another process is running the same job for the same business date. */
public class AlreadyRunningException extends RuntimeException {

    public AlreadyRunningException(String message) {
        super(message);
    }
}
