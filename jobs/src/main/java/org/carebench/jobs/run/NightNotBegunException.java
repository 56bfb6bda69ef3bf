package org.carebench.jobs.run;

/** A later stage was asked for before the first one. */
public class NightNotBegunException extends RuntimeException {

    public NightNotBegunException(String message) {
        super(message);
    }
}
