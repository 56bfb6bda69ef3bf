package org.carebench.jobs.run;

import java.util.function.Consumer;
import org.carebench.contract.lake.ReleaseId;
import org.jspecify.annotations.Nullable;

/** The right of this process to run an execution: it holds the guard of its work. */
public final class Claim {

    private final RunningExecution running;
    private final RunGuard.Held guard;
    private final Consumer<ReleaseId> releases;

    Claim(RunningExecution running, RunGuard.Held guard, Consumer<ReleaseId> releases) {
        this.running = running;
        this.guard = guard;
        this.releases = releases;
    }

    public Execution execution() {
        return running.execution();
    }

    /** Says which release the execution works on. */
    public void release(ReleaseId release) {
        releases.accept(release);
    }

    /** The release that an earlier attempt worked on; NULL where there was none. */
    public @Nullable ReleaseId begun() {
        return execution().release();
    }

    RunningExecution running() {
        return running;
    }

    RunGuard.Held guard() {
        return guard;
    }
}
