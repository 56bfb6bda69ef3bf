package org.carebench.simulator.platform.tiktok;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Endpoint;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Limit;
import org.carebench.simulator.http.Refusal;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.http.Tokens;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.AccountCounters;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.PostCounters;
import org.carebench.simulator.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Display API. A token belongs to one account: "sim-tiktok-token-user-&lt;id&gt;"; the one with the alias
 * {@value #RESTRICTED} has no scope that helps.
 */
final class DisplayApi {

    static final String RESTRICTED = "restricted";

    private static final String USER = "sim-tiktok-token-user-";
    private static final int LARGEST_PAGE = 20;
    private static final int USUAL_PAGE = 10;

    private final World world;
    private final Tokens tokens;
    private final Videos videos;

    DisplayApi(World world, Tokens tokens, Videos videos) {
        this.world = world;
        this.tokens = tokens;
        this.videos = videos;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("display/user/info", "v2/user/info/", this::userInfo)
                        .limited(minute("user/info")),
                Endpoint.post("display/video/list", "v2/video/list/", this::videoList)
                        .limited(minute("video/list")),
                Endpoint.post("display/video/query", "v2/video/query/", this::videoQuery)
                        .limited(minute("video/query")));
    }

    private static Limit minute(String endpoint) {
        return Limit.requests(endpoint, 600, Duration.ofMinutes(1));
    }

    static Answer error(int status, String code, String message) {
        return answer(status, code, message, Json.object());
    }

    /** "error" is there also where everything went well. */
    private static Answer answer(int status, String code, String message, ObjectNode data) {
        ObjectNode body = Json.object();
        body.set("data", data);
        body.putObject("error")
                .put("code", code)
                .put("message", message)
                .put("log_id", "2026" + Integer.toUnsignedString((code + message).hashCode()));
        return Answer.of(status, body);
    }

    private static Answer ok(ObjectNode data) {
        return answer(200, "ok", "", data);
    }

    private static Refusal invalid(String message) {
        return new Refusal(error(400, "invalid_params", message));
    }

    private Account account(Request request) {
        String token = request.bearer();
        if (token == null || tokens.state(TikTokServer.PLATFORM, token, request.time()) != Tokens.State.VALID) {
            throw new Refusal(
                    error(401, "access_token_invalid", "The access token is invalid or not found in the request."));
        }
        if (token.endsWith("-token-" + RESTRICTED)) {
            throw new Refusal(error(
                    401, "scope_not_authorized", "The user did not authorize the scope required for this request."));
        }
        String id = token.startsWith(USER) ? token.substring(USER.length()) : null;
        return videos.owned(id, request.at())
                .orElseThrow(() -> new Refusal(error(
                        401, "access_token_invalid", "The access token is invalid or not found in the request.")));
    }

    private static ObjectNode only(ObjectNode all, Request request) {
        List<String> fields = request.query().list("fields");
        if (fields.isEmpty()) {
            throw invalid("The fields are required");
        }
        ObjectNode some = Json.object();
        for (String field : fields) {
            if (!all.has(field)) {
                throw invalid("Invalid field: " + field);
            }
            some.set(field, all.get(field));
        }
        return some;
    }

    private Answer userInfo(Request request) {
        Account account = account(request);
        AccountCounters counters = world.counters(account, request.at());
        ObjectNode user = Json.object()
                .put("open_id", account.stableId())
                .put("username", account.handleAt(request.at()))
                .put("display_name", account.profile().displayName())
                .put("bio_description", account.profile().description())
                .put("avatar_url", "https://p16.invalid/" + account.stableId() + ".jpeg")
                .put("is_verified", account.profile().isVerified())
                .put("profile_deep_link", "https://www.tiktok.com/@" + account.handleAt(request.at()))
                .put("follower_count", counters.followers())
                .put("following_count", counters.following())
                .put("likes_count", counters.likesTotal())
                .put("video_count", counters.posts());
        ObjectNode data = Json.object();
        data.set("user", only(user, request));
        return ok(data).about(account.stableId());
    }

    private static JsonNode body(Request request) {
        JsonNode body = request.json();
        return body == null ? Json.object() : body;
    }

    private Answer videoList(Request request) {
        Account account = account(request);
        JsonNode body = body(request);
        int count = body.path("max_count").asInt(USUAL_PAGE);
        if (count < 1 || count > LARGEST_PAGE) {
            throw invalid("The max_count is invalid: it must be between 1 and " + LARGEST_PAGE);
        }
        Videos.Part<Post> page = videos.page(account, body.path("cursor").asLong(0), count, request.at());
        return answer(account, page, request);
    }

    private Answer videoQuery(Request request) {
        Account account = account(request);
        JsonNode ids = body(request).path("filters").path("video_ids");
        if (!ids.isArray() || ids.size() > LARGEST_PAGE) {
            throw invalid("The video_ids are invalid: give at most " + LARGEST_PAGE);
        }
        List<Post> found = new ArrayList<>();
        ids.forEach(id -> {
            Optional<Post> video = videos.video(account, id.asString(""), request.at());
            video.ifPresent(found::add);
        });
        return answer(account, new Videos.Part<>(found, 0, false), request);
    }

    private Answer answer(Account account, Videos.Part<Post> page, Request request) {
        ObjectNode data = Json.object();
        ArrayNode list = data.putArray("videos");
        List<String> served = new ArrayList<>();
        for (Post post : page.items()) {
            list.add(only(video(post, request), request));
            served.add(post.id());
        }
        data.put("cursor", page.cursor()).put("has_more", page.hasMore());
        return ok(data).about(account.stableId()).serving(served);
    }

    private ObjectNode video(Post post, Request request) {
        PostCounters counters = world.counters(post, request.at());
        return Json.object()
                .put("id", post.id())
                .put("create_time", post.createdAt().getEpochSecond())
                .put("share_url", Videos.address(post, request.at()))
                .put("embed_link", Videos.address(post, request.at()))
                .put("cover_image_url", "https://p16.invalid/" + post.id() + ".jpeg")
                .put("video_description", world.text(post, request.at()))
                .put("title", world.text(post, request.at()))
                .put("duration", post.durationSeconds())
                .put("like_count", counters.likes())
                .put("comment_count", counters.comments())
                .put("share_count", counters.shares())
                .put("view_count", counters.views());
    }
}
