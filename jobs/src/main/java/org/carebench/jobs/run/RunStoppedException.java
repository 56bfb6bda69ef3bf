package org.carebench.jobs.run;

import org.springframework.batch.core.job.JobInterruptedException;

/** The run was asked to stop and has done so. Spring Batch takes it for an interruption, because of its cause. */
public class RunStoppedException extends RuntimeException {

    public RunStoppedException(String reason) {
        super("Stopped: " + reason, new JobInterruptedException(reason));
    }
}
