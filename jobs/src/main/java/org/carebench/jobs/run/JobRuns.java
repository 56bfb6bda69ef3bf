package org.carebench.jobs.run;

import java.util.Comparator;
import java.util.List;
import org.carebench.contract.lake.ReleaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/**
 * Runs jobs of Spring Batch. A job that is complete for a release is left alone; one that failed or was killed goes on where it
 * stopped. The caller holds the guard of the work.
 */
@Component
public class JobRuns {

    private final JobOperator operator;
    private final JobRepository repository;
    private final Progress progress;

    JobRuns(JobOperator operator, JobRepository repository, Progress progress) {
        this.operator = operator;
        this.repository = repository;
        this.progress = progress;
    }

    /** Whether a job has ended with success for a release. */
    public boolean isComplete(Job job, ReleaseId release) {
        JobExecution last = repository.getLastJobExecution(job.getName(), RunParameters.of(release));
        return last != null && last.getStatus() == BatchStatus.COMPLETED;
    }

    /**
     * Runs a job for a release and waits until it ends.
     *
     * @return whether there was anything to do
     * @throws JobFailedException where it ended without success
     */
    public boolean ensure(Job job, ReleaseId release) {
        return ensure(job, release, null);
    }

    /**
     * Runs a job for a release, or for a single platform of it, and waits until it ends.
     *
     * @param platform the only platform that the job reads; NULL for all of them
     * @return whether there was anything to do
     * @throws JobFailedException where it ended without success
     */
    public boolean ensure(Job job, ReleaseId release, @Nullable String platform) {
        JobParameters parameters = RunParameters.of(release, platform);
        JobExecution last = repository.getLastJobExecution(job.getName(), parameters);
        if (last != null && last.getStatus() == BatchStatus.COMPLETED) {
            return false;
        }
        if (last != null && (last.isRunning() || last.getStatus() == BatchStatus.UNKNOWN)) {
            takeUp(last);
            progress.say("Taking up " + job.getName() + " of " + release + " where a run that died left it.");
        }
        progress.begin(job.getName());
        JobExecution execution = start(job, parameters);
        progress.end();
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw failure(job, release, execution);
        }
        return true;
    }

    /** Nobody runs the execution, because we hold its lock: it may go on, whatever state its end left in the repository. */
    private void takeUp(JobExecution dead) {
        for (StepExecution step : dead.getStepExecutions()) {
            if (step.getStatus() == BatchStatus.UNKNOWN) {
                step.setStatus(BatchStatus.FAILED);
                repository.update(step);
            }
        }
        if (dead.getStatus() == BatchStatus.UNKNOWN) {
            dead.setStatus(BatchStatus.FAILED);
            repository.update(dead);
            return;
        }
        operator.recover(dead);
    }

    private JobExecution start(Job job, JobParameters parameters) {
        try {
            return operator.start(job, parameters);
        } catch (JobExecutionException e) {
            throw new JobFailedException("Cannot start job " + job.getName() + ": " + e.getMessage(), e);
        }
    }

    private static JobFailedException failure(Job job, ReleaseId release, JobExecution execution) {
        List<Throwable> failures = execution.getAllFailureExceptions();
        @Nullable Throwable clearest = failures.stream()
                .map(JobRuns::clearestCause)
                .max(Comparator.comparingInt(JobRuns::clarity))
                .orElse(null);
        String sentence = clearest == null || clearest.getMessage() == null
                ? "Job " + job.getName() + " of " + release + " ended as " + execution.getStatus()
                        + "; its log says why."
                : clearest.getMessage();
        return new JobFailedException(sentence, clearest == null ? new IllegalStateException(sentence) : clearest);
    }

    /** The outermost exception of our own, which explains itself, or the innermost of all. */
    private static Throwable clearestCause(Throwable failure) {
        Throwable cause = failure;
        while (clarity(cause) == 0 && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static int clarity(Throwable failure) {
        return failure.getClass().getName().startsWith("org.carebench.") ? 1 : 0;
    }
}
