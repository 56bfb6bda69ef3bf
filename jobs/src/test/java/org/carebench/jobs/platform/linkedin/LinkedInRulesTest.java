package org.carebench.jobs.platform.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.TestClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkedInRulesTest {

    private final LinkedInRules rules = new LinkedInRules();

    @ParameterizedTest
    @CsvSource({
        "400, 0, ILLEGAL_ARGUMENT, BAD_REQUEST, 400 ILLEGAL_ARGUMENT 0",
        "401, 65601, REVOKED_ACCESS_TOKEN, AUTH_REVOKED, 401 REVOKED_ACCESS_TOKEN 65601",
        "401, 65602, EXPIRED_ACCESS_TOKEN, AUTH_EXPIRED, 401 EXPIRED_ACCESS_TOKEN 65602",
        "401, 65600, INVALID_ACCESS_TOKEN, AUTH_EXPIRED, 401 INVALID_ACCESS_TOKEN 65600",
        "403, 100, ACCESS_DENIED, PERMISSION, 403 ACCESS_DENIED 100",
        "404, 0, RESOURCE_NOT_FOUND, GONE, 404 RESOURCE_NOT_FOUND 0",
        "426, 0, NONEXISTENT_VERSION, CONTRACT_DRIFT, 426 NONEXISTENT_VERSION 0",
        "429, 101, TOO_MANY_REQUESTS, QUOTA_EXHAUSTED, 429 TOO_MANY_REQUESTS 101",
        "500, 0, INTERNAL_ERROR, TRANSIENT, 500 INTERNAL_ERROR 0",
        "503, 0, 'not: a code', TRANSIENT, 503 0",
    })
    void knowsEveryError(int status, String number, String code, ProblemCode expected, String evidence) {
        PlatformProblem problem = problem(status, """
                {"status":%d,"serviceErrorCode":%s,"code":"%s","message":"words"}
                """.formatted(status, number, code));

        assertThat(problem.code()).isEqualTo(expected);
        assertThat(problem.evidence()).isEqualTo(evidence);
    }

    @Test
    void waitsForMidnightOfUtcWhereTheDayIsUsedUp() {
        assertThat(problem(429, "{}").retryIn()).isEqualTo(Duration.ofHours(14));
        assertThat(problem(429, "{}", "Date", "Sun, 22 Nov 2026 23:30:00 GMT").retryIn())
                .isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void waitsAsLongAsItIsToldTo() {
        PlatformProblem problem = problem(429, "{}", "Retry-After", "9");

        assertThat(problem.code()).isEqualTo(ProblemCode.RATE_LIMITED);
        assertThat(problem.retryIn()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void findsNothingWrongWithAGoodAnswer() {
        assertThat(rules.problem(TestClients.answer(200, "{\"firstDegreeSize\":1}")))
                .isEmpty();
    }

    private PlatformProblem problem(int status, String body, String... headers) {
        return rules.problem(TestClients.answer(status, body, headers)).orElseThrow();
    }
}
