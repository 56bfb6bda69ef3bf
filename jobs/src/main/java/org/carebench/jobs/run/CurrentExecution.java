package org.carebench.jobs.run;

import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The execution that a thread works for. Threads that are started by it work for the same one; a pool of threads must belong to
 * one execution.
 */
@Component
public class CurrentExecution {

    private static final InheritableThreadLocal<@Nullable RunningExecution> CURRENT = new InheritableThreadLocal<>();

    /**
     * Stops here, if the execution is to stop.
     *
     * @throws RunStoppedException where it is
     */
    public void stopIfAsked() {
        RunningExecution running = CURRENT.get();
        String reason = running == null ? null : running.stopReason();
        if (reason != null) {
            throw new RunStoppedException(reason);
        }
    }

    /** Whether the execution is to stop. */
    public boolean isToStop() {
        RunningExecution running = CURRENT.get();
        return running != null && running.stopReason() != null;
    }

    /** Does something that a stop can end only from outside. */
    public <T> T endedBy(Runnable end, Interruptible<T> work) throws IOException, InterruptedException {
        RunningExecution running = CURRENT.get();
        if (running == null) {
            return work.run();
        }
        RunningExecution.Registration registered = running.onStop(end);
        try {
            return work.run();
        } finally {
            registered.close();
        }
    }

    /** Something that waits. */
    public interface Interruptible<T> {
        T run() throws IOException, InterruptedException;
    }

    @Nullable RunningExecution get() {
        return CURRENT.get();
    }

    /** Works for an execution. */
    <T> T within(RunningExecution running, Supplier<T> work) {
        RunningExecution outer = CURRENT.get();
        CURRENT.set(running);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }
}
