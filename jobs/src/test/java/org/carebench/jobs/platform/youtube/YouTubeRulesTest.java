package org.carebench.jobs.platform.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.jobs.platform.TestClients.answer;

import java.time.Duration;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.LimitSignal;
import org.carebench.jobs.platform.PlatformProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YouTubeRulesTest {

    private final YouTubeRules rules = new YouTubeRules();

    @ParameterizedTest
    @CsvSource({
        "403, quotaExceeded, QUOTA_EXHAUSTED",
        "403, dailyLimitExceeded, QUOTA_EXHAUSTED",
        "403, rateLimitExceeded, RATE_LIMITED",
        "429, rateLimitExceeded, RATE_LIMITED",
        "403, userRateLimitExceeded, RATE_LIMITED",
        "429, userRateLimitExceeded, RATE_LIMITED",
        "403, commentsDisabled, FEATURE_OFF",
        "403, forbidden, PERMISSION",
        "403, accessNotConfigured, PERMISSION",
        "403, playlistItemsNotAccessible, PERMISSION",
        "400, keyInvalid, AUTH_REVOKED",
        "400, keyExpired, AUTH_EXPIRED",
        "401, authError, AUTH_REVOKED",
        "400, badRequest, BAD_REQUEST",
        "400, missingRequiredParameter, BAD_REQUEST",
        "404, videoNotFound, GONE",
        "404, channelNotFound, GONE",
        "404, playlistNotFound, GONE",
        "404, commentNotFound, GONE",
        "400, processingFailure, TRANSIENT",
        "500, processingFailure, TRANSIENT",
        "500, backendError, TRANSIENT",
        "503, backendError, TRANSIENT",
        "418, teapot, CONTRACT_DRIFT"
    })
    void tellsAnErrorByItsReason(int status, String reason, ProblemCode code) {
        String body = """
                {"error":{"code":%d,"message":"Palabras para un humano: quotaExceeded","status":"SOME_STATUS",
                 "errors":[{"domain":"youtube.any","reason":"%s","message":"commentsDisabled","location":"videoId"}]}}
                """.formatted(status, reason);

        PlatformProblem problem = rules.problem(answer(status, body)).orElseThrow();

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.evidence()).isEqualTo(status + " " + reason);
        assertThat(problem.endpoint()).isEqualTo("endpoint");
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_ARGUMENT, BAD_REQUEST",
        "401, UNAUTHENTICATED, AUTH_REVOKED",
        "403, PERMISSION_DENIED, PERMISSION",
        "404, NOT_FOUND, GONE",
        "429, RESOURCE_EXHAUSTED, RATE_LIMITED",
        "503, UNAVAILABLE, TRANSIENT"
    })
    void tellsAnErrorWithoutReasonsByItsStatus(int status, String word, ProblemCode code) {
        PlatformProblem problem = rules.problem(
                        answer(status, "{\"error\":{\"code\":%d,\"status\":\"%s\"}}".formatted(status, word)))
                .orElseThrow();

        assertThat(problem).isEqualTo(PlatformProblem.of(code, "endpoint", status + " " + word));
    }

    @Test
    void tellsABadKeyFromABadRequest() {
        String body = """
                {"error":{"code":400,"status":"INVALID_ARGUMENT","errors":[{"reason":"badRequest","domain":"global"}],
                 "details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID"}]}}
                """;

        assertThat(rules.problem(answer(400, body)))
                .contains(PlatformProblem.of(ProblemCode.AUTH_REVOKED, "endpoint", "400 API_KEY_INVALID"));
    }

    @Test
    void takesAPageTokenThatIsRefusedForADriftedCursor() {
        String body = "{\"error\":{\"code\":400,\"errors\":[{\"reason\":\"invalidPageToken\"}]}}";

        assertThat(rules.problem(answer(400, body)))
                .contains(PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "endpoint", "cursor refused"));
    }

    @ParameterizedTest
    @CsvSource({
        "'Sun, 22 Nov 2026 10:00:00 GMT', PT22H",
        "'Sun, 22 Nov 2026 07:59:00 GMT', PT1M",
        "'Sun, 1 Nov 2026 07:00:00 GMT', PT25H",
        "'Wed, 1 Jul 2026 12:00:00 GMT', PT19H"
    })
    void leavesASpentQuotaUntilMidnightInCalifornia(String date, Duration wait) {
        String body = "{\"error\":{\"code\":403,\"errors\":[{\"reason\":\"quotaExceeded\"}]}}";

        assertThat(rules.problem(answer(403, body, "Date", date)).orElseThrow().retryIn())
                .isEqualTo(wait);
    }

    @Test
    void waitsAsLongAsARateLimitSays() {
        String body = "{\"error\":{\"code\":429,\"errors\":[{\"reason\":\"rateLimitExceeded\"}]}}";

        assertThat(rules.problem(answer(429, body, "Retry-After", "7"))
                        .orElseThrow()
                        .retryIn())
                .isEqualTo(Duration.ofSeconds(7));
        assertThat(rules.problem(answer(429, body)).orElseThrow().retryIn()).isNull();
    }

    @Test
    void takesAnAnswerThatIsNotOfTheApiForAWrongAddress() {
        assertThat(rules.problem(answer(404, "")))
                .contains(PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "endpoint", "404"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"items\":[]}"})
    void findsNothingWrongWithAnAnswerWithoutItems(String body) {
        assertThat(rules.problem(answer(200, body))).isEmpty();
        assertThat(rules.limits(answer(200, body))).isEqualTo(LimitSignal.NONE);
    }
}
