package org.carebench.jobs.extract;

/** No night can be run for a business date. */
public class UnknownBusinessDateException extends RuntimeException {

    public UnknownBusinessDateException(String message) {
        super(message);
    }
}
