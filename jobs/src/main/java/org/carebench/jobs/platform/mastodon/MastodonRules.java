package org.carebench.jobs.platform.mastodon;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.ApiRules;
import org.carebench.jobs.platform.LimitSignal;
import org.carebench.jobs.platform.PlatformProblem;

/**
 * Errors by status: these servers name no codes.
 *
 * @param hasToken whether the requests carry a token, which tells a refused token from a missing one
 */
record MastodonRules(boolean hasToken) implements ApiRules {

    @Override
    public Optional<PlatformProblem> problem(ApiResponse response) {
        if (response.isSuccess()) {
            return Optional.empty();
        }
        ProblemCode code = code(response.status());
        return Optional.of(new PlatformProblem(
                code,
                response.endpoint(),
                Integer.toString(response.status()),
                code == ProblemCode.RATE_LIMITED
                        ? response.retryAfter().or(() -> reset(response)).orElse(null)
                        : null));
    }

    @Override
    public LimitSignal limits(ApiResponse response) {
        Long remaining = response.header("X-RateLimit-Remaining")
                .map(String::strip)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Long::valueOf)
                .orElse(null);
        return new LimitSignal(remaining, reset(response).orElse(null), null);
    }

    private ProblemCode code(int status) {
        return switch (status) {
            case 400, 406, 422 -> ProblemCode.BAD_REQUEST;
            case 401 -> hasToken ? ProblemCode.AUTH_EXPIRED : ProblemCode.PERMISSION;
            case 403 -> ProblemCode.PERMISSION;
            case 404, 410 -> ProblemCode.GONE;
            case 429 -> ProblemCode.RATE_LIMITED;
            default -> status >= 500 && status != 501 ? ProblemCode.TRANSIENT : ProblemCode.CONTRACT_DRIFT;
        };
    }

    private static Optional<Duration> reset(ApiResponse response) {
        return response.header("X-RateLimit-Reset")
                .flatMap(MastodonRules::instant)
                .map(response::until);
    }

    /** ISO 8601; the first releases of GoToSocial told seconds of the epoch. */
    private static Optional<Instant> instant(String value) {
        if (value.strip().matches("\\d{9,11}")) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(value.strip())));
        }
        try {
            return Optional.of(OffsetDateTime.parse(value.strip()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
