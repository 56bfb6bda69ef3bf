package org.carebench.jobs.platform.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.TestClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TikTokRulesTest {

    private final BusinessRules business = new BusinessRules();
    private final DisplayRules display = new DisplayRules();

    @ParameterizedTest
    @CsvSource({
        "40001, PERMISSION",
        "40002, BAD_REQUEST",
        "40000, BAD_REQUEST",
        "40100, RATE_LIMITED",
        "40101, AUTH_REVOKED",
        "40102, AUTH_EXPIRED",
        "40104, AUTH_REVOKED",
        "40105, AUTH_REVOKED",
        "50000, TRANSIENT",
        "50002, TRANSIENT",
        "60001, CONTRACT_DRIFT",
    })
    void knowsTheNumbersOfTheBusinessApiThatComeWithStatus200(String number, ProblemCode expected) {
        PlatformProblem problem = business.problem(
                        TestClients.answer(200, "{\"code\":" + number + ",\"message\":\"words\",\"data\":{}}"))
                .orElseThrow();

        assertThat(problem.code()).isEqualTo(expected);
        assertThat(problem.evidence()).isEqualTo("200 " + number);
    }

    @ParameterizedTest
    @CsvSource({
        "401, access_token_invalid, AUTH_EXPIRED",
        "401, scope_not_authorized, PERMISSION",
        "400, scope_permission_missed, PERMISSION",
        "400, invalid_params, BAD_REQUEST",
        "429, rate_limit_exceeded, RATE_LIMITED",
        "500, internal_error, TRANSIENT",
        "200, access_token_invalid, AUTH_EXPIRED",
        "400, invalid_file_upload, BAD_REQUEST",
        "200, something_new, CONTRACT_DRIFT",
    })
    void knowsTheWordsOfTheDisplayApi(int status, String word, ProblemCode expected) {
        PlatformProblem problem = display.problem(TestClients.answer(
                        status, "{\"data\":{},\"error\":{\"code\":\"" + word + "\",\"message\":\"words\"}}"))
                .orElseThrow();

        assertThat(problem.code()).isEqualTo(expected);
        assertThat(problem.evidence()).isEqualTo(status + " " + word);
    }

    @ParameterizedTest
    @CsvSource({
        "400, BAD_REQUEST",
        "401, AUTH_EXPIRED",
        "403, PERMISSION",
        "404, CONTRACT_DRIFT",
        "429, RATE_LIMITED",
        "500, TRANSIENT",
        "503, TRANSIENT",
    })
    void goesByStatusWhereTheBodySaysNothing(int status, ProblemCode expected) {
        ApiResponse answer = TestClients.answer(status, "");

        assertThat(business.problem(answer).orElseThrow().code()).isEqualTo(expected);
        assertThat(display.problem(answer).orElseThrow().code()).isEqualTo(expected);
    }

    @Test
    void findsNothingWrongWithGoodAnswers() {
        assertThat(business.problem(TestClients.answer(200, "{\"code\":0,\"data\":{}}")))
                .isEmpty();
        assertThat(business.problem(TestClients.answer(200, "{\"code\":\"0\",\"data\":{}}")))
                .isEmpty();
        assertThat(display.problem(TestClients.answer(200, "{\"data\":{},\"error\":{\"code\":\"ok\"}}")))
                .isEmpty();
    }

    @Test
    void missesTheCodeThatEveryAnswerHolds() {
        assertThat(business.problem(TestClients.answer(200, "{\"data\":{}}"))
                        .orElseThrow()
                        .code())
                .isEqualTo(ProblemCode.CONTRACT_DRIFT);
        assertThat(display.problem(TestClients.answer(200, "{\"data\":{}}"))
                        .orElseThrow()
                        .code())
                .isEqualTo(ProblemCode.CONTRACT_DRIFT);
    }

    @Test
    void leavesAnAnswerThatIsNoJsonToTheClient() {
        assertThat(business.problem(TestClients.answer(200, ""))).isEmpty();
        assertThat(display.problem(TestClients.answer(200, ""))).isEmpty();
    }

    @Test
    void waitsForTheSlidingMinuteUnlessItIsToldHowLong() {
        String limited = "{\"error\":{\"code\":\"rate_limit_exceeded\"}}";

        assertThat(display.problem(TestClients.answer(429, limited))
                        .orElseThrow()
                        .retryIn())
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(display.problem(TestClients.answer(429, limited, "Retry-After", "5"))
                        .orElseThrow()
                        .retryIn())
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(business.problem(TestClients.answer(200, "{\"code\":40100}"))
                        .orElseThrow()
                        .retryIn())
                .isEqualTo(Duration.ofMinutes(1));
    }
}
