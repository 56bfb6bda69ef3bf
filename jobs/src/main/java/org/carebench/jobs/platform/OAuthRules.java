package org.carebench.jobs.platform;

import java.util.Optional;
import org.carebench.contract.dataset.ProblemCode;

/** Errors of OAuth 2 token endpoints, by RFC 6749: what cannot be renewed has to be granted anew by its owner. */
public final class OAuthRules implements ApiRules {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

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
                code(response.status(), error),
                response.endpoint(),
                (response.status() + " " + error).strip(),
                response.retryAfter().orElse(null)));
    }

    private static ProblemCode code(int status, String error) {
        return switch (error) {
            case "invalid_grant", "invalid_client", "unauthorized_client" -> ProblemCode.AUTH_REVOKED;
            case "invalid_scope" -> ProblemCode.PERMISSION;
            default -> byStatus(status);
        };
    }

    private static ProblemCode byStatus(int status) {
        return switch (status) {
            case BAD_REQUEST -> ProblemCode.BAD_REQUEST;
            case UNAUTHORIZED, FORBIDDEN -> ProblemCode.AUTH_REVOKED;
            case TOO_MANY_REQUESTS -> ProblemCode.RATE_LIMITED;
            default -> status >= SERVER_ERROR ? ProblemCode.TRANSIENT : ProblemCode.CONTRACT_DRIFT;
        };
    }
}
