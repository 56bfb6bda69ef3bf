package org.carebench.jobs.run;

/** How a request to start was answered. */
public enum Decision {
    /** A new execution. */
    STARTED,
    /** An execution that had failed or stopped goes on. */
    RESTARTED,
    /** The work is being done already. */
    ATTACHED,
    /** There is nothing to do. */
    ALREADY_COMPLETE
}
