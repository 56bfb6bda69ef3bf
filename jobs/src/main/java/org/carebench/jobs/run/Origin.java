package org.carebench.jobs.run;

/** Who runs an execution. */
public enum Origin {
    /** A command: the process ends with it. */
    COMMAND,
    /** The job service: it takes the execution up again after it was itself restarted. */
    SERVICE,
    /** A nightly execution, of which this is a part. */
    STAGE
}
