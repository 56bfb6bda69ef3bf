package org.carebench.simulator.platform.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.simulator.platform.ClosedPlatforms.NOW;
import static org.carebench.simulator.platform.ClosedPlatforms.WORLD;
import static org.carebench.simulator.platform.ClosedPlatforms.always;
import static org.carebench.simulator.platform.ClosedPlatforms.encode;
import static org.carebench.simulator.platform.ClosedPlatforms.texts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.Relation;
import org.carebench.simulator.http.FaultKind;
import org.carebench.simulator.platform.ClosedPlatforms;
import org.carebench.simulator.platform.ClosedPlatforms.Reply;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TikTokServerTest {

    private static final Map<String, String> TOKEN = Map.of("Access-Token", "sim-tiktok-token");
    private static final String BUSINESS = "/tiktok/open_api/v1.3/business/";

    private static ClosedPlatforms platforms;

    @BeforeAll
    static void start() {
        platforms = new ClosedPlatforms();
    }

    @AfterAll
    static void stop() throws IOException {
        platforms.close();
    }

    private static Account owned() {
        return ClosedPlatforms.readable(Platform.TIKTOK, Relation.OWNED);
    }

    private static Reply get(String call, String parameters) {
        return platforms.get(BUSINESS + call + "/?business_id=" + owned().stableId() + parameters, TOKEN);
    }

    private static void assertCode(Reply reply, int code) {
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("code").asInt()).isEqualTo(code);
        assertThat(reply.text("/message")).isNotEmpty();
        assertThat(reply.text("/request_id")).isNotEmpty();
    }

    @Test
    void theBusinessProfileHasTheFieldsThatWereAskedFor() {
        Reply reply = get("get", "&fields=" + encode("[\"username\",\"followers_count\"]"));

        assertCode(reply, 0);
        assertThat(reply.text("/message")).isEqualTo("OK");
        assertThat(reply.body().path("data").propertyNames()).containsExactly("username", "followers_count");
        assertThat(reply.body().at("/data/followers_count").asLong())
                .isEqualTo(WORLD.counters(owned(), NOW).followers());
        assertCode(get("get", "&fields=" + encode("[\"shoe_size\"]")), 40002);
    }

    @Test
    void videosArePagedByATimeInMilliseconds() {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        boolean more = true;
        while (more) {
            Reply reply = get("video/list", "&max_count=3&fields=" + encode("[\"item_id\",\"create_time\"]") + cursor);
            ids.addAll(texts(reply.body().at("/data/videos"), "item_id"));
            more = reply.body().at("/data/has_more").asBoolean();
            cursor = "&cursor=" + reply.body().at("/data/cursor").asLong();
        }

        assertThat(ids)
                .containsExactlyElementsOf(
                        WORLD.posts(owned(), NOW).stream().map(Post::id).toList());
    }

    @Test
    void videosHaveTheirCounters() {
        Post post = WORLD.posts(owned(), NOW).get(0);
        String fields = "[\"item_id\",\"likes\",\"comments\",\"shares\",\"video_views\",\"reach\",\"create_time\"]";

        JsonNode video = get(
                        "video/list",
                        "&fields=" + encode(fields) + "&filters="
                                + encode("{\"video_ids\":[\"" + post.id() + "\",\"7000000000000000000\"]}"))
                .body()
                .at("/data/videos");

        assertThat(video).hasSize(1);
        assertThat(video.get(0).path("video_views").asLong())
                .isEqualTo(WORLD.counters(post, NOW).views());
        assertThat(video.get(0).path("create_time").asString())
                .isEqualTo(Long.toString(post.createdAt().getEpochSecond()));
    }

    @Test
    void moreThanTwentyVideosAreRefused() {
        assertCode(get("video/list", "&max_count=21"), 40002);
        assertCode(get("comment/list", "&max_count=31&video_id=" + firstVideo()), 40002);
    }

    private static String firstVideo() {
        return WORLD.posts(owned(), NOW).get(0).id();
    }

    @Test
    void commentsAndRepliesAreGivenWithAuthorAndOwnership() {
        Post post = ClosedPlatforms.answered(Platform.TIKTOK, Relation.OWNED);
        String of = "?business_id=" + post.account().stableId() + "&video_id=" + post.id() + "&max_count=4";
        List<String> ids = new ArrayList<>();
        List<Boolean> byOwner = new ArrayList<>();
        boolean more = true;
        long cursor = 0;
        while (more) {
            JsonNode data = platforms
                    .get(BUSINESS + "comment/list/" + of + "&cursor=" + cursor, TOKEN)
                    .body()
                    .path("data");
            for (JsonNode comment : data.path("comments")) {
                ids.add(comment.path("comment_id").asString());
                assertThat(comment.has("parent_comment_id")).isFalse();
                if (comment.path("replies").asInt() > 0) {
                    JsonNode replies = platforms
                            .get(
                                    BUSINESS + "comment/reply/list/" + of + "&comment_id="
                                            + comment.path("comment_id").asString(),
                                    TOKEN)
                            .body()
                            .at("/data/comments");
                    for (JsonNode reply : replies) {
                        ids.add(reply.path("comment_id").asString());
                        byOwner.add(reply.path("owner").asBoolean());
                        assertThat(reply.path("parent_comment_id")).isEqualTo(comment.path("comment_id"));
                    }
                }
            }
            more = data.path("has_more").asBoolean();
            cursor = data.path("cursor").asLong();
        }

        assertThat(ids).containsExactlyInAnyOrderElementsOf(ClosedPlatforms.shown(post));
        assertThat(byOwner).contains(true);
    }

    @Test
    void repliesComeWithTheirCommentsWhereAskedFor() {
        Post post = ClosedPlatforms.answered(Platform.TIKTOK, Relation.OWNED);

        JsonNode comments = platforms
                .get(
                        BUSINESS + "comment/list/?include_replies=true&max_count=30&business_id="
                                + post.account().stableId() + "&video_id=" + post.id(),
                        TOKEN)
                .body()
                .at("/data/comments");

        assertThat(comments)
                .anySatisfy(comment -> assertThat(comment.path("reply_list")).isNotEmpty());
    }

    @Test
    void businessErrorsHaveStatusTwoHundred() {
        Account other = ClosedPlatforms.account(Platform.TIKTOK, account -> account.relation() == Relation.OTHER);

        assertCode(platforms.get(BUSINESS + "get/?business_id=" + owned().stableId(), Map.of()), 40104);
        assertCode(
                platforms.get(
                        BUSINESS + "get/?business_id=" + owned().stableId(),
                        Map.of("Access-Token", "sim-tiktok-expired")),
                40105);
        assertCode(platforms.get(BUSINESS + "get/?business_id=" + other.stableId(), TOKEN), 40001);
        assertCode(platforms.get(BUSINESS + "get/", TOKEN), 40002);
        assertCode(get("comment/list", "&video_id=7000000000000000000"), 40002);
        assertCode(
                platforms.get(
                        BUSINESS + "comment/list/?business_id=" + owned().stableId() + "&video_id=" + firstVideo(),
                        Map.of("Access-Token", "sim-tiktok-token-restricted")),
                40001);
        assertCode(platforms.get("/tiktok/open_api/v1.3/business/shoes/", TOKEN), 40002);
    }

    @Test
    void businessLimitsAndFailuresAreCodesToo() throws IOException {
        String path = BUSINESS + "get/?business_id=" + owned().stableId();
        try (ClosedPlatforms limited = new ClosedPlatforms(always(FaultKind.RATE_LIMITED, null))) {
            assertCode(limited.get(path, TOKEN), 40100);
        }
        try (ClosedPlatforms failing = new ClosedPlatforms(always(FaultKind.SERVER_ERROR, null))) {
            assertCode(failing.get(path, TOKEN), 50000);
        }
    }

    private static Map<String, String> user() {
        return Map.of("Authorization", "Bearer sim-tiktok-token-user-" + owned().stableId());
    }

    @Test
    void theDisplayApiAlwaysHasAnErrorObject() {
        Reply reply = platforms.get("/tiktok/v2/user/info/?fields=open_id,follower_count,video_count", user());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/error/code")).isEqualTo("ok");
        assertThat(reply.text("/data/user/open_id")).isEqualTo(owned().stableId());
        assertThat(reply.body().at("/data/user/video_count").asLong())
                .isEqualTo(WORLD.posts(owned(), NOW).size());
    }

    @Test
    void displayedVideosArePagedInTheBody() {
        List<String> ids = new ArrayList<>();
        long cursor = 0;
        boolean more = true;
        while (more) {
            Reply reply = platforms.post(
                    "/tiktok/v2/video/list/?fields=id,create_time,like_count",
                    user(),
                    "{\"max_count\":4,\"cursor\":" + cursor + "}");
            JsonNode data = reply.body().path("data");
            ids.addAll(texts(data.path("videos"), "id"));
            more = data.path("has_more").asBoolean();
            cursor = data.path("cursor").asLong();
        }

        assertThat(ids)
                .containsExactlyElementsOf(
                        WORLD.posts(owned(), NOW).stream().map(Post::id).toList());
    }

    @Test
    void displayedVideosThatAreGoneAreLeftOut() {
        Reply reply = platforms.post(
                "/tiktok/v2/video/query/?fields=id,view_count",
                user(),
                "{\"filters\":{\"video_ids\":[\"7000000000000000000\",\"" + firstVideo() + "\"]}}");

        assertThat(texts(reply.body().at("/data/videos"), "id")).containsExactly(firstVideo());
    }

    @Test
    void displayErrorsHaveAStatusAndACode() throws IOException {
        String path = "/tiktok/v2/user/info/?fields=open_id";

        assertDisplay(platforms.get(path, Map.of()), 401, "access_token_invalid");
        assertDisplay(
                platforms.get(path, Map.of("Authorization", "Bearer sim-tiktok-token-restricted")),
                401,
                "scope_not_authorized");
        assertDisplay(platforms.get("/tiktok/v2/user/info/", user()), 400, "invalid_params");
        assertDisplay(
                platforms.post("/tiktok/v2/video/list/?fields=id", user(), "{\"max_count\":21}"),
                400,
                "invalid_params");
        try (ClosedPlatforms limited = new ClosedPlatforms(always(FaultKind.RATE_LIMITED, null))) {
            assertDisplay(limited.get(path, user()), 429, "rate_limit_exceeded");
        }
        try (ClosedPlatforms failing = new ClosedPlatforms(always(FaultKind.SERVER_ERROR, null))) {
            assertDisplay(failing.get(path, user()), 500, "internal_error");
        }
    }

    private static void assertDisplay(Reply reply, int status, String code) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text("/error/code")).isEqualTo(code);
        assertThat(reply.text("/error/log_id")).isNotEmpty();
    }
}
