package org.carebench.jobs.run;

import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;
import org.springframework.stereotype.Component;

/** Ends a step between two chunks, in the step's own thread, so that no other thread writes its state. */
@Component
public class StopBetweenChunks implements StepInterruptionPolicy {

    private final CurrentExecution current;

    StopBetweenChunks(CurrentExecution current) {
        this.current = current;
    }

    @Override
    public void checkInterrupted(StepExecution step) throws JobInterruptedException {
        if (current.isToStop()) {
            step.setTerminateOnly();
            throw new JobInterruptedException("The execution was asked to stop.");
        }
    }
}
