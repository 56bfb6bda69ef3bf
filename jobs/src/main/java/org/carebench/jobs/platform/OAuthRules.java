package org.carebench.jobs.platform;

import java.util.Optional;
import org.carebench.contract.dataset.ProblemCode;

/** Errors of OAuth 2 token endpoints, by RFC 6749: what cannot be renewed has to be granted anew by its owner. */
public final class OAuthRules implements ApiRules {

    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    @Override
    public Optional<PlatformProblem> problem(ApiResponse response) {
        if (response.isSuccess()) {
            return Optional.empty();
        }
        String error = response.body()
                .text("error")
                .filter(word -> word.matches("[a-z_]{1,40}"))
                .orElse("");
        return Optional.of(new PlatformProblem(
                code(response),
                response.endpoint(),
                (response.status() + " " + error).strip(),
                response.retryAfter().orElse(null)));
    }

    private static ProblemCode code(ApiResponse response) {
        if (response.status() == TOO_MANY_REQUESTS) {
            return ProblemCode.RATE_LIMITED;
        }
        return response.status() >= SERVER_ERROR ? ProblemCode.TRANSIENT : ProblemCode.AUTH_REVOKED;
    }
}
