package org.carebench.jobs.run;

/** How an execution stands, whatever the framework that runs it calls it. */
public enum ExecutionStatus {
    /** Waits for a thread. */
    QUEUED,
    RUNNING,
    /** Was asked to stop, and still runs. */
    STOPPING,
    STOPPED,
    SUCCEEDED,
    FAILED,
    /** Its process ended without a word. */
    LOST;

    /** Whether it may still change by itself. */
    public boolean isLive() {
        return this == QUEUED || this == RUNNING || this == STOPPING;
    }
}
