package org.carebench.simulator.platform.tiktok;

import java.util.List;
import java.util.stream.Stream;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Endpoint;
import org.carebench.simulator.http.LimitState;
import org.carebench.simulator.http.PlatformServer;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.http.Tokens;
import org.carebench.simulator.world.World;

/** TikTok: the Business API below "open_api/v1.3/business", the Display API below "v2". */
public final class TikTokServer implements PlatformServer {

    static final String PLATFORM = "tiktok";

    private static final String DISPLAY = "v2/";

    private final BusinessApi business;
    private final DisplayApi display;

    public TikTokServer(World world, Tokens tokens) {
        Videos videos = new Videos(world);
        this.business = new BusinessApi(world, tokens, videos);
        this.display = new DisplayApi(world, tokens, videos);
    }

    @Override
    public String platform() {
        return PLATFORM;
    }

    @Override
    public List<Endpoint> endpoints() {
        return Stream.concat(business.endpoints().stream(), display.endpoints().stream())
                .toList();
    }

    @Override
    public String caller(Request request) {
        String token = isDisplay(request) ? request.bearer() : request.header("Access-Token");
        return token == null ? "anonymous" : token;
    }

    private static boolean isDisplay(Request request) {
        return request.path().startsWith(DISPLAY);
    }

    @Override
    public Answer unknown(Request request) {
        return isDisplay(request)
                ? DisplayApi.error(404, "invalid_params", "Unsupported path")
                : BusinessApi.error(BusinessApi.INVALID, "Unsupported path");
    }

    @Override
    public Answer limited(Request request, LimitState exceeded) {
        return isDisplay(request)
                ? DisplayApi.error(429, "rate_limit_exceeded", "The API rate limit was exceeded.")
                : BusinessApi.error(BusinessApi.TOO_MANY, "Too many requests. Please try again later.");
    }

    @Override
    public Answer failed(Request request) {
        return isDisplay(request)
                ? DisplayApi.error(500, "internal_error", "Something went wrong. Please try again later.")
                : BusinessApi.error(BusinessApi.SYSTEM_ERROR, "System error");
    }
}
