package org.carebench.jobs.service;

/** There is no such job or execution. */
class NotFoundException extends RuntimeException {

    NotFoundException(String message) {
        super(message);
    }
}
