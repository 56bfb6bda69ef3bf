package org.carebench.simulator.platform.x;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Endpoint;
import org.carebench.simulator.http.Handler;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Limit;
import org.carebench.simulator.http.LimitState;
import org.carebench.simulator.http.PlatformServer;
import org.carebench.simulator.http.Refusal;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.http.Tokens;
import org.carebench.simulator.world.World;
import tools.jackson.databind.node.ObjectNode;

/** The X API v2 for a bearer token: windows of a quarter of an hour for each call. */
public final class XServer implements PlatformServer {

    private static final Duration QUARTER_OF_AN_HOUR = Duration.ofMinutes(15);

    private final Tokens tokens;
    private final List<Endpoint> endpoints;

    /** A server over a world that spells as told. */
    public XServer(World world, Tokens tokens, Spelling spelling) {
        this.tokens = tokens;
        XViews views = new XViews(world);
        XUsers users = new XUsers(world, views, spelling);
        XPosts posts = new XPosts(world, views, spelling);
        XSearch search = new XSearch(world, posts, spelling);
        endpoints = List.of(
                get("users/by", 300, users::byNames),
                get("users/by/username/{username}", 300, users::byName),
                get("users", 300, users::byIds),
                get("users/{id}", 300, users::byId),
                get("users/{id}/tweets", 10_000, posts::ofUser),
                get("users/{id}/mentions", 450, posts::mentions),
                get("tweets/search/recent", 450, search::recent),
                get("tweets/search/all", 300, search::all),
                get("tweets", 3_500, posts::byIds),
                get("tweets/{id}", 450, posts::byId),
                get("tweets/{id}/quote_tweets", 75, posts::quotes),
                get("usage/tweets", 50, request -> usage(posts)));
    }

    private Endpoint get(String path, int requests, Handler handler) {
        return Endpoint.get(path, "2/" + path, request -> {
                    checkToken(request);
                    return handler.answer(request);
                })
                .limited(Limit.requests(path, requests, QUARTER_OF_AN_HOUR));
    }

    private void checkToken(Request request) {
        if (tokens.state(platform(), request.bearer(), request.time()) != Tokens.State.VALID) {
            throw new Refusal(XProblems.unauthorized());
        }
    }

    private static Answer usage(XPosts posts) {
        ObjectNode body = Json.object();
        body.set(
                "data",
                Json.object()
                        .put("project_id", "1")
                        .put("project_cap", "3000000")
                        .put("project_usage", Long.toString(posts.read()))
                        .put("cap_reset_day", 1));
        return Answer.ok(body);
    }

    @Override
    public String platform() {
        return "x";
    }

    @Override
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    @Override
    public Answer unknown(Request request) {
        return XProblems.notFound();
    }

    @Override
    public Answer limited(Request request, LimitState exceeded) {
        return XProblems.tooMany();
    }

    @Override
    public Answer failed(Request request) {
        return XProblems.unavailable();
    }

    @Override
    public Map<String, String> limitHeaders(LimitState nearest) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-rate-limit-limit", Long.toString(nearest.limit()));
        headers.put("x-rate-limit-remaining", Long.toString(nearest.remaining()));
        headers.put("x-rate-limit-reset", Long.toString(nearest.reset().getEpochSecond()));
        return headers;
    }
}
