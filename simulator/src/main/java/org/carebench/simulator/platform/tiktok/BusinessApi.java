package org.carebench.simulator.platform.tiktok;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Endpoint;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Limit;
import org.carebench.simulator.http.Refusal;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.http.Tokens;
import org.carebench.simulator.platform.thread.CommentThread;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.AccountCounters;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Person;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.PostCounters;
import org.carebench.simulator.world.World;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Business API. Any valid token is good for all owned accounts; with the alias {@value #RESTRICTED} it may not read
 * comments. Every answer has status 200; errors have another code than 0.
 */
final class BusinessApi {

    static final int NO_PERMISSION = 40001;
    static final int INVALID = 40002;
    static final int TOO_MANY = 40100;
    static final int NO_TOKEN = 40104;
    static final int WRONG_TOKEN = 40105;
    static final int SYSTEM_ERROR = 50000;
    static final String RESTRICTED = "restricted";

    private static final String BASE = "open_api/v1.3/business/";
    private static final int LARGEST_VIDEO_PAGE = 20;
    private static final int USUAL_VIDEO_PAGE = 10;
    private static final int LARGEST_COMMENT_PAGE = 30;
    private static final int USUAL_COMMENT_PAGE = 20;
    private static final Limit MINUTE = Limit.requests("app", 600, Duration.ofMinutes(1));

    private final World world;
    private final Tokens tokens;
    private final Videos videos;

    BusinessApi(World world, Tokens tokens, Videos videos) {
        this.world = world;
        this.tokens = tokens;
        this.videos = videos;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("business/get", BASE + "get/", this::profile).limited(MINUTE),
                Endpoint.get("business/video/list", BASE + "video/list/", this::videoList)
                        .limited(MINUTE),
                Endpoint.get("business/comment/list", BASE + "comment/list/", this::commentList)
                        .limited(MINUTE),
                Endpoint.get("business/comment/reply/list", BASE + "comment/reply/list/", this::replyList)
                        .limited(MINUTE));
    }

    static Answer error(int code, String message) {
        return answer(code, message, Json.object());
    }

    private static Answer answer(int code, String message, ObjectNode data) {
        ObjectNode body = Json.object().put("code", code).put("message", message);
        body.put("request_id", "2026" + Integer.toUnsignedString(message.hashCode()));
        body.set("data", data);
        return Answer.ok(body);
    }

    private static Answer ok(ObjectNode data) {
        return answer(0, "OK", data);
    }

    private static Refusal refusal(int code, String message) {
        return new Refusal(error(code, message));
    }

    private Account account(Request request) {
        String token = request.header("Access-Token");
        if (token == null) {
            throw refusal(NO_TOKEN, "Access token is empty");
        }
        switch (tokens.state(TikTokServer.PLATFORM, token, request.time())) {
            case VALID -> {}
            case EXPIRED, UNKNOWN -> throw refusal(WRONG_TOKEN, "Access token is incorrect or has been revoked");
        }
        String id = required(request, "business_id");
        return videos.owned(id, request.at())
                .orElseThrow(() -> new Refusal(error(NO_PERMISSION, "No permission to operate business_id " + id)
                        .about(id)));
    }

    private static String required(Request request, String name) {
        String value = request.query().first(name);
        if (value == null || value.isEmpty()) {
            throw refusal(INVALID, name + ": Missing data for required field.");
        }
        return value;
    }

    private static int count(Request request, int usual, int most) {
        String text = request.query().first("max_count");
        if (text == null) {
            return usual;
        }
        int count = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (count < 1 || count > most) {
            throw refusal(INVALID, "max_count: Must be between 1 and " + most + ".");
        }
        return count;
    }

    private static long cursor(Request request) {
        String text = request.query().first("cursor", "0");
        if (!text.matches("\\d{1,18}")) {
            throw refusal(INVALID, "cursor: Not a valid integer.");
        }
        return Long.parseLong(text);
    }

    /** The texts of a parameter that is a JSON list. */
    private static List<String> texts(String name, JsonNode list) {
        if (!list.isArray()) {
            throw refusal(INVALID, name + ": Not a valid list.");
        }
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    private static JsonNode json(String name, String text) {
        try {
            return Json.read(text);
        } catch (JacksonException e) {
            throw refusal(INVALID, name + ": Not valid JSON.");
        }
    }

    private static List<String> fields(Request request, List<String> usual) {
        String fields = request.query().first("fields");
        return fields == null ? usual : texts("fields", json("fields", fields));
    }

    /** A copy with these fields alone. */
    private static ObjectNode only(ObjectNode all, List<String> fields) {
        ObjectNode some = Json.object();
        for (String field : fields) {
            if (!all.has(field)) {
                throw refusal(INVALID, "fields: " + field + " is not a valid choice.");
            }
            JsonNode value = all.get(field);
            if (!value.isNull()) {
                some.set(field, value);
            }
        }
        return some;
    }

    private Answer profile(Request request) {
        Account account = account(request);
        AccountCounters counters = world.counters(account, request.at());
        ObjectNode all = Json.object()
                .put("is_business_account", true)
                .put("username", account.handleAt(request.at()))
                .put("display_name", account.profile().displayName())
                .put("bio_description", account.profile().description())
                .put(
                        "profile_image",
                        account.profile().hasAvatar() ? "https://p16.invalid/" + account.stableId() + ".jpeg" : null)
                .put("is_verified", account.profile().isVerified())
                .put("followers_count", account.followersHidden() ? null : counters.followers())
                .put("following_count", counters.following())
                .put("total_likes", counters.likesTotal())
                .put("videos_count", counters.posts());
        return ok(only(all, fields(request, List.of("display_name", "profile_image"))))
                .about(account.stableId());
    }

    private Answer videoList(Request request) {
        Account account = account(request);
        List<String> fields = fields(request, List.of("item_id"));
        ArrayNode list = Json.array();
        List<String> served = new ArrayList<>();
        ObjectNode data = Json.object();
        String filters = request.query().first("filters");
        Videos.Part<Post> page = filters == null
                ? videos.page(
                        account, cursor(request), count(request, USUAL_VIDEO_PAGE, LARGEST_VIDEO_PAGE), request.at())
                : byId(account, filters, request);
        for (Post post : page.items()) {
            list.add(only(video(post, request), fields));
            served.add(post.id());
        }
        data.set("videos", list);
        data.put("cursor", page.cursor()).put("has_more", page.hasMore());
        return ok(data).about(account.stableId()).serving(served);
    }

    /** Videos that are asked for by id; those that are gone are left out. */
    private Videos.Part<Post> byId(Account account, String filters, Request request) {
        List<String> ids = texts("filters", json("filters", filters).path("video_ids"));
        if (ids.size() > LARGEST_VIDEO_PAGE) {
            throw refusal(INVALID, "filters.video_ids: Longer than maximum length " + LARGEST_VIDEO_PAGE + ".");
        }
        List<Post> found = ids.stream()
                .map(id -> videos.video(account, id, request.at()))
                .flatMap(Optional::stream)
                .toList();
        return new Videos.Part<>(found, 0, false);
    }

    private ObjectNode video(Post post, Request request) {
        PostCounters counters = world.counters(post, request.at());
        return Json.object()
                .put("item_id", post.id())
                .put("create_time", Long.toString(post.createdAt().getEpochSecond()))
                .put("caption", world.text(post, request.at()))
                .put("share_url", Videos.address(post, request.at()))
                .put("embed_url", Videos.address(post, request.at()))
                .put("thumbnail_url", "https://p16.invalid/" + post.id() + ".jpeg")
                .put("video_duration", post.durationSeconds())
                .put("likes", counters.likes())
                .put("comments", counters.comments())
                .put("shares", counters.shares())
                .put("video_views", counters.views())
                .put("reach", counters.reach());
    }

    private Answer commentList(Request request) {
        Account account = commentsOf(request);
        Post video = video(account, request);
        CommentThread thread = new CommentThread(video, world.comments(video, request.at()));
        List<Interaction> comments =
                thread.comments().stream().sorted(order(request)).toList();
        return comments(comments, video, thread, "true".equals(request.query().first("include_replies")), request);
    }

    private Account commentsOf(Request request) {
        Account account = account(request);
        if (String.valueOf(request.header("Access-Token")).endsWith("-token-" + RESTRICTED)) {
            throw new Refusal(
                    error(NO_PERMISSION, "No permission for the comment scope").about(account.stableId()));
        }
        return account;
    }

    private Post video(Account account, Request request) {
        String id = required(request, "video_id");
        return videos.video(account, id, request.at())
                .orElseThrow(() -> new Refusal(
                        error(INVALID, "video_id: The video does not exist.").about(account.stableId())));
    }

    private static Comparator<Interaction> order(Request request) {
        Comparator<Interaction> byTime = Comparator.comparing(Interaction::createdAt);
        return "asc".equals(request.query().first("sort_order")) ? byTime : byTime.reversed();
    }

    private Answer replyList(Request request) {
        Account account = commentsOf(request);
        Post video = video(account, request);
        CommentThread thread = new CommentThread(video, world.comments(video, request.at()));
        Interaction comment = thread.find(required(request, "comment_id"))
                .orElseThrow(() -> new Refusal(error(INVALID, "comment_id: The comment does not exist.")
                        .about(account.stableId())));
        return comments(
                thread.replies(comment).stream().sorted(order(request)).toList(), video, thread, false, request);
    }

    private Answer comments(
            List<Interaction> all, Post video, CommentThread thread, boolean withReplies, Request request) {
        int count = count(request, USUAL_COMMENT_PAGE, LARGEST_COMMENT_PAGE);
        int start = (int) Math.min(cursor(request), all.size());
        int end = Math.min(start + count, all.size());
        List<String> served = new ArrayList<>();
        ArrayNode list = Json.array();
        for (Interaction comment : all.subList(start, end)) {
            ObjectNode json = comment(comment, video, thread, request);
            served.add(comment.id());
            if (withReplies && !thread.replies(comment).isEmpty()) {
                ArrayNode replies = json.putArray("reply_list");
                thread.replies(comment).forEach(reply -> {
                    replies.add(comment(reply, video, thread, request));
                    served.add(reply.id());
                });
            }
            list.add(json);
        }
        ObjectNode data = Json.object();
        data.set("comments", list);
        data.put("cursor", end).put("has_more", end < all.size());
        return ok(data).about(video.account().stableId()).serving(served);
    }

    private static ObjectNode comment(Interaction comment, Post video, CommentThread thread, Request request) {
        Person author = comment.author();
        Account owner = comment.account();
        ObjectNode json = Json.object()
                .put("comment_id", comment.id())
                .put("video_id", video.id())
                .put("unique_identifier", author == null ? owner.stableId() : author.id())
                .put("username", author == null ? owner.handleAt(request.at()) : author.handle())
                .put("create_time", Long.toString(comment.createdAt().getEpochSecond()))
                .put("text", comment.text())
                .put("likes", comment.likes())
                .put("replies", thread.replies(comment).size())
                .put("owner", author == null)
                .put("liked", false)
                .put("pinned", false)
                .put("status", "PUBLIC");
        thread.parent(comment).ifPresent(parent -> json.put("parent_comment_id", parent.id()));
        return json;
    }
}
