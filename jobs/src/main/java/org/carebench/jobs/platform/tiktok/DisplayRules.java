package org.carebench.jobs.platform.tiktok;

import java.util.Map;
import java.util.Optional;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.ApiRules;
import org.carebench.jobs.platform.PlatformProblem;

/** Errors of the Display API: a word in the body, which is there in every answer and "ok" where all is well. */
final class DisplayRules implements ApiRules {

    private static final String OK = "ok";

    private static final Map<String, ProblemCode> CODES = Map.of(
            "access_token_invalid", ProblemCode.AUTH_EXPIRED,
            "scope_not_authorized", ProblemCode.PERMISSION,
            "scope_permission_missed", ProblemCode.PERMISSION,
            "invalid_params", ProblemCode.BAD_REQUEST,
            "rate_limit_exceeded", ProblemCode.RATE_LIMITED,
            "internal_error", ProblemCode.TRANSIENT);

    @Override
    public Optional<PlatformProblem> problem(ApiResponse response) {
        String word = response.body()
                .at("error")
                .text("code")
                .filter(text -> text.matches("[a-z_]{1,60}"))
                .orElse("");
        if (response.isSuccess() && (word.equals(OK) || response.body().isEmpty())) {
            return Optional.empty();
        }
        boolean isTold = !word.isEmpty() && !word.equals(OK);
        ProblemCode code = CODES.getOrDefault(word, HttpStatuses.code(response));
        return Optional.of(new PlatformProblem(
                code,
                response.endpoint(),
                isTold ? response.status() + " " + word : response.status() + " without error code",
                HttpStatuses.retryIn(code, response)));
    }
}
