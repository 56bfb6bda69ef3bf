package org.carebench.jobs.platform.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.LimitSignal;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.TestClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MastodonRulesTest {

    private final MastodonRules open = new MastodonRules(false);
    private final MastodonRules withToken = new MastodonRules(true);

    @ParameterizedTest
    @CsvSource({
        "400, BAD_REQUEST",
        "401, PERMISSION",
        "403, PERMISSION",
        "404, GONE",
        "406, BAD_REQUEST",
        "410, GONE",
        "422, BAD_REQUEST",
        "429, RATE_LIMITED",
        "500, TRANSIENT",
        "501, CONTRACT_DRIFT",
        "503, TRANSIENT",
        "302, CONTRACT_DRIFT",
    })
    void classifiesByStatus(int status, ProblemCode code) {
        assertThat(open.problem(TestClients.answer(status, "{\"error\":\"Bitte nicht lesen\"}")))
                .contains(PlatformProblem.of(code, "endpoint", Integer.toString(status)));
    }

    @Test
    void aTokenThatIsRefusedIsNotAMissingOne() {
        assertThat(withToken.problem(TestClients.answer(401, "{\"error\":\"The access token was revoked\"}")))
                .contains(PlatformProblem.of(ProblemCode.AUTH_EXPIRED, "endpoint", "401"));
    }

    @Test
    void aGoodAnswerIsNoProblem() {
        assertThat(open.problem(TestClients.answer(200, "[]"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T09:35:00.000Z",
                "2026-11-22T09:35:00.123456Z",
                "2026-11-22T10:35:00+01:00",
                "1795340100"
            })
    void readsTheResetAsAnInstantOfTheServersOwnClock(String reset) {
        LimitSignal signal = open.limits(TestClients.answer(
                200,
                "[]",
                "Date",
                "Sun, 22 Nov 2026 09:30:00 GMT",
                "X-RateLimit-Limit",
                "300",
                "X-RateLimit-Remaining",
                "121",
                "X-RateLimit-Reset",
                reset));

        assertThat(signal.remaining()).isEqualTo(121);
        assertThat(signal.resetIn()).isBetween(Duration.ofSeconds(300), Duration.ofSeconds(301));
    }

    @Test
    void saysHowLongToWait() {
        assertThat(open.problem(TestClients.answer(
                                429, "{}", "Retry-After", "12", "X-RateLimit-Reset", "2026-11-22T10:05:00Z"))
                        .map(PlatformProblem::retryIn))
                .contains(Duration.ofSeconds(12));
        assertThat(open.problem(TestClients.answer(429, "{}", "X-RateLimit-Reset", "2026-11-22T10:05:00Z"))
                        .map(PlatformProblem::retryIn))
                .contains(Duration.ofMinutes(5));
        assertThat(open.problem(TestClients.answer(429, "{}", "X-RateLimit-Reset", "later"))
                        .map(PlatformProblem::retryIn))
                .isEmpty();
    }

    @Test
    void knowsNothingOfLimitsWhereNothingIsSaid() {
        assertThat(open.limits(TestClients.answer(200, "[]"))).isEqualTo(LimitSignal.NONE);
    }
}
