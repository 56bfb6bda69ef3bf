package org.carebench.jobs.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carebench.contract.lake.ReleaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one way to have a job run, for commands and for the job service: a request starts an execution, restarts one that failed,
 * joins one that runs, or learns that there is nothing to do.
 */
@Component
public class Launches {

    /** A killed process may need a moment until its server session has ended and its lock is gone. */
    private static final Duration PATIENCE_OF_COMMANDS = Duration.ofSeconds(15);

    /** Between the end of an execution and the release of its guard lies a moment. */
    private static final Duration PATIENCE_OF_SERVICE = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** How often an execution is taken up whose process died with it; it may be what kills them. */
    private static final int MOST_RESUMPTIONS = 3;

    private final Map<String, NightJob> jobs = new TreeMap<>();
    private final Executions executions;
    private final ClaimedRuns runs;
    private final RunGuard guard;

    Launches(List<NightJob> jobs, Executions executions, ClaimedRuns runs, RunGuard guard) {
        jobs.forEach(job -> this.jobs.put(job.name(), job));
        this.executions = executions;
        this.runs = runs;
        this.guard = guard;
    }

    /** Whether there is room for one more execution. */
    public interface Admission {

        /** Takes a place, if there is one. */
        boolean tryAdmit();

        /** Gives a place back that was taken and not used. */
        void giveBack();
    }

    /**
     * How a request was answered.
     *
     * @param claim the right to run it, where this process has to; it must be performed
     */
    public record Start(
            Decision decision,
            Execution execution,
            @Nullable Claim claim) {}

    /** The jobs that can be asked for, by name. */
    public Map<String, NightJob> jobs() {
        return jobs;
    }

    /** The job of that name. */
    public NightJob job(String name) {
        NightJob job = jobs.get(name);
        if (job == null) {
            throw new IllegalArgumentException("Cannot find job " + name);
        }
        return job;
    }

    /**
     * Has work done in this thread.
     *
     * @throws AlreadyRunningException where another process does it
     * @throws RuntimeException what the work failed with
     */
    public void run(StartRequest request) {
        Start start = begin(request, PATIENCE_OF_COMMANDS, unlimited());
        if (start.claim() != null) {
            perform(start.claim());
        }
    }

    /**
     * Answers a request.
     *
     * @throws KeyReusedException where its key names another request
     * @throws StillStoppingException where an execution of the work has not stopped yet
     * @throws AlreadyRunningException where a part of the work is being done by somebody who cannot be joined
     * @throws NoCapacityException where something would have to be run and there is no room
     * @throws org.carebench.jobs.extract.UnknownBusinessDateException where there is no such night
     */
    public Start start(StartRequest request, Admission admission) {
        return begin(request, PATIENCE_OF_SERVICE, admission);
    }

    /** Runs what a request has to have run. */
    public NightJob.Result perform(Claim claim) {
        return runs.perform(claim, job(claim.execution().work().job())::run);
    }

    /** Ends an execution that was started and has not been performed. */
    public void cancel(Claim claim, String reason) {
        runs.cancel(claim, reason);
    }

    /** Asks an execution to stop; empty where it is over, or of another attempt. */
    public Optional<Execution> stop(long id, int attempt, String reason) {
        Optional<Execution> stopping = executions.requestStop(id, attempt, reason);
        if (stopping.isPresent()) {
            runs.of(id).ifPresent(claim -> claim.running().stop(reason));
        }
        return stopping;
    }

    /**
     * Ends executions whose processes died, and takes those up that belonged to a job service.
     *
     * @return what is to be performed
     */
    public List<Claim> takeUpDead(Admission admission) {
        return executions.live().stream()
                .filter(execution -> runs.of(execution.id()).isEmpty())
                .flatMap(execution -> takeUp(execution, admission).stream())
                .toList();
    }

    private Optional<Claim> takeUp(Execution suspect, Admission admission) {
        boolean isToGoOn = suspect.origin() == Origin.SERVICE
                && suspect.status() != ExecutionStatus.STOPPING
                && suspect.resumptions() < MOST_RESUMPTIONS;
        boolean isAdmitted = isToGoOn && admission.tryAdmit();
        Claim claim = null;
        try {
            if (!isToGoOn || isAdmitted) {
                claim = takeUp(suspect, isToGoOn);
            }
            return Optional.ofNullable(claim);
        } finally {
            if (isAdmitted && claim == null) {
                admission.giveBack();
            }
        }
    }

