package org.carebench.jobs.platform.graph;

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

class GraphRulesTest {

    private final GraphRules rules = new GraphRules();

    @ParameterizedTest
    @CsvSource({
        "1, , TRANSIENT",
        "2, , TRANSIENT",
        "3, , PERMISSION",
        "4, , RATE_LIMITED",
        "10, , PERMISSION",
        "12, , CONTRACT_DRIFT",
        "17, , RATE_LIMITED",
        "32, , RATE_LIMITED",
        "100, , BAD_REQUEST",
        "100, 33, GONE",
        "100, 2207013, RENAMED_OR_GONE",
        "100, 2108006, FEATURE_OFF",
        "104, , AUTH_REVOKED",
        "110, , RENAMED_OR_GONE",
        "110, 2207013, RENAMED_OR_GONE",
        "190, , AUTH_EXPIRED",
        "190, 458, AUTH_REVOKED",
        "190, 459, AUTH_REVOKED",
        "190, 460, AUTH_REVOKED",
        "190, 463, AUTH_EXPIRED",
        "190, 464, AUTH_REVOKED",
        "190, 467, AUTH_REVOKED",
        "190, 492, AUTH_REVOKED",
        "199, , CONTRACT_DRIFT",
        "200, , PERMISSION",
        "299, , PERMISSION",
        "300, , CONTRACT_DRIFT",
        "341, , RATE_LIMITED",
        "368, , PERMISSION",
        "613, , RATE_LIMITED",
        "803, , RENAMED_OR_GONE",
        "2500, , CONTRACT_DRIFT",
        "80001, , RATE_LIMITED",
        "80002, , RATE_LIMITED",
    })
    void tellsErrorsByCodeAndSubcode(int code, Integer subcode, ProblemCode expected) {
        String evidence = "400 " + code + (subcode == null ? "" : "/" + subcode);

        assertThat(rules.problem(error(400, code, subcode, false)))
                .contains(PlatformProblem.of(expected, "endpoint", evidence));
    }

    @Test
    void neverReadsTheMessage() {
        ApiResponse first = TestClients.answer(
                400, "{\"error\": {\"message\": \"(#100) Der Wert ist ung\u00fcltig\", \"code\": 190}}");

        assertThat(rules.problem(first)).map(PlatformProblem::evidence).contains("400 190");
    }

    @Test
    void readsCodesThatAreWrittenAsText() {
        ApiResponse response = TestClients.answer(400, "{\"error\": {\"code\": \"100\", \"error_subcode\": \"33\"}}");

        assertThat(rules.problem(response)).map(PlatformProblem::code).contains(ProblemCode.GONE);
    }

    @Test
    void triesAgainWhatThePlatformCallsTransient() {
        assertThat(rules.problem(error(400, 4711, null, true)))
                .map(PlatformProblem::code)
                .contains(ProblemCode.TRANSIENT);
        assertThat(rules.problem(error(503, 4711, null, false)))
                .map(PlatformProblem::code)
                .contains(ProblemCode.TRANSIENT);
    }

    @Test
    void takesAnErrorForAnErrorWhateverTheStatus() {
        assertThat(rules.problem(error(200, 190, 463, false)))
                .contains(PlatformProblem.of(ProblemCode.AUTH_EXPIRED, "endpoint", "200 190/463"));
        assertThat(rules.problem(error(401, 190, 460, false)))
                .contains(PlatformProblem.of(ProblemCode.AUTH_REVOKED, "endpoint", "401 190/460"));
    }

    @Test
    void seesNoProblemInAGoodAnswer() {
        assertThat(rules.problem(TestClients.answer(200, "{\"data\": []}"))).isEmpty();
    }

    @Test
    void knowsThePlainStatusOfTooManyRequests() {
        assertThat(rules.problem(TestClients.answer(429, "", "Retry-After", "7")))
                .contains(new PlatformProblem(ProblemCode.RATE_LIMITED, "endpoint", "429", Duration.ofSeconds(7)));
    }

    @Test
    void triesAgainWhereAnErrorWasCutShort() {
        assertThat(rules.problem(TestClients.answer(400, "")))
                .contains(PlatformProblem.of(ProblemCode.TRANSIENT, "endpoint", "400 without JSON"));
        assertThat(rules.problem(TestClients.answer(400, "{}"))).isEmpty();
    }

    @Test
    void waitsAsManyMinutesAsThePlatformEstimates() {
        ApiResponse response = TestClients.answer(
                400, "{\"error\": {\"code\": 80002}}", "X-Business-Use-Case-Usage", """
                {"17841400000000001": [
                  {"type": "instagram", "call_count": 100, "total_cputime": 3, "total_time": 4,
                   "estimated_time_to_regain_access": 19},
                  {"type": "pages", "call_count": 1, "estimated_time_to_regain_access": 2}]}
                """.replace("\n", ""));

        assertThat(rules.problem(response)).map(PlatformProblem::retryIn).contains(Duration.ofMinutes(19));
    }

    @Test
    void believesRetryAfterMoreThanTheEstimate() {
        ApiResponse response = TestClients.answer(
                400,
                "{\"error\": {\"code\": 32}}",
                "Retry-After",
                "90",
                "X-Business-Use-Case-Usage",
                "{\"1\": [{\"type\": \"pages\", \"estimated_time_to_regain_access\": 5}]}");

        assertThat(rules.problem(response)).map(PlatformProblem::retryIn).contains(Duration.ofSeconds(90));
    }

    @Test
    void doesNotKnowHowLongToWaitWhereNothingSaysSo() {
        assertThat(rules.problem(error(400, 4, null, false)))
                .contains(new PlatformProblem(ProblemCode.RATE_LIMITED, "endpoint", "400 4", null));
    }

    @Test
    void takesTheHighestShareOfTheAppsUsage() {
        ApiResponse response = TestClients.answer(
                200, "{}", "x-app-usage", "{\"call_count\":28,\"total_time\":61,\"total_cputime\":25}");

        assertThat(rules.limits(response)).isEqualTo(new LimitSignal(null, null, 61));
    }

    @Test
    void takesTheHighestShareOfAllBusinessUsesAndTheApp() {
        ApiResponse response = TestClients.answer(
                200,
                "{}",
                "X-App-Usage",
                "{\"call_count\":12}",
                "X-Business-Use-Case-Usage",
                "{\"1\":[{\"type\":\"pages\",\"call_count\":40,\"estimated_time_to_regain_access\":0}],"
                        + "\"2\":[{\"type\":\"pages\",\"total_time\":83,\"estimated_time_to_regain_access\":4}]}");

        assertThat(rules.limits(response)).isEqualTo(new LimitSignal(null, Duration.ofMinutes(4), 83));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"not JSON", "[1]", "{\"1\": 5}", "{\"1\": [{\"call_count\": \"many\"}]}", "\"\""})
    void ignoresUsageThatCannotBeRead(String header) {
        ApiResponse response =
                TestClients.answer(200, "{}", "X-App-Usage", header, "X-Business-Use-Case-Usage", header);

        assertThat(rules.limits(response)).isEqualTo(LimitSignal.NONE);
    }

    private static ApiResponse error(int status, int code, Integer subcode, boolean isTransient) {
        return TestClients.answer(
                status,
                "{\"error\": {\"message\": \"text\", \"type\": \"OAuthException\", \"code\": " + code
                        + (subcode == null ? "" : ", \"error_subcode\": " + subcode)
                        + (isTransient ? ", \"is_transient\": true" : "") + ", \"fbtrace_id\": \"A1\"}}");
    }
}
