package org.carebench.simulator.platform.facebook;

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
import java.util.Set;
import org.carebench.contract.dataset.Relation;
import org.carebench.simulator.http.FaultKind;
import org.carebench.simulator.http.FaultProfile;
import org.carebench.simulator.platform.ClosedPlatforms;
import org.carebench.simulator.platform.ClosedPlatforms.Reply;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.PostCounters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class FacebookServerTest {

    private static final Map<String, String> TOKEN = Map.of("Authorization", "Bearer sim-facebook-token");

    private static ClosedPlatforms platforms;

    @BeforeAll
    static void start() {
        platforms = new ClosedPlatforms();
    }

    @AfterAll
    static void stop() throws IOException {
        platforms.close();
    }

    private static Reply get(String path) {
        return platforms.get("/facebook/v26.0/" + path, TOKEN);
    }

    private static Reply get(String path, String alias) {
        return platforms.get("/facebook/v26.0/" + path, Map.of("Authorization", "Bearer sim-facebook-token-" + alias));
    }

    private static int code(Reply reply) {
        assertThat(reply.status()).isEqualTo(400);
        return reply.body().at("/error/code").asInt();
    }

    private static Account other() {
        return ClosedPlatforms.readable(Platform.FACEBOOK, Relation.OTHER);
    }

    private static Account owned() {
        return ClosedPlatforms.readable(Platform.FACEBOOK, Relation.OWNED);
    }

    @Test
    void aPageIsFoundByIdAndByName() {
        Account page = other();

        Reply byId = get(page.stableId() + "?fields=id,username,followers_count,fan_count,overall_star_rating");
        Reply byName = get(page.handleAt(NOW));

        assertThat(byId.text("/username")).isEqualTo(page.handleAt(NOW));
        assertThat(byId.body().at("/followers_count").asLong())
                .isEqualTo(WORLD.counters(page, NOW).followers());
        assertThat(byName.text("/id")).isEqualTo(page.stableId());
        assertThat(byName.text("/name")).isEqualTo(page.profile().displayName());
    }

    @Test
    void missingPagesAreToldApartByHowTheyWereAskedFor() {
        Reply byId = get("999");
        Reply byName = get("no.such.page");

        assertThat(code(byId)).isEqualTo(100);
        assertThat(byId.body().at("/error/error_subcode").asInt()).isEqualTo(33);
        assertThat(code(byName)).isEqualTo(803);
    }

    @Test
    void addressesOfNextPagesLeadThroughEmptyPagesToTheEnd() {
        int emptyPages = 0;
        for (Account page : WORLD.accounts(Platform.FACEBOOK).subList(0, 10)) {
            if (page.isReadableAt(NOW)) {
                List<String> ids = new ArrayList<>();
                String address = "/facebook/v26.0/" + page.stableId() + "/published_posts?limit=9&fields=id";
                while (!address.isEmpty()) {
                    Reply reply = platforms.get(address, address.contains("access_token") ? Map.of() : TOKEN);
                    emptyPages += reply.body().path("data").isEmpty() ? 1 : 0;
                    ids.addAll(texts(reply.body().path("data"), "id"));
                    address = reply.text("/paging/next");
                }
                assertThat(ids)
                        .containsExactlyElementsOf(
                                WORLD.posts(page, NOW).stream().map(Post::id).toList());
            }
        }
        assertThat(emptyPages).isPositive();
    }

    @Test
    void postsHaveSummariesAndNoSharesWhereNobodyShared() {
        Account page = other();
        String fields =
                "id,created_time,message,permalink_url,status_type,shares,reactions.summary(total_count).limit(0),"
                        + "comments.summary(total_count).filter(stream).limit(0)";

        JsonNode posts = get(page.stableId() + "/published_posts?limit=100&fields=" + encode(fields))
                .body()
                .path("data");

        assertThat(posts).isNotEmpty().allSatisfy(json -> {
            Post post = WORLD.post(Platform.FACEBOOK, json.path("id").asString(), NOW)
                    .orElseThrow();
            PostCounters counters = WORLD.counters(post, NOW);
            assertThat(json.at("/reactions/summary/total_count").asLong()).isEqualTo(counters.likes());
            assertThat(json.at("/comments/summary/total_count").asLong()).isEqualTo(counters.comments());
            assertThat(json.at("/comments/data").isArray()).isTrue();
            assertThat(json.has("shares")).isEqualTo(counters.shares() > 0);
            assertThat(json.has("message")).isEqualTo(!post.bare());
            assertThat(json.path("created_time").asString()).endsWith("+0000");
        });
    }

    @Test
    void postsCanBeCutByTime() {
        Account page = owned();

        JsonNode posts = get(page.stableId() + "/posts?limit=100&since=2026-06-01&until=2026-06-15")
                .body()
                .path("data");

        assertThat(texts(posts, "created_time"))
                .isNotEmpty()
                .allSatisfy(time -> assertThat(time).isBetween("2026-06-01T07:00:00", "2026-06-15T07:00:01"));
    }

    @Test
    void othersCommentsHaveTextAndTimeButNeitherIdNorAuthor() {
        Post post = ClosedPlatforms.answered(Platform.FACEBOOK, Relation.OTHER);

        JsonNode comments = get(post.id()
                        + "/comments?filter=stream&order=chronological&limit=100"
                        + "&fields=id,created_time,message,from,parent%7Bid%7D,comment_count,like_count")
                .body()
                .path("data");

        assertThat(texts(comments, "message"))
                .containsExactlyInAnyOrderElementsOf(ClosedPlatforms.shown(post).stream()
                        .map(id -> WORLD.interaction(Platform.FACEBOOK, id, NOW)
                                .orElseThrow()
                                .text())
                        .toList());
        assertThat(comments).isNotEmpty().allSatisfy(comment -> {
            assertThat(comment.has("created_time")).isTrue();
            assertThat(comment.has("like_count")).isTrue();
            assertThat(comment.has("id")).isFalse();
            assertThat(comment.has("from")).isFalse();
            assertThat(comment.has("parent")).isFalse();
        });
    }

    @Test
    void ownedCommentsHaveIdAuthorAndParent() {
        Post post = ClosedPlatforms.answered(Platform.FACEBOOK, Relation.OWNED);
        List<String> ids = new ArrayList<>();
        List<String> authors = new ArrayList<>();
        String address = "/facebook/v26.0/" + post.id()
                + "/comments?filter=stream&order=chronological&limit=3&fields=id,message,from,parent%7Bid%7D";
        while (!address.isEmpty()) {
            Reply reply = platforms.get(address, TOKEN);
            for (JsonNode comment : reply.body().path("data")) {
                ids.add(comment.path("id").asString());
                if (comment.has("parent")) {
                    assertThat(ids).contains(comment.at("/parent/id").asString());
                    authors.add(comment.at("/from/id").asString());
                }
            }
            address = reply.text("/paging/next");
        }

        assertThat(ids).containsExactlyInAnyOrderElementsOf(ClosedPlatforms.shown(post));
        assertThat(authors).contains(post.account().stableId());
    }

    @Test
    void withoutAFilterThereAreCommentsOnThePostAlone() {
        Post post = ClosedPlatforms.answered(Platform.FACEBOOK, Relation.OWNED);

        JsonNode comments = get(post.id() + "/comments?limit=100&fields=id,comment_count")
                .body()
                .path("data");

        assertThat(texts(comments, "id"))
                .isNotEmpty()
                .hasSizeLessThan(ClosedPlatforms.shown(post).size());
        assertThat(comments)
                .anySatisfy(comment ->
                        assertThat(comment.path("comment_count").asInt()).isPositive());
    }

    @Test
    void aPageTokenSeesItsOwnPageAlone() {
        Account page = owned();
        String alias = get(page.stableId() + "?fields=access_token")
                .text("/access_token")
                .replace("sim-facebook-token-", "");

        assertThat(get(page.stableId(), alias).status()).isEqualTo(200);
        assertThat(code(get(other().stableId(), alias))).isEqualTo(10);
        assertThat(get(other().stableId() + "?fields=id,access_token").body().has("access_token"))
                .isFalse();
    }

    @Test
    void withoutPublicContentAccessOthersAreRefused() {
        assertThat(code(get(other().stableId() + "/published_posts", "restricted")))
                .isEqualTo(10);
        assertThat(get(owned().stableId() + "/published_posts", "restricted").status())
                .isEqualTo(200);
    }

    @Test
    void theFeedMixesPostsOfThePageAndOfVisitors() {
        Account page = ClosedPlatforms.account(
                Platform.FACEBOOK,
                account -> account.relation() == Relation.OWNED
                        && account.isReadableAt(NOW)
                        && !visitors(account).isEmpty());

        JsonNode tagged = get(page.stableId() + "/tagged?limit=100&fields=id,message,from")
                .body()
                .path("data");
        List<String> feed = new ArrayList<>();
        String address = "/facebook/v26.0/" + page.stableId() + "/feed?limit=100&fields=id";
        while (!address.isEmpty()) {
            Reply reply = platforms.get(address, TOKEN);
            feed.addAll(texts(reply.body().path("data"), "id"));
            address = reply.text("/paging/next");
        }

        assertThat(texts(tagged, "id"))
                .containsExactlyInAnyOrderElementsOf(
                        visitors(page).stream().map(Interaction::id).toList());
        assertThat(tagged)
                .allSatisfy(post -> assertThat(post.at("/from/id").asString()).isNotEqualTo(page.stableId()));
        assertThat(feed)
                .containsAll(texts(tagged, "id"))
                .hasSize(WORLD.posts(page, NOW).size() + visitors(page).size());
    }

    private static List<Interaction> visitors(Account page) {
        return WORLD.mentions(page, WORLD.scenario().begin(), NOW, NOW).stream()
                .filter(mention -> mention.parentId() == null)
                .toList();
    }

    @Test
    void ratingsAreGone() {
        assertThat(code(get(owned().stableId() + "/ratings"))).isEqualTo(12);
    }

    @Test
    void dailyInsightsOfAnOwnedPageEndAtPacificMidnight() {
        JsonNode data = get(owned().stableId()
                        + "/insights?metric=page_follows,page_total_media_view_unique&period=day"
                        + "&since=2026-06-20&until=2026-06-22")
                .body()
                .path("data");

        assertThat(texts(data, "name")).containsExactly("page_follows", "page_total_media_view_unique");
        assertThat(texts(data.get(0).path("values"), "end_time"))
                .containsExactly("2026-06-21T07:00:00+0000", "2026-06-22T07:00:00+0000");
        assertThat(data.get(0).at("/values/0/value").asLong()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"page_impressions_unique", "page_fans", "post_impressions", "no_such_metric"})
    void oneInvalidMetricFailsTheWholeRequest(String metric) {
        Reply reply = get(owned().stableId() + "/insights?metric=page_follows," + metric + "&period=day");

        assertThat(code(reply)).isEqualTo(100);
        assertThat(reply.text("/error/message")).isEqualTo("(#100) The value must be a valid insights metric");
    }

    @Test
    void theSimulatorCanRetireAMetric() throws IOException {
        try (ClosedPlatforms retired = new ClosedPlatforms(FaultProfile.NONE, Set.of("page_views_total"))) {
            Reply reply = retired.get(
                    "/facebook/v26.0/" + owned().stableId() + "/insights?metric=page_views_total&period=day", TOKEN);
            assertThat(code(reply)).isEqualTo(100);
        }
    }

    @Test
    void insightsWindowsAreNinetyDaysAtMost() {
        String path = owned().stableId() + "/insights?metric=page_follows&period=day&until=2026-06-30&since=";

        assertThat(get(path + "2026-04-01").status()).isEqualTo(200);
        assertThat(code(get(path + "2026-03-30"))).isEqualTo(100);
    }

    @Test
    void insightsOfPostsAreLifetimeTotals() {
        Post post = WORLD.posts(owned(), NOW).get(0);

        JsonNode data = get(post.id() + "/insights?metric=post_total_media_view_unique")
                .body()
                .path("data");

        assertThat(data.get(0).at("/values/0/value").asLong())
                .isEqualTo(WORLD.counters(post, NOW).reach());
    }

    @Test
    void insightsOfOthersNeedARole() {
        assertThat(code(get(other().stableId() + "/insights?metric=page_follows&period=day")))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"app, 4", "user, 17", "page, 32", "pages, 80001"})
    void everyLimitHasItsCodeAndItsHeader(String bucket, int code) throws IOException {
        try (ClosedPlatforms limited = new ClosedPlatforms(always(FaultKind.RATE_LIMITED, bucket))) {
            Reply reply = limited.get("/facebook/v26.0/" + owned().stableId(), TOKEN);
            assertThat(code(reply)).isEqualTo(code);
            assertThat(reply.header(bucket.equals("app") ? "X-App-Usage" : "X-Business-Use-Case-Usage"))
                    .contains("\"call_count\":100");
        }
    }

    @Test
    void aPostIsFoundByItsIdUntilItIsDeleted() {
        Post deleted = WORLD.accounts(Platform.FACEBOOK).stream()
                .filter(page -> page.isReadableAt(NOW))
                .flatMap(page -> WORLD.posts(page, NOW.minusSeconds(30 * 86_400)).stream())
                .filter(post -> !post.isVisibleAt(NOW))
                .findFirst()
                .orElseThrow();
        Post kept = WORLD.posts(other(), NOW).get(0);

        assertThat(get(kept.id() + "?fields=id").text("/id")).isEqualTo(kept.id());
        assertThat(get(deleted.id()).body().at("/error/error_subcode").asInt()).isEqualTo(33);
    }
}
