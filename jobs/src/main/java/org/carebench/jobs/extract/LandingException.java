package org.carebench.jobs.extract;

/** Records cannot be landed, for example because the disk is full. */
public class LandingException extends RuntimeException {

    public LandingException(String message, Throwable cause) {
        super(message, cause);
    }
}
