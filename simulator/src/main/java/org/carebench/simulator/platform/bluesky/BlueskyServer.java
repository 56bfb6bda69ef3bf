package org.carebench.simulator.platform.bluesky;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Endpoint;
import org.carebench.simulator.http.Handler;
import org.carebench.simulator.http.Limit;
import org.carebench.simulator.http.LimitState;
import org.carebench.simulator.http.PlatformServer;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.http.Tokens;
import org.carebench.simulator.world.World;

/** Bluesky: the AppView, and the server of the owned accounts, under one address. */
public final class BlueskyServer implements PlatformServer {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Limit PER_ADDRESS = Limit.requests("global", 3_000, FIVE_MINUTES);
    private static final Limit LOGINS = Limit.requests("logins", 30, FIVE_MINUTES);
    private static final Limit LOGINS_OF_A_DAY = Limit.requests("logins-of-a-day", 300, Duration.ofDays(1));
    private static final String CREATE_SESSION = "com.atproto.server.createSession";

    private final List<Endpoint> endpoints;

    /** A server over a world. */
    public BlueskyServer(World world, Tokens tokens) {
        BlueskyViews views = new BlueskyViews(world);
        BlueskySessions sessions = new BlueskySessions(world, views, tokens);
        BlueskyActors actors = new BlueskyActors(views);
        BlueskyFeeds feeds = new BlueskyFeeds(world, views);
        endpoints = List.of(
                read(sessions, "app.bsky.actor.getProfile", actors::getProfile),
                read(sessions, "app.bsky.actor.getProfiles", actors::getProfiles),
                read(sessions, "app.bsky.feed.getAuthorFeed", feeds::getAuthorFeed),
                read(sessions, "app.bsky.feed.getPosts", feeds::getPosts),
                read(sessions, "app.bsky.feed.getPostThread", new BlueskyThreads(world, views)::getPostThread),
                read(sessions, "app.bsky.feed.getQuotes", feeds::getQuotes),
                read(sessions, "app.bsky.feed.searchPosts", new BlueskySearch(world, views)::searchPosts),
                read(sessions, "com.atproto.repo.listRecords", feeds::listRecords),
                read(sessions, "com.atproto.identity.resolveHandle", actors::resolveHandle),
                call("GET", "com.atproto.server.getSession", sessions::getSession),
                call(
                        "GET",
                        "app.bsky.notification.listNotifications",
                        new BlueskyNotifications(world, views, sessions)::listNotifications),
                call("POST", "com.atproto.server.refreshSession", sessions::refreshSession),
                new Endpoint(
                        CREATE_SESSION,
                        "POST",
                        "xrpc/" + CREATE_SESSION,
                        List.of(LOGINS, LOGINS_OF_A_DAY),
                        sessions::createSession));
    }

    private static Endpoint read(BlueskySessions sessions, String nsid, Handler handler) {
        return call("GET", nsid, request -> {
            sessions.check(request);
            return handler.answer(request);
        });
    }

    private static Endpoint call(String method, String nsid, Handler handler) {
        return new Endpoint(nsid, method, "xrpc/" + nsid, List.of(PER_ADDRESS), handler);
    }

    @Override
    public String platform() {
        return "bluesky";
    }

    @Override
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    /** Sign-ins are counted by account, everything else by address, and all callers have the same one here. */
    @Override
    public String caller(Request request) {
        return request.path().endsWith(CREATE_SESSION)
                ? Objects.requireNonNullElse(BlueskySessions.identifier(request), "")
                : "127.0.0.1";
    }

    @Override
    public Answer unknown(Request request) {
        return XrpcError.answer(501, "MethodNotImplemented", "Method Not Implemented");
    }

    @Override
    public Answer limited(Request request, LimitState exceeded) {
        return XrpcError.answer(429, "RateLimitExceeded", "Rate Limit Exceeded")
                .with("Retry-After", Long.toString(exceeded.secondsToReset()));
    }

    @Override
    public Answer failed(Request request) {
        return XrpcError.internal();
    }

    @Override
    public Map<String, String> limitHeaders(LimitState nearest) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("RateLimit-Limit", Long.toString(nearest.limit()));
        headers.put("RateLimit-Remaining", Long.toString(nearest.remaining()));
        headers.put("RateLimit-Reset", Long.toString(nearest.reset().getEpochSecond()));
        headers.put("RateLimit-Policy", nearest.limit() + ";w=" + nearest.windowSeconds());
        return headers;
    }
}
