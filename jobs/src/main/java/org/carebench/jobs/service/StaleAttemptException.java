package org.carebench.jobs.service;

/** A stop that was meant for an earlier attempt. */
class StaleAttemptException extends RuntimeException {

    StaleAttemptException(String message) {
        super(message);
    }
}
