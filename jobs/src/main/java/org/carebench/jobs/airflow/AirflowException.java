package org.carebench.jobs.airflow;

import org.jspecify.annotations.Nullable;

/** Airflow refuses a request, or does not answer. */
public class AirflowException extends RuntimeException {

    private final int status;

    AirflowException(String message, int status, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** The HTTP status; 0 where there was no answer. */
    int status() {
        return status;
    }
}
