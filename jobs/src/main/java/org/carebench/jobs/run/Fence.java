package org.carebench.jobs.run;

import org.springframework.stereotype.Component;

/**
 * Keeps a process that was taken for dead from publishing: it may have paused for so long that its guard was lost and another
 * process took its execution over.
 */
@Component
public class Fence {

    private final CurrentExecution current;
    private final Executions executions;

    Fence(CurrentExecution current, Executions executions) {
        this.current = current;
        this.executions = executions;
    }

    /**
     * Says in the caller's transaction that this process still runs its execution, and that nobody takes it over before the
     * transaction ends.
     *
     * @throws RunStoppedException where it does not
     */
    public void requireOwn() {
        RunningExecution running = current.get();
        if (running != null && !executions.lockOwn(running.execution())) {
            throw new RunStoppedException("another process has taken it over");
        }
    }
}
