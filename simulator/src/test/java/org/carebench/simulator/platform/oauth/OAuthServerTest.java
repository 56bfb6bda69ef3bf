package org.carebench.simulator.platform.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.carebench.simulator.platform.ClosedPlatforms;
import org.carebench.simulator.platform.ClosedPlatforms.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OAuthServerTest {

    private static final String CLIENT = "client_id=carebench&client_secret=invented&";
    private static final Map<String, String> FORM = Map.of("Content-Type", "application/x-www-form-urlencoded");

    private static ClosedPlatforms platforms;

    @BeforeAll
    static void start() {
        platforms = new ClosedPlatforms();
    }

    @AfterAll
    static void stop() throws IOException {
        platforms.close();
    }

    private static Reply refresh(String path, String token) {
        return platforms.post(path, FORM, CLIENT + "grant_type=refresh_token&refresh_token=" + token);
    }

    @Test
    void googleExchangesARefreshTokenForOneThatItsApiTakes() {
        Reply reply = refresh("/google-oauth/token", "sim-google-business-refresh");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("expires_in").asInt()).isEqualTo(3599);
        assertThat(reply.text("/token_type")).isEqualTo("Bearer");
        assertThat(reply.body().has("refresh_token")).isFalse();
        assertThat(platforms
                        .get(
                                "/google-business/v1/accounts",
                                Map.of("Authorization", "Bearer " + reply.text("/access_token")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void othersHaveAnEndpointOfTheirOwnAndSomeRotateRefreshTokens() {
        Reply first = refresh("/oauth/tiktok/token", "sim-tiktok-refresh");
        Reply second = refresh("/oauth/tiktok/token", first.text("/refresh_token"));

        assertThat(first.body().path("expires_in").asInt()).isEqualTo(86_400);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("/access_token")).isNotEqualTo(first.text("/access_token"));
    }

    @Test
    void whatIsNotAccepted() {
        assertError(refresh("/google-oauth/token", "wrong"), 400, "invalid_grant");
        assertError(refresh("/oauth/x/token", "sim-tiktok-refresh"), 400, "invalid_grant");
        assertError(
                platforms.post("/google-oauth/token", FORM, CLIENT + "grant_type=password"),
                400,
                "unsupported_grant_type");
        assertError(platforms.post("/google-oauth/token", FORM, "grant_type=refresh_token"), 401, "invalid_client");
    }

    private static void assertError(Reply reply, int status, String error) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text("/error")).isEqualTo(error);
    }
}
