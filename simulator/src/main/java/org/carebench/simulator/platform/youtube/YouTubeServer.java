package org.carebench.simulator.platform.youtube;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Endpoint;
import org.carebench.simulator.http.Handler;
import org.carebench.simulator.http.Limit;
import org.carebench.simulator.http.LimitState;
import org.carebench.simulator.http.PlatformServer;
import org.carebench.simulator.http.Refusal;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.http.Window;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;

/** The YouTube Data API: everything public for a key, and a quota of units until midnight in California. */
public final class YouTubeServer implements PlatformServer {

    /** The key that is accepted. */
    public static final String KEY = "sim-youtube-key";

    private static final String EXPIRED_KEY = "sim-youtube-expired";
    private static final Window DAY = Window.day(ZoneId.of("America/Los_Angeles"));
    private static final Limit UNITS = new Limit("units-of-a-day", 10_000, DAY, 1);
    private static final Limit SEARCHES = new Limit("searches-of-a-day", 100, DAY, 1);
    /** A fault profile may say that this one is exceeded: it passes by itself, the quota does not. */
    private static final String RATE = "rate";

    private final List<Endpoint> endpoints;

    /** A server over a world. */
    public YouTubeServer(World world) {
        YouTubeChannels channels = new YouTubeChannels(world);
        YouTubeVideos videos = new YouTubeVideos(world, channels);
        YouTubeComments comments = new YouTubeComments(world, channels, videos);
        endpoints = List.of(
                get("channels", channels::list, UNITS),
                get("playlistItems", videos::playlistItems, UNITS),
                get("videos", videos::videos, UNITS),
                get("commentThreads", comments::threads, UNITS),
                get("comments", comments::answers, UNITS),
                get("search", videos::search, SEARCHES));
    }

    private static Endpoint get(String name, Handler handler, Limit limit) {
        return Endpoint.get(name, "youtube/v3/" + name, request -> {
                    checkKey(request);
                    return handler.answer(request);
                })
                .limited(limit);
    }

    private static void checkKey(Request request) {
        String key = key(request);
        if (key == null) {
            throw new Refusal(YouTubeErrors.keyMissing());
        }
        if (key.equals(EXPIRED_KEY)) {
            throw new Refusal(YouTubeErrors.keyInvalid("API key expired. Please renew the API key."));
        }
        if (!key.equals(KEY)) {
            throw new Refusal(YouTubeErrors.keyInvalid("API key not valid. Please pass a valid API key."));
        }
    }

    private static @Nullable String key(Request request) {
        String header = request.header("X-Goog-Api-Key");
        return header == null ? request.query().first("key") : header;
    }

    @Override
    public String platform() {
        return "youtube";
    }

    @Override
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    @Override
    public String caller(Request request) {
        return Objects.requireNonNullElse(key(request), "anonymous");
    }

    @Override
    public Answer unknown(Request request) {
        return YouTubeErrors.answer(404, "global", "notFound", "Not Found", null, "NOT_FOUND");
    }

    /** The same status for a rate that passes within seconds and for a quota that is gone until midnight. */
    @Override
    public Answer limited(Request request, LimitState exceeded) {
        return exceeded.bucket().equals(RATE)
                ? YouTubeErrors.answer(
                        403, "usageLimits", "rateLimitExceeded", "Rate limit exceeded.", null, "RESOURCE_EXHAUSTED")
                : YouTubeErrors.answer(
                        403,
                        "youtube.quota",
                        "quotaExceeded",
                        "The request cannot be completed because you have exceeded your quota.",
                        null,
                        null);
    }

    @Override
    public Answer failed(Request request) {
        return YouTubeErrors.answer(500, "global", "backendError", "Backend Error", null, "INTERNAL");
    }
}
