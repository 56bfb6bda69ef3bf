package org.carebench.jobs.platform.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.jobs.platform.TestClients.NOW;
import static org.carebench.jobs.platform.TestClients.answer;

import java.time.Duration;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.PlatformProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleRulesTest {

    private final GoogleRules rules = new GoogleRules();

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_ARGUMENT, BAD_REQUEST,",
        "400, FAILED_PRECONDITION, BAD_REQUEST,",
        "401, UNAUTHENTICATED, AUTH_EXPIRED,",
        "403, PERMISSION_DENIED, PERMISSION,",
        "404, NOT_FOUND, GONE,",
        "429, RESOURCE_EXHAUSTED, RATE_LIMITED, PT1M",
        "500, INTERNAL, TRANSIENT,",
        "503, UNAVAILABLE, TRANSIENT,",
        "418, TEAPOT, CONTRACT_DRIFT,"
    })
    void tellsAnErrorByItsStatus(int status, String word, ProblemCode code, @Nullable Duration retryIn) {
        assertThat(rules.problem(answer(status, error(status, word, ""))))
                .contains(new PlatformProblem(code, "endpoint", status + " " + word, retryIn));
    }

    @Test
    void doesNotKnowWhetherAPlaceIsGoneOrHasANewId() {
        ApiResponse answer = answer(404, error(404, "NOT_FOUND", ""));
        ApiResponse ofAPlace = new ApiResponse(GoogleClient.PLACE, 404, answer.headers(), answer.body(), NOW);

        assertThat(rules.problem(ofAPlace))
                .contains(PlatformProblem.of(ProblemCode.RENAMED_OR_GONE, "places.get", "404 NOT_FOUND"));
    }

    @Test
    void takesAnAnswerThatIsNotOfTheApiForAWrongAddress() {
        assertThat(rules.problem(answer(404, "")))
                .contains(PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "endpoint", "404"));
    }

    @Test
    void tellsABadKeyFromABadRequest() {
        assertThat(rules.problem(answer(400, error(400, "INVALID_ARGUMENT", "\"reason\":\"API_KEY_INVALID\""))))
                .contains(PlatformProblem.of(ProblemCode.AUTH_REVOKED, "endpoint", "400 INVALID_ARGUMENT"));
    }

    @ParameterizedTest
    @CsvSource({"12s, PT12S", "0.5s, PT0.5S", "soon, PT1M"})
    void waitsAsLongAsTheDetailsSay(String delay, Duration wait) {
        assertThat(rules.problem(answer(429, error(429, "RESOURCE_EXHAUSTED", "\"retryDelay\":\"" + delay + "\"")))
                        .orElseThrow()
                        .retryIn())
                .isEqualTo(wait);
    }

    @Test
    void waitsAsLongAsTheHeaderSaysBeforeAll() {
        assertThat(rules.problem(answer(
                                429, error(429, "RESOURCE_EXHAUSTED", "\"retryDelay\":\"12s\""), "Retry-After", "7"))
                        .orElseThrow()
                        .retryIn())
                .isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @CsvSource({
        "quota_limit_value, 0, PERMISSION",
        "quota_limit_value, 300, RATE_LIMITED",
        "quota_unit, 1/d/{project}, QUOTA_EXHAUSTED",
        "quota_unit, 1/min/{project}, RATE_LIMITED"
    })
    void tellsWhichQuotaIsMeant(String name, String value, ProblemCode code) {
        String details = "\"reason\":\"RATE_LIMIT_EXCEEDED\",\"metadata\":{\"" + name + "\":\"" + value + "\"}";

        assertThat(rules.problem(answer(429, error(429, "RESOURCE_EXHAUSTED", details)))
                        .orElseThrow()
                        .code())
                .isEqualTo(code);
    }

    @Test
    void findsNothingWrongWithALocationWithoutReviews() {
        assertThat(rules.problem(answer(200, "{}"))).isEmpty();
    }

    private static String error(int status, String word, String detail) {
        return """
                {"error":{"code":%d,"message":"NOT_FOUND, in words","status":"%s","details":[{%s}]}}
                """.formatted(status, word, detail);
    }
}
