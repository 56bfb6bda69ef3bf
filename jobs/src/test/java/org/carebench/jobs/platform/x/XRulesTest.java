package org.carebench.jobs.platform.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.LimitSignal;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.TestClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XRulesTest {

    private final XRules rules = new XRules();

    @ParameterizedTest
    @CsvSource({
        "404, resource-not-found, GONE",
        "403, resource-unavailable, PERMISSION",
        "403, not-authorized-for-resource, PRIVATE",
        "403, not-authorized-for-field, PERMISSION",
        "403, field-unauthorized, PERMISSION",
        "403, client-forbidden, PERMISSION",
        "403, disallowed-resource, PERMISSION",
        "429, usage-capped, QUOTA_EXHAUSTED",
        "403, usage-capped, QUOTA_EXHAUSTED",
        "429, rate-limit-exceeded, RATE_LIMITED",
        "400, invalid-request, BAD_REQUEST",
        "500, field-hydration-failure, TRANSIENT",
        "500, internal-error, TRANSIENT",
    })
    void knowsEveryProblemType(int status, String type, ProblemCode expected) {
        String body = """
                {"title":"T","detail":"D","type":"https://api.x.com/2/problems/%s","status":%d}
                """.formatted(type, status);

        PlatformProblem problem = problem(TestClients.answer(status, body));

        assertThat(problem.code()).isEqualTo(expected);
        assertThat(problem.evidence()).isEqualTo(status + " " + type);
    }

    @ParameterizedTest
    @CsvSource({
        "400, BAD_REQUEST",
        "401, AUTH_EXPIRED",
        "402, QUOTA_EXHAUSTED",
        "403, PERMISSION",
        "404, CONTRACT_DRIFT",
        "429, RATE_LIMITED",
        "500, TRANSIENT",
        "503, TRANSIENT",
    })
    void goesByStatusWhereTheTypeSaysNothing(int status, ProblemCode expected) {
        PlatformProblem problem = problem(
                TestClients.answer(status, "{\"title\":\"T\",\"type\":\"about:blank\",\"status\":" + status + "}"));

        assertThat(problem.code()).isEqualTo(expected);
        assertThat(problem.evidence()).isEqualTo(Integer.toString(status));
    }

    @Test
    void readsTheHostOfOldSamples() {
        PlatformProblem problem =
                problem(TestClients.answer(403, "{\"type\":\"https://api.twitter.com/2/problems/client-forbidden\"}"));

        assertThat(problem.evidence()).isEqualTo("403 client-forbidden");
    }

    @Test
    void readsTheTypeOfANestedError() {
        PlatformProblem problem = problem(TestClients.answer(
                403, "{\"errors\":[{\"type\":\"https://api.x.com/2/problems/not-authorized-for-resource\"}]}"));

        assertThat(problem.code()).isEqualTo(ProblemCode.PRIVATE);
    }

    @Test
    void readsTheOldStyleOfErrors() {
        PlatformProblem problem = problem(TestClients.answer(
                429,
                "{\"errors\":[{\"code\":88,\"message\":\"any words\"}]}",
                "x-rate-limit-reset",
                Long.toString(TestClients.NOW.plusSeconds(40).getEpochSecond())));

        assertThat(problem.code()).isEqualTo(ProblemCode.RATE_LIMITED);
        assertThat(problem.evidence()).isEqualTo("429 88");
        assertThat(problem.retryIn()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void prefersRetryAfterToTheReset() {
        PlatformProblem problem = problem(TestClients.answer(
                429,
                "{}",
                "Retry-After",
                "7",
                "x-rate-limit-reset",
                Long.toString(TestClients.NOW.plusSeconds(40).getEpochSecond())));

        assertThat(problem.retryIn()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void measuresTheResetByTheClockOfX() {
        PlatformProblem problem = problem(TestClients.answer(
                429,
                "{}",
                "Date",
                "Sun, 22 Nov 2026 09:00:00 GMT",
                "x-rate-limit-reset",
                Long.toString(TestClients.NOW
                        .minus(Duration.ofHours(1))
                        .plusSeconds(90)
                        .getEpochSecond())));

        assertThat(problem.retryIn()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void waitsForMidnightWhereTheCapIsDaily() {
        PlatformProblem problem = problem(TestClients.answer(
                429,
                "{\"type\":\"https://api.x.com/2/problems/usage-capped\",\"period\":\"Daily\",\"scope\":\"Product\"}"));

        assertThat(problem.retryIn()).isEqualTo(Duration.ofHours(14));
    }

    @Test
    void doesNotGuessWhenAMonthlyCapEnds() {
        PlatformProblem problem = problem(TestClients.answer(
                429, "{\"type\":\"https://api.x.com/2/problems/usage-capped\",\"period\":\"Monthly\"}"));

        assertThat(problem.retryIn()).isNull();
    }

    @Test
    void namesTheRefusedParameterButNeverItsValue() {
        PlatformProblem problem = problem(TestClients.answer(400, """
                {"errors":[{"parameters":{"tweet.fields":["secret words"]},"message":"no"}],
                 "type":"https://api.x.com/2/problems/invalid-request"}
                """));

        assertThat(problem.evidence()).isEqualTo("400 invalid-request tweet.fields");
    }

    @Test
    void namesTheRefusedParameterOfTheNewForm() {
        PlatformProblem problem = problem(TestClients.answer(400, """
                {"type":"https://api.x.com/2/problems/invalid-request","title":"T","detail":"D",
                 "parameter":"post.fields","value":"secret words"}
                """));

        assertThat(problem.evidence()).isEqualTo("400 invalid-request post.fields");
    }

    @Test
    void takesErrorsBesideDataForProblemsOfItems() {
        assertThat(rules.problem(TestClients.answer(200, TestClients.fixture("x/users.json"))))
                .isEmpty();
    }

    @Test
    void readsLimitsInEpochSeconds() {
        LimitSignal limits = rules.limits(TestClients.answer(
                200,
                "{}",
                "x-rate-limit-limit",
                "300",
                "x-rate-limit-remaining",
                "12",
                "x-rate-limit-reset",
                Long.toString(TestClients.NOW.plusSeconds(600).getEpochSecond())));

        assertThat(limits).isEqualTo(new LimitSignal(12L, Duration.ofMinutes(10), null));
    }

    @Test
    void knowsNoLimitWithoutHeaders() {
        assertThat(rules.limits(TestClients.answer(200, "{}"))).isEqualTo(LimitSignal.NONE);
    }

    private PlatformProblem problem(ApiResponse response) {
        return rules.problem(response).orElseThrow();
    }
}
