package org.carebench.jobs.platform;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carebench.contract.dataset.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens that OAuth 2 renews. A credential holds what gets one ({@code refresh_token}, {@code client_id},
 * {@code client_secret}), or else an access token that cannot be renewed ({@code token}). Tokens live as long as the run.
 * Safe for several threads.
 */
public final class OAuthTokens implements Authorizer {

    private static final String REFRESH_TOKEN = "refresh_token";
    private static final List<String> CLIENT = List.of("client_id", "client_secret");
    private static final String ENDPOINT = "oauth2.token";
    private static final String AUTHORIZATION = "Authorization";

    private final Credentials credentials;
    private final ApiClient client;
    private final URI address;
    private final Map<String, Secret> tokens = new ConcurrentHashMap<>();

    /**
     * Tokens of one platform.
     *
     * @param client sends requests for tokens, without authorization
     * @param address where tokens are renewed
     */
    public OAuthTokens(Credentials credentials, ApiClient client, URI address) {
        this.credentials = credentials;
        this.client = client;
        this.address = address;
    }

    @Override
    public void authorize(HttpRequest.Builder request, @Nullable String alias) {
        if (alias != null) {
            Secret token = tokens.computeIfAbsent(alias, this::first);
            request.header(AUTHORIZATION, bearer(token));
        }
    }

    @Override
    public boolean renew(@Nullable String alias, HttpRequest refused) {
        if (alias == null || !credentials.require(alias).has(REFRESH_TOKEN)) {
            return false;
        }
        // Threads that come while another one renews take what it got.
        tokens.compute(
                alias, (key, now) -> now == null || bearer(now).equals(refusedToken(refused)) ? renewed(key) : now);
        return true;
    }

    private static String refusedToken(HttpRequest refused) {
        return refused.headers().firstValue(AUTHORIZATION).orElse("");
    }

    private static String bearer(Secret token) {
        return "Bearer " + token.value();
    }

    private Secret first(String alias) {
        Credential credential = credentials.require(alias);
        return credential.has(REFRESH_TOKEN) ? renewed(alias) : new Secret(credential.part(Credential.TOKEN));
    }

    private Secret renewed(String alias) {
        Credential credential = credentials.require(alias);
        String form = Stream.concat(
                        Stream.of(
                                field("grant_type", REFRESH_TOKEN),
                                field(REFRESH_TOKEN, credential.part(REFRESH_TOKEN))),
                        CLIENT.stream().map(part -> field(part, credential.part(part))))
                .collect(Collectors.joining("&"));
        ApiResponse answer = client.send(ApiRequest.get(ENDPOINT, address)
                .withBucket(ENDPOINT)
                .withCredential(alias)
                .withBody("application/x-www-form-urlencoded", form));
        return answer.body()
                .text("access_token")
                .map(Secret::new)
                .orElseThrow(() -> new PlatformException(PlatformProblem.of(
                        ProblemCode.CONTRACT_DRIFT, ENDPOINT, answer.status() + " without access_token")));
    }

    private static String field(String name, String value) {
        return name + "=" + Address.encoded(value);
    }
}
