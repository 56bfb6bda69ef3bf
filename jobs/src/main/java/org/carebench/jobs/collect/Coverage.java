package org.carebench.jobs.collect;

import java.time.Instant;
import org.carebench.contract.dataset.CoverageState;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.Capability;
import org.carebench.jobs.platform.PlatformProblem;
import org.jspecify.annotations.Nullable;

/** How completely a family of an account was read so far. It only gets worse while a night reads. */
final class Coverage {

    private CoverageState state;
    private @Nullable String reason;
    private long records;
    private @Nullable Instant readFrom;
    private @Nullable Instant retryAt;

    private Coverage(CoverageState state, @Nullable String reason) {
        this.state = state;
        this.reason = reason;
    }

    /** What a platform offers, before anything is read. */
    static Coverage of(Capability capability) {
        return switch (capability.offer()) {
            case FULL -> new Coverage(CoverageState.COMPLETE, null);
            case PARTIAL -> new Coverage(CoverageState.LIMITED, capability.reason());
            case NONE -> new Coverage(CoverageState.NOT_OFFERED, capability.reason());
        };
    }

    /** Nothing had to be read. */
    void notDue() {
        if (state == CoverageState.COMPLETE || state == CoverageState.LIMITED) {
            state = CoverageState.NOT_DUE;
            reason = null;
        }
    }

    /** Only a part could be read, and a later night will not do better. */
    void limited(PlatformProblem problem) {
        if (state == CoverageState.COMPLETE) {
            state = CoverageState.LIMITED;
            reason = problem.code().name();
        }
    }

    /** Something is missing. */
    void failed(PlatformProblem problem, Instant now) {
        if (state != CoverageState.NOT_OFFERED) {
            state = CoverageState.FAILED;
            reason = problem.code().name();
        }
        if (isWorthRetrying(problem.code())) {
            Instant at = problem.retryIn() == null ? now : now.plus(problem.retryIn());
            retryAt = retryAt == null || at.isAfter(retryAt) ? at : retryAt;
        }
    }

    void add(long more) {
        records += more;
    }

    void readFrom(@Nullable Instant instant) {
        readFrom = instant;
    }

    CoverageState state() {
        return state == CoverageState.FAILED && records > 0 ? CoverageState.PARTIAL : state;
    }

    @Nullable String reason() {
        return reason;
    }

    long records() {
        return records;
    }

    @Nullable Instant readFrom() {
        return readFrom;
    }

    /** From when on it is worth to try again; NULL where it is not, or nothing is missing. */
    @Nullable Instant retryAt() {
        return retryAt;
    }

    boolean isMissing() {
        return state == CoverageState.FAILED;
    }

    private static boolean isWorthRetrying(ProblemCode code) {
        return code == ProblemCode.TRANSIENT || code == ProblemCode.RATE_LIMITED || code == ProblemCode.QUOTA_EXHAUSTED;
    }
}
