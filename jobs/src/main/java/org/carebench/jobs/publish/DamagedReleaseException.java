package org.carebench.jobs.publish;

/** The files of a release are not those that its manifest names, or cannot be read. */
public class DamagedReleaseException extends RuntimeException {

    public DamagedReleaseException(String message) {
        super(message);
    }

    public DamagedReleaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
