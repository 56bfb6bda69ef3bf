package org.carebench.jobs.platform.x;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.ApiRules;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.LimitSignal;
import org.carebench.jobs.platform.PlatformProblem;
import org.jspecify.annotations.Nullable;

/**
 * Errors of X: RFC 7807 with a problem type, or the older {@code {"errors":[{"code":88}]}}. Errors that come with status 200
 * belong to single items, and {@link XResponse} reads them. Limits are told per endpoint, resets in epoch seconds.
 */
final class XRules implements ApiRules {

    /** Parameters that a refused request is told apart by. */
    static final List<String> TELLING_PARAMETERS = List.of(
            Spelling.TWEET.parameter(), Spelling.POST.parameter(), XClient.PAGINATION_TOKEN, XClient.NEXT_TOKEN);

    private static final String OLD_RATE_LIMIT = "88";
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int PAYMENT_REQUIRED = 402;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    @Override
    public Optional<PlatformProblem> problem(ApiResponse response) {
        if (response.isSuccess()) {
            return Optional.empty();
        }
        Optional<XProblemType> type = type(response.body());
        return type.map(XProblemType::code)
                .or(() -> hasOldCode(response.body(), OLD_RATE_LIMIT)
                        ? Optional.of(ProblemCode.RATE_LIMITED)
                        : byStatus(response))
                .map(code -> new PlatformProblem(
                        code, response.endpoint(), evidence(response, type), retryIn(code, response)));
    }

    @Override
    public LimitSignal limits(ApiResponse response) {
        Long remaining = response.header("x-rate-limit-remaining")
                .flatMap(XRules::number)
                .orElse(null);
        return new LimitSignal(remaining, resetIn(response).orElse(null), null);
    }

    private static Optional<XProblemType> type(Fields body) {
        return XProblemType.of(body)
                .or(() -> body.items("errors").stream()
                        .flatMap(error -> XProblemType.of(error).stream())
                        .findFirst());
    }

    private static boolean hasOldCode(Fields body, String code) {
        return body.items("errors").stream()
                .anyMatch(error -> error.text("code").filter(code::equals).isPresent());
    }

    private static Optional<ProblemCode> byStatus(ApiResponse response) {
        return switch (response.status()) {
            case BAD_REQUEST -> Optional.of(ProblemCode.BAD_REQUEST);
            case UNAUTHORIZED -> Optional.of(ProblemCode.AUTH_EXPIRED);
            case PAYMENT_REQUIRED -> Optional.of(ProblemCode.QUOTA_EXHAUSTED);
            case FORBIDDEN -> Optional.of(ProblemCode.PERMISSION);
            // Where the path names one thing, that thing is missing; otherwise the endpoint itself is.
            case NOT_FOUND ->
                Optional.of(response.endpoint().contains(":id") ? ProblemCode.GONE : ProblemCode.CONTRACT_DRIFT);
            case TOO_MANY_REQUESTS -> Optional.of(ProblemCode.RATE_LIMITED);
            default -> response.status() >= SERVER_ERROR ? Optional.of(ProblemCode.TRANSIENT) : Optional.empty();
        };
    }

    private static String evidence(ApiResponse response, Optional<XProblemType> type) {
        StringBuilder evidence = new StringBuilder().append(response.status());
        type.ifPresent(known -> evidence.append(' ').append(known.segment()));
        if (type.isEmpty() && hasOldCode(response.body(), OLD_RATE_LIMIT)) {
            evidence.append(' ').append(OLD_RATE_LIMIT);
        }
        TELLING_PARAMETERS.stream()
                .filter(name -> isRefused(response.body(), name))
                .findFirst()
                .ifPresent(name -> evidence.append(' ').append(name));
        return evidence.toString();
    }

    /** Whether the answer says that a parameter was wrong. */
    private static boolean isRefused(Fields body, String parameter) {
        return Stream.concat(Stream.of(body), body.items("errors").stream())
                .anyMatch(error -> !error.at("parameters").isAbsent(parameter)
                        || error.text("parameter").filter(parameter::equals).isPresent());
    }

    private static @Nullable Duration retryIn(ProblemCode code, ApiResponse response) {
        if (code == ProblemCode.RATE_LIMITED) {
            return response.retryAfter().or(() -> resetIn(response)).orElse(null);
        }
        boolean isDaily =
                response.body().text("period").filter("Daily"::equalsIgnoreCase).isPresent();
        if (code == ProblemCode.QUOTA_EXHAUSTED && isDaily) {
            return response.until(response.serverTime()
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant());
        }
        return null;
    }

    private static Optional<Duration> resetIn(ApiResponse response) {
        return response.header("x-rate-limit-reset")
                .flatMap(XRules::number)
                .map(seconds -> response.until(Instant.ofEpochSecond(seconds)));
    }

    private static Optional<Long> number(String value) {
        return value.strip().matches("\\d{1,11}") ? Optional.of(Long.valueOf(value.strip())) : Optional.empty();
    }
}