    private @Nullable Claim takeUp(Execution suspect, boolean isToGoOn) {
        Optional<RunGuard.Held> held = guard.tryTake(suspect.work());
        if (held.isEmpty()) {
            return null;
        }
        boolean isClaimed = false;
        try {
            boolean isDead = executions.endDead(suspect.work()).stream().anyMatch(ended -> ended.id() == suspect.id());
            if (!isDead || !isToGoOn) {
                return null;
            }
            Claim claim = runs.claim(executions.resume(suspect.id()), held.get(), null);
            isClaimed = true;
            return claim;
        } finally {
            if (!isClaimed) {
                held.get().close();
            }
        }
    }

    private Start begin(StartRequest request, Duration patience, Admission admission) {
        for (long end = System.nanoTime() + patience.toNanos(); ; pause()) {
            Optional<Execution> answered =
                    request.key() == null ? Optional.empty() : executions.answerOf(request.key());
            if (answered.isEmpty()) {
                job(request.work().job()).requireKnown(request.work());
            } else if (answered.get().status() == ExecutionStatus.SUCCEEDED) {
                return new Start(Decision.ALREADY_COMPLETE, answered.get(), null);
            }
            Optional<RunGuard.Held> held = guard.tryTake(request.work());
            if (held.isPresent()) {
                return begin(request, held.get(), answered.orElse(null), admission);
            }
            Optional<Execution> live = executions.liveOf(request.work());
            if (request.origin() == Origin.SERVICE && live.isPresent()) {
                return join(request, live.get());
            }
            if (System.nanoTime() > end) {
                throw new AlreadyRunningException(
                        "Cannot run " + request.work() + ": another process is running it. Wait until it ends.");
            }
        }
    }

    private Start join(StartRequest request, Execution live) {
        if (live.status() == ExecutionStatus.STOPPING) {
            throw new StillStoppingException("Cannot run " + request.work() + " yet: execution " + live.id()
                    + " of it is still stopping. Ask again in a moment.");
        }
        executions.remember(request.key(), live.id());
        return new Start(Decision.ATTACHED, live, null);
    }

    private Start begin(StartRequest request, RunGuard.Held held, @Nullable Execution answered, Admission admission) {
        boolean isClaimed = false;
        boolean isAdmitted = false;
        try {
            executions.endDead(request.work());
            Execution previous = answered == null
                    ? executions.newestOf(request.work()).orElse(null)
                    : executions.find(answered.id()).orElse(null);
            Execution unfinished = previous == null || previous.status() == ExecutionStatus.SUCCEEDED ? null : previous;
            if (previous != null && unfinished == null) {
                Optional<Start> complete = complete(request, previous, answered != null);
                if (complete.isPresent()) {
                    return complete.get();
                }
            }
            isAdmitted = admission.tryAdmit();
            if (!isAdmitted) {
                throw new NoCapacityException(
                        "Cannot run " + request.work() + " now: as much runs and waits as may. Ask again later.");
            }
            Execution execution = unfinished != null
                    ? executions.restart(unfinished.id(), request, null)
                    : executions.create(request, null);
            Claim claim = runs.claim(execution, held, null);
            isClaimed = true;
            return new Start(unfinished != null ? Decision.RESTARTED : Decision.STARTED, execution, claim);
        } finally {
            if (!isClaimed) {
                if (isAdmitted) {
                    admission.giveBack();
                }
                held.close();
            }
        }
    }

    private Optional<Start> complete(StartRequest request, Execution previous, boolean isAnswered) {
        if (isAnswered) {
            return Optional.of(new Start(Decision.ALREADY_COMPLETE, previous, null));
        }
        if (request.mode() == Mode.RERUN) {
            return Optional.empty();
        }
        Optional<ReleaseId> release = job(request.work().job()).complete(request.work());
        release.ifPresent(known -> executions.remember(request.key(), previous.id()));
        return release.map(known -> new Start(Decision.ALREADY_COMPLETE, previous, null));
    }

    private static Admission unlimited() {
        return new Admission() {
            @Override
            public boolean tryAdmit() {
                return true;
            }

            @Override
            public void giveBack() {
                // There is always one more.
            }
        };
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
