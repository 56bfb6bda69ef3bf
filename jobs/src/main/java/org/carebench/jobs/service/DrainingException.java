package org.carebench.jobs.service;

/** The service is about to end. */
class DrainingException extends RuntimeException {

    DrainingException() {
        super("Cannot start anything now: the job service is shut down. Ask again when it is back.");
    }
}
