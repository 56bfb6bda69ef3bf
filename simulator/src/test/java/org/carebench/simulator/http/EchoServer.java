package org.carebench.simulator.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A platform that says back what it was asked; "broken" fails, "refused" refuses, "private" needs a token. */
final class EchoServer implements PlatformServer {

    static final int LIMIT = 3;

    private final Tokens tokens;

    EchoServer(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String platform() {
        return "echo";
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                        "fixed",
                        "v1/items/fixed",
                        request -> Answer.ok(Json.object().put("fixed", true))),
                Endpoint.get("item", "v1/items/{id}", EchoServer::item),
                Endpoint.get("limited", "v1/limited", EchoServer::empty)
                        .limited(Limit.requests("bucket", LIMIT, Duration.ofMinutes(5))),
                Endpoint.get("broken", "v1/broken", request -> {
                    throw new IllegalStateException("a bug");
                }),
                Endpoint.get("refused", "v1/refused", request -> {
                    throw new Refusal(Answer.of(403, Json.object().put("error", "refused")));
                }),
                Endpoint.get(
                        "private",
                        "v1/private",
                        request -> Answer.of(
                                tokens.state("echo", request.bearer(), request.time()) == Tokens.State.VALID
                                        ? 200
                                        : 401,
                                Json.object())),
                Endpoint.post(
                        "post", "v1/items", request -> Answer.ok(Json.object().put("body", request.body()))));
    }

    private static Answer empty(Request request) {
        return Answer.ok(Json.object());
    }

    private static Answer item(Request request) {
        String id = request.variable("id");
        return Answer.ok(Json.object()
                        .put("id", id)
                        .put("likes", 12)
                        .put("at", request.at().toString())
                        .put("link", request.base() + "/" + request.path()))
                .about("account-" + id)
                .serving(List.of("item-" + id));
    }

    @Override
    public Answer unknown(Request request) {
        return Answer.of(404, Json.object().put("error", "unknown"));
    }

    @Override
    public Answer limited(Request request, LimitState exceeded) {
        return Answer.of(429, Json.object().put("error", "limited by " + exceeded.bucket()))
                .with("Retry-After", Long.toString(exceeded.secondsToReset()));
    }

    @Override
    public Answer failed(Request request) {
        return Answer.of(500, Json.object().put("error", "failed"));
    }

    @Override
    public Map<String, String> limitHeaders(LimitState nearest) {
        return Map.of(
                "X-Left",
                Long.toString(nearest.remaining()),
                "X-Reset",
                nearest.reset().toString());
    }
}
