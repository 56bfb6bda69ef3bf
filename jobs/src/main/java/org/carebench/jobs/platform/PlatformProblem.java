package org.carebench.jobs.platform;

import java.time.Duration;
import org.carebench.contract.dataset.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Why something could not be read of a platform. It names the platform's own error code, never its message: messages are
 * localised and may quote personal data or tokens.
 *
 * @param endpoint key of the endpoint, for example app.bsky.actor.getProfile; no address with parameters
 * @param evidence status and error code as the platform gave them, for example "400 AccountDeactivated"
 * @param retryIn how long the platform asks to wait; NULL where it does not say
 */
public record PlatformProblem(
        ProblemCode code,
        String endpoint,
        String evidence,
        @Nullable Duration retryIn) {

    /** Whether it concerns whatever is asked with the same access. */
    public boolean isOfAccess() {
        return switch (code) {
            case AUTH_EXPIRED, AUTH_REVOKED, RATE_LIMITED, QUOTA_EXHAUSTED -> true;
            default -> false;
        };
    }

    public static PlatformProblem of(ProblemCode code, String endpoint, String evidence) {
        return new PlatformProblem(code, endpoint, evidence, null);
    }
}
