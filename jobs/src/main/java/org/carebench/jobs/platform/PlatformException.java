package org.carebench.jobs.platform;

import org.jspecify.annotations.Nullable;

/** A request to a platform failed as a whole. */
public final class PlatformException extends RuntimeException {

    private final transient PlatformProblem problem;

    public PlatformException(PlatformProblem problem) {
        this(problem, null);
    }

    public PlatformException(PlatformProblem problem, @Nullable Throwable cause) {
        super("Cannot read " + problem.endpoint() + ": " + problem.code() + " (" + problem.evidence() + ")", cause);
        this.problem = problem;
    }

    public PlatformProblem problem() {
        return problem;
    }
}
