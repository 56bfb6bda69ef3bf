package org.carebench.jobs.run;

import org.jspecify.annotations.Nullable;

/** A job ended without success. Its message is one sentence for the person who started it. */
public class JobFailedException extends RuntimeException {

    public JobFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
