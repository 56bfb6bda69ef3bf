package org.carebench.jobs.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.carebench.contract.lake.ReleaseId;
import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Component;

/** Runs the stages of a night as executions of their own, so that it does not matter whether one ran alone before. */
@Component
class StageRuns {

    /** Who runs the stage alone may be about to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final JobRuns jobs;
    private final ClaimedRuns runs;
    private final Executions executions;
    private final RunGuard guard;
    private final CurrentExecution current;

    StageRuns(JobRuns jobs, ClaimedRuns runs, Executions executions, RunGuard guard, CurrentExecution current) {
        this.jobs = jobs;
        this.runs = runs;
        this.executions = executions;
        this.guard = guard;
        this.current = current;
    }

    /**
     * Runs a stage of a release, unless it is complete.
     *
     * @throws AlreadyRunningException where another process runs it
     */
    void ensure(Job job, ReleaseId release, BooleanSupplier isComplete) {
        Work work = Work.of(job.getName(), release.businessDate());
        RunGuard.Held held = take(work);
        boolean isClaimed = false;
        try {
            if (isComplete.getAsBoolean()) {
                return;
            }
            Claim claim = runs.claim(execution(work), held, current.get());
            isClaimed = true;
            runs.perform(claim, claimed -> {
                claimed.release(release);
                jobs.ensure(job, release);
                return new NightJob.Result(release, null, "Done: " + job.getName() + " of " + release + ".");
            });
        } finally {
            if (!isClaimed) {
                held.close();
            }
        }
    }

    private Execution execution(Work work) {
        executions.endDead(work);
        StartRequest request = new StartRequest(work, Mode.ENSURE, Origin.STAGE, null, null, null);
        RunningExecution parent = current.get();
        Long parentId = parent == null ? null : parent.execution().id();
        Optional<Execution> unfinished =
                executions.newestOf(work).filter(execution -> execution.status() != ExecutionStatus.SUCCEEDED);
        return unfinished.isPresent()
                ? executions.restart(unfinished.get().id(), request, parentId)
                : executions.create(request, parentId);
    }

    private RunGuard.Held take(Work work) {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); ; pause()) {
            current.stopIfAsked();
            Optional<RunGuard.Held> held = guard.tryTake(work);
            if (held.isPresent()) {
                return held.get();
            }
            if (System.nanoTime() > end) {
                throw new AlreadyRunningException(
                        "Cannot run " + work + ": another process is running it. Wait until it ends.");
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for another run", e);
        }
    }
}
