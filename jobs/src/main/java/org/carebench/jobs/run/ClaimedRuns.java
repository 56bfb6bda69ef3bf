package org.carebench.jobs.run;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.run.Executions.Ending;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Runs executions whose guard is held, and remembers how they go. While one runs, this process says every second that it does,
 * hears whether it is to stop, and sees whether its guard is still held.
 */
@Component
public class ClaimedRuns implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimedRuns.class);

    private static final long BEAT_MILLIS = 1000;

    private final Executions executions;
    private final CurrentExecution current;
    private final CarebenchProperties properties;
    private final Clock clock;
    private final Map<Long, Claim> live = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService beats;

    ClaimedRuns(Executions executions, CurrentExecution current, CarebenchProperties properties, Clock clock) {
        this.executions = executions;
        this.current = current;
        this.properties = properties;
        this.clock = clock;
    }

    /** Takes an execution whose guard is held into this process. */
    Claim claim(Execution execution, RunGuard.Held guard, @Nullable RunningExecution parent) {
        RunLog log = new RunLog(properties.executionLog(execution.id()), clock);
        Claim claim = new Claim(
                new RunningExecution(execution, log, parent), guard, release -> executions.release(execution, release));
        live.put(execution.id(), claim);
        beat();
        return claim;
    }

    /** The execution that runs or waits in this process; empty where it does not. */
    public Optional<Claim> of(long executionId) {
        return Optional.ofNullable(live.get(executionId));
    }

    /** How many run or wait in this process. */
    public int number() {
        return live.size();
    }

    /**
     * Runs an execution to its end, remembers how it ended, and gives its guard back.
     *
     * @throws RuntimeException what the work failed with
     */
    NightJob.Result perform(Claim claim, Function<Claim, NightJob.Result> work) {
        Execution execution = claim.execution();
        try {
            NightJob.Result result = current.within(claim.running(), () -> {
                current.stopIfAsked();
                if (!executions.begin(execution)) {
                    throw new RunStoppedException(reasonNotToBegin(execution));
                }
                return work.apply(claim);
            });
            end(claim, new Ending(ExecutionStatus.SUCCEEDED, null, result.newData(), result.message()));
            return result;
        } catch (RuntimeException e) {
            fail(claim, e);
            throw e;
        } catch (Error e) {
            fail(claim, new IllegalStateException(e.toString(), e));
            throw e;
        } finally {
            giveBack(claim);
        }
    }

    private String reasonNotToBegin(Execution execution) {
        return executions
                .find(execution.id())
                .filter(known -> known.run() == execution.run() && known.stopReason() != null)
                .map(Execution::stopReason)
                .orElse("another process has taken it over");
    }

    /** Ends an execution that has not begun. */
    void cancel(Claim claim, String reason) {
        try {
            fail(claim, new RunStoppedException(reason));
        } finally {
            giveBack(claim);
        }
    }

    /** Asks everything that runs in this process to stop, so that another process goes on with it. */
    public void leaveAll(String reason) {
        live.values().forEach(claim -> claim.running().leave(reason));
    }

    private void fail(Claim claim, RuntimeException failure) {
        RunningExecution running = claim.running();
        String reason = running.stopReason();
        String sentence = reason == null ? Failure.sentence(failure) : "Stopped: " + reason;
        running.log().say(sentence);
        try {
            if (reason == null && !Failure.isStop(failure)) {
                end(claim, new Ending(ExecutionStatus.FAILED, Failure.isRetryable(failure), null, sentence));
            } else if (running.isLeft() && executions.leave(claim.execution(), "Waits until it is taken up again.")) {
                running.log().say("Waits until it is taken up again.");
            } else {
                end(claim, new Ending(ExecutionStatus.STOPPED, true, null, sentence));
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "Cannot remember how execution {} ended", claim.execution().id(), e);
            failure.addSuppressed(e);
        }
    }

    private void end(Claim claim, Ending ending) {
        executions.seen(claim.execution(), claim.running().progress());
        if (!executions.end(claim.execution(), ending)) {
            LOG.error(
                    "Execution {} ended as {}, but another process has taken it over",
                    claim.execution().id(),
                    ending.status());
        }
    }

    private void giveBack(Claim claim) {
        live.remove(claim.execution().id(), claim);
        try {
            claim.guard().close();
        } catch (IllegalStateException e) {
            LOG.warn("The guard of execution {} was lost", claim.execution().id(), e);
        }
    }

    private synchronized void beat() {
        if (beats == null) {
            beats = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "executions-seen");
                thread.setDaemon(true);
                return thread;
            });
            var unused = beats.scheduleWithFixedDelay(this::seeAll, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void seeAll() {
        live.values().forEach(this::see);
    }

    private void see(Claim claim) {
        try {
            Optional<Execution> known =
                    executions.seen(claim.execution(), claim.running().progress());
            if (known.isEmpty() && live.containsKey(claim.execution().id())) {
                claim.running().stop("another process has taken it over");
            } else if (known.isPresent() && known.get().status() == ExecutionStatus.STOPPING) {
                claim.running().stop(Objects.requireNonNullElse(known.get().stopReason(), "asked to"));
            }
        } catch (RuntimeException e) {
            LOG.warn("Cannot say how far execution {} is: {}", claim.execution().id(), e.getMessage());
        }
        if (live.containsKey(claim.execution().id()) && !claim.guard().isHeld()) {
            claim.running().stop("the connection to the warehouse that guards it was lost");
        }
    }

    @Override
    public synchronized void destroy() {
        if (beats != null) {
            beats.shutdownNow();
        }
    }
}
