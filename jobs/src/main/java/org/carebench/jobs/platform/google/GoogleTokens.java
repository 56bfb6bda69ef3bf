package org.carebench.jobs.platform.google;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.Address;
import org.carebench.jobs.platform.ApiClient;
import org.carebench.jobs.platform.ApiRequest;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Authorizer;
import org.carebench.jobs.platform.Credential;
import org.carebench.jobs.platform.Credentials;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of Google, made from the credential's {@code refresh_token}, {@code client_id} and {@code client_secret}.
 * A credential without a refresh token is taken for an access token that cannot be renewed. Safe for several threads.
 */
final class GoogleTokens implements Authorizer {

    static final String ENDPOINT = "oauth2.token";

    private static final String REFRESH_TOKEN = "refresh_token";
    private static final String BUCKET = "tokens";

    private final Credentials credentials;
    private final ApiClient client;
    private final URI address;
    private final Map<String, Secret> accessTokens = new ConcurrentHashMap<>();

    GoogleTokens(Credentials credentials, ApiClient client, URI address) {
        this.credentials = credentials;
        this.client = client;
        this.address = address;
    }

    @Override
    public void authorize(HttpRequest.Builder request, @Nullable String alias) {
        if (alias != null) {
            Secret token = accessTokens.computeIfAbsent(alias, this::accessToken);
            request.header("Authorization", "Bearer " + token.value());
        }
    }

    /** Threads that come while another one renews take what it got. */
    @Override
    public boolean renew(@Nullable String alias) {
        if (alias == null || !credentials.require(alias).has(REFRESH_TOKEN)) {
            return false;
        }
        Secret expired = accessTokens.get(alias);
        accessTokens.compute(alias, (key, now) -> now == null || Objects.equals(now, expired) ? accessToken(key) : now);
        return true;
    }

    private Secret accessToken(String alias) {
        Credential credential = credentials.require(alias);
        if (!credential.has(REFRESH_TOKEN)) {
            return new Secret(credential.part(Credential.TOKEN));
        }
        Map<String, String> form = new TreeMap<>();
        form.put("grant_type", REFRESH_TOKEN);
        for (String part : new String[] {REFRESH_TOKEN, "client_id", "client_secret"}) {
            form.put(part, credential.part(part));
        }
        ApiResponse response = client.send(ApiRequest.get(ENDPOINT, address)
                .withCredential(alias)
                .withBucket(BUCKET)
                .withBody("application/x-www-form-urlencoded", encoded(form)));
        return response.body()
                .text("access_token")
                .map(Secret::new)
                .orElseThrow(() -> new PlatformException(PlatformProblem.of(
                        ProblemCode.CONTRACT_DRIFT, ENDPOINT, response.status() + " without access_token")));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + Address.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }
}
