package org.carebench.jobs.platform.tiktok;

import java.util.Map;
import java.util.Optional;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.ApiRules;
import org.carebench.jobs.platform.PlatformProblem;

/** Errors of the Business API: a number in the body, which is 0 where all is well, whatever the status. */
final class BusinessRules implements ApiRules {

    private static final String OK = "0";

    private static final Map<String, ProblemCode> CODES = Map.of(
            "40001", ProblemCode.PERMISSION,
            "40002", ProblemCode.BAD_REQUEST,
            "40100", ProblemCode.RATE_LIMITED,
            "40101", ProblemCode.AUTH_REVOKED,
            "40102", ProblemCode.AUTH_EXPIRED,
            "40104", ProblemCode.AUTH_REVOKED,
            "40105", ProblemCode.AUTH_REVOKED);

    @Override
    public Optional<PlatformProblem> problem(ApiResponse response) {
        // An answer that is no JSON at all was cut off on the way, which the client tells.
        String number = response.body()
                .text("code")
                .filter(text -> text.matches("\\d{1,9}"))
                .orElse("");
        if (response.isSuccess() && (number.equals(OK) || response.body().isEmpty())) {
            return Optional.empty();
        }
        boolean isTold = !number.isEmpty() && !number.equals(OK);
        ProblemCode code = isTold ? code(number) : HttpStatuses.code(response);
        return Optional.of(new PlatformProblem(
                code,
                response.endpoint(),
                isTold ? response.status() + " " + number : response.status() + " without code",
                HttpStatuses.retryIn(code, response)));
    }

    private static ProblemCode code(String number) {
        ProblemCode known = CODES.get(number);
        if (known != null) {
            return known;
        }
        return switch (number.charAt(0)) {
            case '4' -> ProblemCode.BAD_REQUEST;
            case '5' -> ProblemCode.TRANSIENT;
            default -> ProblemCode.CONTRACT_DRIFT;
        };
    }
}
