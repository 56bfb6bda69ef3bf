package org.carebench.jobs.platform.linkedin;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.ApiRules;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.PlatformProblem;
import org.jspecify.annotations.Nullable;

/** Errors of LinkedIn, by status and service error code. Allowances are per day of UTC, and no header tells them. */
final class LinkedInRules implements ApiRules {

    private static final String TOKEN_REVOKED = "65601";
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int UPGRADE_REQUIRED = 426;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    @Override
    public Optional<PlatformProblem> problem(ApiResponse response) {
        if (response.isSuccess()) {
            return Optional.empty();
        }
        return code(response)
                .map(code ->
                        new PlatformProblem(code, response.endpoint(), evidence(response), retryIn(code, response)));
    }

    private static Optional<ProblemCode> code(ApiResponse response) {
        return switch (response.status()) {
            case BAD_REQUEST -> Optional.of(ProblemCode.BAD_REQUEST);
            case UNAUTHORIZED ->
                Optional.of(
                        response.body()
                                        .text("serviceErrorCode")
                                        .filter(TOKEN_REVOKED::equals)
                                        .isPresent()
                                ? ProblemCode.AUTH_REVOKED
                                : ProblemCode.AUTH_EXPIRED);
            case FORBIDDEN -> Optional.of(ProblemCode.PERMISSION);
            case NOT_FOUND -> Optional.of(ProblemCode.GONE);
            case UPGRADE_REQUIRED -> Optional.of(ProblemCode.CONTRACT_DRIFT);
            case TOO_MANY_REQUESTS ->
                Optional.of(response.retryAfter().isPresent() ? ProblemCode.RATE_LIMITED : ProblemCode.QUOTA_EXHAUSTED);
            default -> response.status() >= SERVER_ERROR ? Optional.of(ProblemCode.TRANSIENT) : Optional.empty();
        };
    }

    private static String evidence(ApiResponse response) {
        Fields body = response.body();
        String code =
                body.text("code").filter(word -> word.matches("[A-Z_]{1,60}")).orElse("");
        String number = body.text("serviceErrorCode")
                .filter(word -> word.matches("\\d{1,9}"))
                .orElse("");
        return String.join(" ", Integer.toString(response.status()), code, number)
                .replaceAll(" +", " ")
                .strip();
    }

    private static @Nullable Duration retryIn(ProblemCode code, ApiResponse response) {
        return switch (code) {
            case RATE_LIMITED -> response.retryAfter().orElse(null);
            case QUOTA_EXHAUSTED ->
                response.until(response.serverTime()
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
            default -> null;
        };
    }
}
