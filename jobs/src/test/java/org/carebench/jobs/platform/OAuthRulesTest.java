package org.carebench.jobs.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.carebench.contract.dataset.ProblemCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OAuthRulesTest {

    @ParameterizedTest
    @CsvSource({
        "400, invalid_grant, AUTH_REVOKED",
        "401, invalid_client, AUTH_REVOKED",
        "401, unauthorized_client, AUTH_REVOKED",
        "400, invalid_scope, PERMISSION",
        "400, invalid_request, BAD_REQUEST",
        "403, access_denied, AUTH_REVOKED",
        "429, slow_down, RATE_LIMITED",
        "500, server_error, TRANSIENT",
        "418, teapot, CONTRACT_DRIFT"
    })
    void tellsWhyThereIsNoAccessToken(int status, String error, ProblemCode code) {
        String body = "{\"error\":\"%s\",\"error_description\":\"invalid_grant, in words\"}".formatted(error);

        assertThat(new OAuthRules().problem(TestClients.answer(status, body)))
                .contains(PlatformProblem.of(code, "endpoint", status + " " + error));
        assertThat(new OAuthRules().problem(TestClients.answer(200, "{}"))).isEmpty();
    }
}
