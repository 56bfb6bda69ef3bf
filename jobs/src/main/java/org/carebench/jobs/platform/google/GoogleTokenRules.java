package org.carebench.jobs.platform.google;

import java.util.Optional;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.ApiRules;
import org.carebench.jobs.platform.PlatformProblem;

/** How OAuth says that an access token cannot be had. */
final class GoogleTokenRules implements ApiRules {

    @Override
    public Optional<PlatformProblem> problem(ApiResponse response) {
        if (response.isSuccess()) {
            return Optional.empty();
        }
        String error = response.body().text("error").orElse("");
        ProblemCode code = switch (error) {
            case "invalid_grant", "invalid_client", "unauthorized_client" -> ProblemCode.AUTH_REVOKED;
            case "invalid_scope" -> ProblemCode.PERMISSION;
            default -> code(response.status());
        };
        return Optional.of(new PlatformProblem(
                code,
                response.endpoint(),
                (response.status() + " " + error).strip(),
                response.retryAfter().orElse(null)));
    }

    private static ProblemCode code(int status) {
        return switch (status) {
            case 400 -> ProblemCode.BAD_REQUEST;
            case 401, 403 -> ProblemCode.AUTH_REVOKED;
            case 429 -> ProblemCode.RATE_LIMITED;
            default -> status >= 500 ? ProblemCode.TRANSIENT : ProblemCode.CONTRACT_DRIFT;
        };
    }
}
