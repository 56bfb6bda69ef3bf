package org.carebench.jobs.platform.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.carebench.jobs.platform.MissingCredentialException;
import org.carebench.jobs.platform.TestClients;
import org.junit.jupiter.api.Test;

class GraphTokensTest {

    private static final URI ASKED = URI.create("https://graph.example.org/v25.0/1?fields=id%2Cname");

    private final GraphTokens tokens = new GraphTokens(TestClients.credentials(
            Map.of("plain", "token-a", "proved", "{\"token\": \"token-b\", \"app_secret\": \"secret-b\"}")));

    @Test
    void sendsTheTokenInAHeaderOnly() {
        HttpRequest request = authorized("plain");

        assertThat(request.headers().allValues("Authorization")).containsExactly("Bearer token-a");
        assertThat(request.uri()).isEqualTo(ASKED);
    }

    @Test
    void provesWithTheSecretOfTheAppThatTheTokenIsItsOwn() {
        HttpRequest request = authorized("proved");

        assertThat(request.headers().allValues("Authorization")).containsExactly("Bearer token-b");
        assertThat(request.uri().toString())
                .isEqualTo(ASKED + "&appsecret_proof="
                        + "a519cd7582f0620ea8425c0b2c7c9703bd6e3f38671da8ed41d6db8532dbd048");
    }

    @Test
    void sendsNothingWithoutACredential() {
        HttpRequest request = authorized(null);

        assertThat(request.headers().map()).isEmpty();
        assertThat(request.uri()).isEqualTo(ASKED);
    }

    @Test
    void refusesACredentialThatIsNotThere() {
        assertThatThrownBy(() -> authorized("other"))
                .isInstanceOf(MissingCredentialException.class)
                .hasMessageStartingWith("Cannot find credential 'other'");
    }

    private HttpRequest authorized(String alias) {
        HttpRequest.Builder request = HttpRequest.newBuilder(ASKED);
        tokens.authorize(request, alias);
        return request.build();
    }
}
