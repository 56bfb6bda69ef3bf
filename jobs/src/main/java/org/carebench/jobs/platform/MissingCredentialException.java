package org.carebench.jobs.platform;

/** A credential that a profile or roster names is not there, or not whole. */
public final class MissingCredentialException extends RuntimeException {

    public MissingCredentialException(String message) {
        super(message);
    }
}
