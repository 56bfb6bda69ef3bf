package org.carebench.simulator.platform.oauth;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Endpoint;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.LimitState;
import org.carebench.simulator.http.Parameters;
import org.carebench.simulator.http.PlatformServer;
import org.carebench.simulator.http.Refusal;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.http.Tokens;
import org.carebench.simulator.platform.google.GoogleBusinessServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A token endpoint: exchanges "sim-&lt;platform&gt;-refresh", or a refresh token that it gave out itself, for an access token
 * of the platform. Any client is taken that names itself.
 */
public final class OAuthServer implements PlatformServer {

    private static final Map<String, Duration> LIFETIMES = Map.of(
            "x", Duration.ofHours(2),
            "tiktok", Duration.ofHours(24),
            "linkedin", Duration.ofDays(60),
            "instagram", Duration.ofDays(60),
            "facebook", Duration.ofDays(60));
    private static final Duration USUAL_LIFETIME = Duration.ofSeconds(3599);
    private static final Duration REFRESH_LIFETIME = Duration.ofDays(365);
    private static final List<String> ROTATING = List.of("x", "tiktok");
    private static final String PLATFORM_VARIABLE = "platform";

    private final String prefix;
    private final Endpoint endpoint;
    private final Tokens tokens;

    private OAuthServer(String prefix, @Nullable String platform, Tokens tokens) {
        this.prefix = prefix;
        this.tokens = tokens;
        this.endpoint = platform == null
                ? Endpoint.post(
                        "token", "{platform}/token", request -> token(request.variable(PLATFORM_VARIABLE), request))
                : Endpoint.post("token", "token", request -> token(platform, request));
    }

    /** Google's: "google-oauth/token". */
    public static OAuthServer google(Tokens tokens) {
        return new OAuthServer("google-oauth", GoogleBusinessServer.PLATFORM, tokens);
    }

    /** Everybody's: "oauth/&lt;platform&gt;/token". */
    public static OAuthServer everybody(Tokens tokens) {
        return new OAuthServer("oauth", null, tokens);
    }

    @Override
    public String platform() {
        return prefix;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(endpoint);
    }

    @Override
    public String caller(Request request) {
        return request.form().first("client_id", "anonymous");
    }

    private Answer token(String platform, Request request) {
        Parameters form = request.form();
        if (form.first("client_id", "").isEmpty()
                || form.first("client_secret", "").isEmpty()) {
            throw error(401, "invalid_client", "The OAuth client was not found.");
        }
        if (!form.first("grant_type", "").equals("refresh_token")) {
            throw error(400, "unsupported_grant_type", "Invalid grant_type: give refresh_token.");
        }
        String refresh = form.first("refresh_token", "");
        if (!isValid(platform, refresh, request)) {
            throw error(400, "invalid_grant", "Token has been expired or revoked.");
        }
        Duration lifetime = LIFETIMES.getOrDefault(platform, USUAL_LIFETIME);
        ObjectNode body = Json.object()
                .put(
                        "access_token",
                        tokens.issue(platform, "access", "owner", request.time(), lifetime)
                                .token())
                .put("expires_in", lifetime.toSeconds())
                .put("token_type", "Bearer");
        if (platform.equals(GoogleBusinessServer.PLATFORM)) {
            body.put("scope", "https://www.googleapis.com/auth/business.manage");
        }
        if (ROTATING.contains(platform)) {
            body.put(
                    "refresh_token",
                    tokens.issue(platform, "refresh", "owner", request.time(), REFRESH_LIFETIME)
                            .token());
        }
        return Answer.ok(body);
    }

    private boolean isValid(String platform, String refresh, Request request) {
        return refresh.equals("sim-" + platform + "-refresh")
                || tokens.find(refresh)
                        .filter(issued -> issued.platform().equals(platform)
                                && issued.purpose().equals("refresh")
                                && request.time().isBefore(issued.expires()))
                        .isPresent();
    }

    private static Refusal error(int status, String error, String description) {
        return new Refusal(body(status, error, description));
    }

    private static Answer body(int status, String error, String description) {
        return Answer.of(status, Json.object().put("error", error).put("error_description", description));
    }

    @Override
    public Answer unknown(Request request) {
        return body(404, "not_found", "There is no such endpoint.");
    }

    @Override
    public Answer limited(Request request, LimitState exceeded) {
        return body(429, "rate_limit_exceeded", "Too many requests.");
    }

    @Override
    public Answer failed(Request request) {
        return body(500, "internal_failure", "Backend error.");
    }
}
