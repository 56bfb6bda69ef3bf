package org.carebench.jobs.run;

/** A job ended without success. Its message is one sentence for the person who started it. */
public class JobFailedException extends RuntimeException {

    public JobFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
