package org.carebench.jobs.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An execution while it runs in this process: whether it is to stop, how far it is, and what it says. Safe for threads. */
final class RunningExecution {

    private final Execution execution;
    private final RunLog log;
    private final @Nullable RunningExecution parent;
    private final List<Runnable> stopActions = new ArrayList<>();
    private @Nullable String stopReason;
    private boolean isLeft;
    private @Nullable RunProgress progress;
    private long done;
    private @Nullable Long expected;

    RunningExecution(Execution execution, RunLog log, @Nullable RunningExecution parent) {
        this.execution = execution;
        this.log = log;
        this.parent = parent;
    }

    Execution execution() {
        return execution;
    }

    @Nullable RunningExecution parent() {
        return parent;
    }

    RunLog log() {
        return log;
    }

    /** Asks it to stop; what it registered for that is done at once. */
    void stop(String reason) {
        List<Runnable> actions;
        synchronized (this) {
            if (stopReason != null) {
                return;
            }
            stopReason = reason;
            actions = List.copyOf(stopActions);
        }
        actions.forEach(Runnable::run);
    }

    /** Asks it to stop so that another process can go on with it. */
    void leave(String reason) {
        synchronized (this) {
            isLeft = stopReason == null;
        }
        stop(reason);
    }

    /** Whether it stops only because its process does. */
    synchronized boolean isLeft() {
        return isLeft;
    }

    /** Why it is to stop; NULL where it is not. */
    @Nullable String stopReason() {
        synchronized (this) {
            if (stopReason != null) {
                return stopReason;
            }
        }
        return parent == null ? null : parent.stopReason();
    }

    /** Registers what ends a wait that would not notice a stop; done at once where it is to stop already. */
    Registration onStop(Runnable action) {
        Registration ofParent = parent == null ? () -> {} : parent.onStop(action);
        boolean isStopping;
        synchronized (this) {
            stopActions.add(action);
            isStopping = stopReason != null;
        }
        if (isStopping) {
            action.run();
        }
        return () -> {
            ofParent.close();
            synchronized (this) {
                stopActions.remove(action);
            }
        };
    }

    /** What was registered, until it is closed. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    synchronized @Nullable RunProgress progress() {
        return progress;
    }

    synchronized void beginStretch(String name) {
        done = 0;
        expected = null;
        progress = new RunProgress(name, null, null);
    }

    synchronized void expect(long units) {
        if (units == 0) {
            return;
        }
        done = 0;
        expected = units;
        progress = new RunProgress(progress == null ? execution.work().job() : progress.step(), 0L, units);
    }

    synchronized void advance(String subject, long units) {
        done += units;
        progress = new RunProgress(subject, done, expected);
    }
}
