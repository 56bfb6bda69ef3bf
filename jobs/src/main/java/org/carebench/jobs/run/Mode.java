package org.carebench.jobs.run;

/** What to do where the work is complete. */
public enum Mode {
    /** Leave it alone. */
    ENSURE,
    /** Compute it again, as the next revision. */
    RERUN
}
