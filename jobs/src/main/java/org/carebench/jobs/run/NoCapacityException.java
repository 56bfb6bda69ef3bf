package org.carebench.jobs.run;

/** As much runs and waits as may. */
public class NoCapacityException extends RuntimeException {

    public NoCapacityException(String message) {
        super(message);
    }
}
