package org.carebench.jobs.platform;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OAuthTokensTest {

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final String BOTH = """
            {"token":"key of something else","refresh_token":"r","client_id":"i","client_secret":"s"}
            """;

    @Test
    void whatWasRefusedIsRenewedOnceHoweverManyRequestsItStruck() {
        tokens("first", "second");
        OAuthTokens tokens = tokens(BOTH);
        HttpRequest one = request(tokens);
        HttpRequest other = request(tokens);
        assertThat(authorization(one)).isEqualTo("Bearer first");

        assertThat(tokens.renew("a", one)).isTrue();
        assertThat(tokens.renew("a", other)).isTrue();

        assertThat(authorization(request(tokens))).isEqualTo("Bearer second");
        SERVER.verify(2, postRequestedFor(urlPathEqualTo("/token")));
    }

    @Test
    void aTokenAloneIsNotRenewed() {
        OAuthTokens tokens = tokens("only");
        HttpRequest request = request(tokens);

        assertThat(authorization(request)).isEqualTo("Bearer only");
        assertThat(tokens.renew("a", request)).isFalse();
        assertThat(tokens.renew(null, request)).isFalse();
        SERVER.verify(0, postRequestedFor(urlPathEqualTo("/token")));
    }

    private static void tokens(String first, String second) {
        SERVER.stubFor(post(urlPathEqualTo("/token"))
                .inScenario("tokens")
                .willReturn(okJson("{\"access_token\":\"" + first + "\"}"))
                .willSetStateTo("given"));
        SERVER.stubFor(post(urlPathEqualTo("/token"))
                .inScenario("tokens")
                .whenScenarioStateIs("given")
                .willReturn(okJson("{\"access_token\":\"" + second + "\"}")));
    }

    private static OAuthTokens tokens(String credential) {
        PlatformSettings settings = PlatformSettings.defaults(URI.create(SERVER.baseUrl()));
        return new OAuthTokens(
                TestClients.credentials(Map.of("a", credential)),
                TestClients.of("p", settings).apply(new OAuthRules(), Authorizer.NONE),
                URI.create(SERVER.baseUrl() + "/token"));
    }

    private static HttpRequest request(OAuthTokens tokens) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(SERVER.baseUrl()));
        tokens.authorize(request, "a");
        return request.build();
    }

    private static String authorization(HttpRequest request) {
        return request.headers().firstValue("Authorization").orElse("");
    }
}
