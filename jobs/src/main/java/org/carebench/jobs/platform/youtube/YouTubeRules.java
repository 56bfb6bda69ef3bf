package org.carebench.jobs.platform.youtube;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.ApiRules;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.PlatformProblem;

/** How YouTube says that something is wrong: by the reason of the first error. It tells nothing of what is left. */
final class YouTubeRules implements ApiRules {

    /** The zone in which YouTube's days begin. */
    static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private static final String BAD_KEY = "API_KEY_INVALID";

    @Override
    public Optional<PlatformProblem> problem(ApiResponse response) {
        if (response.isSuccess()) {
            return Optional.empty();
        }
        String reason = reason(response.body().at("error"));
        ProblemCode code = code(reason, response.status());
        if (code == ProblemCode.CONTRACT_DRIFT && reason.equals("invalidPageToken")) {
            return Optional.of(PlatformProblem.of(code, response.endpoint(), "cursor refused"));
        }
        String evidence = (response.status() + " " + reason).strip();
        return Optional.of(
                switch (code) {
                    case QUOTA_EXHAUSTED ->
                        new PlatformProblem(code, response.endpoint(), evidence, untilMidnight(response));
                    case RATE_LIMITED ->
                        new PlatformProblem(
                                code,
                                response.endpoint(),
                                evidence,
                                response.retryAfter().orElse(null));
                    default -> PlatformProblem.of(code, response.endpoint(), evidence);
                });
    }

    /** A bad key is a bad request to the older error format; only the newer one tells it apart. */
    private static String reason(Fields error) {
        boolean isBadKey = error.items("details").stream()
                .anyMatch(
                        detail -> detail.text("reason").filter(BAD_KEY::equals).isPresent());
        if (isBadKey) {
            return BAD_KEY;
        }
        return error.items("errors").stream()
                .findFirst()
                .flatMap(first -> first.text("reason"))
                .or(() -> error.text("status"))
                .orElse("");
    }

    private static ProblemCode code(String reason, int status) {
        return switch (reason) {
            case "quotaExceeded", "dailyLimitExceeded" -> ProblemCode.QUOTA_EXHAUSTED;
            case "rateLimitExceeded", "userRateLimitExceeded" -> ProblemCode.RATE_LIMITED;
            case "commentsDisabled" -> ProblemCode.FEATURE_OFF;
            case "keyInvalid", BAD_KEY -> ProblemCode.AUTH_REVOKED;
            case "keyExpired" -> ProblemCode.AUTH_EXPIRED;
            case "processingFailure" -> ProblemCode.TRANSIENT;
            case "invalidPageToken" -> ProblemCode.CONTRACT_DRIFT;
            default -> code(status, !reason.isEmpty());
        };
    }

    /** An answer 404 that is not of the API's own form says that the address is wrong, not that something is gone. */
    private static ProblemCode code(int status, boolean isOfTheApi) {
        return switch (status) {
            case 400 -> ProblemCode.BAD_REQUEST;
            case 401 -> ProblemCode.AUTH_REVOKED;
            case 403 -> ProblemCode.PERMISSION;
            case 404 -> isOfTheApi ? ProblemCode.GONE : ProblemCode.CONTRACT_DRIFT;
            case 429 -> ProblemCode.RATE_LIMITED;
            default -> status >= 500 ? ProblemCode.TRANSIENT : ProblemCode.CONTRACT_DRIFT;
        };
    }

    private static Duration untilMidnight(ApiResponse response) {
        Instant midnight = response.serverTime()
                .atZone(PACIFIC)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(PACIFIC)
                .toInstant();
        return response.until(midnight);
    }
}
