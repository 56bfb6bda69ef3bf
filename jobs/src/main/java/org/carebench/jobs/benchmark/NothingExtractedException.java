package org.carebench.jobs.benchmark;

/** A release cannot be computed, because nothing was extracted for it. */
public class NothingExtractedException extends RuntimeException {

    public NothingExtractedException(String message) {
        super(message);
    }
}
