package org.carebench.simulator.platform.mastodon;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Endpoint;
import org.carebench.simulator.http.Handler;
import org.carebench.simulator.http.Limit;
import org.carebench.simulator.http.LimitState;
import org.carebench.simulator.http.PlatformServer;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.http.Tokens;
import org.carebench.simulator.platform.IsoTime;
import org.carebench.simulator.world.World;

/** Every Mastodon server of the world; the first part of a path says which one is asked. */
public final class MastodonServer implements PlatformServer {

    /** Servers that answer nobody without a token, as GoToSocial and authorized-fetch servers do. */
    public static final Set<String> STRICT_SERVERS = Set.of("social.hospital.example");

    private static final Limit LIMIT = Limit.requests("api", 300, Duration.ofMinutes(5));

    private final List<Endpoint> endpoints;

    /** Servers over a world. */
    public MastodonServer(World world, Tokens tokens) {
        MastodonViews views = new MastodonViews(world);
        MastodonAccess access = new MastodonAccess(world, tokens, STRICT_SERVERS);
        MastodonAccounts accounts = new MastodonAccounts(world, views, access);
        MastodonStatuses statuses = new MastodonStatuses(world, views, accounts, access);
        endpoints = List.of(
                get("v2/instance", accounts::instance),
                get("v2/search", accounts::search),
                get("v1/accounts/lookup", accounts::lookup),
                get("v1/accounts", accounts::accounts),
                get("v1/accounts/{id}", accounts::account),
                get("v1/accounts/{id}/statuses", statuses::ofAccount),
                get("v1/statuses", statuses::byIds),
                get("v1/statuses/{id}", statuses::byId),
                get("v1/statuses/{id}/context", statuses::context),
                get("v1/notifications", statuses::notifications));
    }

    private static Endpoint get(String path, Handler handler) {
        return Endpoint.get(path, "{server}/api/" + path, handler).limited(LIMIT);
    }

    @Override
    public String platform() {
        return "mastodon";
    }

    @Override
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    /** Each server counts for itself. */
    @Override
    public String caller(Request request) {
        return request.segments().get(0) + " " + Objects.requireNonNullElse(request.bearer(), "anonymous");
    }

    @Override
    public Answer unknown(Request request) {
        return MastodonErrors.answer(404, "Not Found");
    }

    @Override
    public Answer limited(Request request, LimitState exceeded) {
        return MastodonErrors.answer(429, "Too many requests");
    }

    @Override
    public Answer failed(Request request) {
        return MastodonErrors.answer(503, "Remote data could not be fetched");
    }

    @Override
    public Map<String, String> limitHeaders(LimitState nearest) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-RateLimit-Limit", Long.toString(nearest.limit()));
        headers.put("X-RateLimit-Remaining", Long.toString(nearest.remaining()));
        headers.put("X-RateLimit-Reset", IsoTime.milliseconds(nearest.reset()));
        return headers;
    }
}
