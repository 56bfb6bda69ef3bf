package org.carebench.simulator.platform.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.simulator.platform.ClosedPlatforms.NOW;
import static org.carebench.simulator.platform.ClosedPlatforms.WORLD;
import static org.carebench.simulator.platform.ClosedPlatforms.always;
import static org.carebench.simulator.platform.ClosedPlatforms.encode;
import static org.carebench.simulator.platform.ClosedPlatforms.texts;

import java.io.IOException;
import java.time.Duration;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InstagramServerTest {

    private static final Map<String, String> TOKEN = Map.of("Authorization", "Bearer sim-instagram-token");
    private static final String OPERATOR = InstagramServer.OPERATOR;

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
        return platforms.get("/instagram/v25.0/" + path, TOKEN);
    }

    private static Reply discover(String handle, String fields) {
        return get(OPERATOR + "?fields=" + encode("business_discovery.username(" + handle + "){" + fields + "}"));
    }

    private static Account other() {
        return ClosedPlatforms.readable(Platform.INSTAGRAM, Relation.OTHER);
    }

    private static Account owned() {
        return ClosedPlatforms.readable(Platform.INSTAGRAM, Relation.OWNED);
    }

    @Test
    void businessDiscoveryTellsProfileAndCounts() {
        Account other = other();

        Reply reply = discover(other.handleAt(NOW), "id,username,name,followers_count,follows_count,media_count");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/id")).isEqualTo(OPERATOR);
        JsonNode found = reply.body().path("business_discovery");
        assertThat(found.path("id").asString()).isEqualTo(other.stableId());
        assertThat(found.path("followers_count").asLong())
                .isEqualTo(WORLD.counters(other, NOW).followers());
        assertThat(found.path("media_count").asLong())
                .isEqualTo(WORLD.posts(other, NOW).size());
    }

    @Test
    void mediaOfOthersArePagedByCursorInTheFieldAlone() {
        for (Account other : WORLD.accounts(Platform.INSTAGRAM)) {
            if (other.isReadableAt(NOW)) {
                assertThat(allDiscoveredMedia(other))
                        .containsExactlyElementsOf(
                                WORLD.posts(other, NOW).stream().map(Post::id).toList());
            }
        }
    }

    private static List<String> allDiscoveredMedia(Account other) {
        List<String> ids = new ArrayList<>();
        String after = "";
        while (true) {
            JsonNode media = discover(other.handleAt(NOW), "media" + after + ".limit(7){id,timestamp,like_count}")
                    .body()
                    .at("/business_discovery/media");
            ids.addAll(texts(media.path("data"), "id"));
            assertThat(media.path("paging").has("next")).isFalse();
            String cursor = media.at("/paging/cursors/after").asString("");
            if (cursor.isEmpty()) {
                return ids;
            }
            after = ".after(" + cursor + ")";
        }
    }

    @Test
    void hiddenLikesAndPlaysOfPhotosAreLeftOut() {
        Account hidden = ClosedPlatforms.account(
                Platform.INSTAGRAM,
                account -> account.likesHidden()
                        && account.isReadableAt(NOW)
                        && !WORLD.posts(account, NOW).isEmpty());

        JsonNode media = discover(
                        hidden.handleAt(NOW), "media.limit(100){id,like_count,comments_count,media_type,view_count}")
                .body()
                .at("/business_discovery/media/data");

        assertThat(media).isNotEmpty().allSatisfy(item -> {
            assertThat(item.has("like_count")).isFalse();
            assertThat(item.has("view_count"))
                    .isEqualTo(item.path("media_type").asString().equals("VIDEO"));
        });
    }

    @Test
    void timesHaveAnOffsetWithoutColon() {
        JsonNode media = discover(other().handleAt(NOW), "media.limit(1){timestamp}")
                .body()
                .at("/business_discovery/media/data/0");

        assertThat(media.path("timestamp").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+0000");
    }

    @Test
    void anUnknownOrEarlierHandleIsToldBySubcode() {
        Account renamed = ClosedPlatforms.account(
                Platform.INSTAGRAM,
                account -> account.existsAt(NOW)
                        && account.handles().size() > 1
                        && !account.handleAt(NOW)
                                .equals(account.handles().get(0).name()));

        for (String handle : List.of("nobody.at.all", renamed.handles().get(0).name())) {
            Reply reply = discover(handle, "id");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body().at("/error/code").asInt()).isIn(100, 110);
            assertThat(reply.body().at("/error/error_subcode").asInt()).isEqualTo(2207013);
            assertThat(reply.text("/error/error_user_msg")).isNotEmpty();
        }
    }

    @Test
    void anOwnedAccountListsItsMediaWithAddressesOfNextPages() {
        Account owned = owned();
        List<String> ids = new ArrayList<>();
        String address = "/instagram/v25.0/" + owned.stableId() + "/media?limit=5&fields=id,caption,permalink";
        while (!address.isEmpty()) {
            Reply page = platforms.get(address, ids.isEmpty() ? TOKEN : Map.of());
            ids.addAll(texts(page.body().path("data"), "id"));
            address = page.text("/paging/next");
        }

        assertThat(ids)
                .containsExactlyElementsOf(
                        WORLD.posts(owned, NOW).stream().map(Post::id).toList());
    }

    @Test
    void accountsAndMediaOfOthersCannotBeAskedDirectly() {
        Account other = other();

        for (String path : List.of(
                other.stableId(),
                other.stableId() + "/media",
                WORLD.posts(other, NOW).get(0).id() + "/insights?metric=reach",
                "1" + "/comments")) {
            Reply reply = get(path);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body().at("/error/code").asInt()).isEqualTo(100);
            assertThat(reply.body().at("/error/error_subcode").asInt()).isEqualTo(33);
        }
    }

    @Test
    void commentsOfOwnedMediaHaveTextAuthorAndReplies() {
        Post post = ClosedPlatforms.answered(Platform.INSTAGRAM, Relation.OWNED);
        List<String> ids = new ArrayList<>();
        List<String> authors = new ArrayList<>();
        String address = "/instagram/v25.0/" + post.id()
                + "/comments?limit=2&fields=id,text,timestamp,username,from,parent_id,replies%7Bid,text,from,parent_id%7D";
        while (!address.isEmpty()) {
            Reply page = platforms.get(address, TOKEN);
            for (JsonNode comment : page.body().path("data")) {
                ids.add(comment.path("id").asString());
                assertThat(comment.path("text").asString()).isNotEmpty();
                assertThat(comment.has("parent_id")).isFalse();
                for (JsonNode reply : comment.at("/replies/data")) {
                    ids.add(reply.path("id").asString());
                    authors.add(reply.at("/from/id").asString());
                    assertThat(reply.path("parent_id").asString())
                            .isEqualTo(comment.path("id").asString());
                }
            }
            address = page.text("/paging/next");
        }

        assertThat(ids).containsExactlyInAnyOrderElementsOf(ClosedPlatforms.shown(post));
        assertThat(authors).contains(post.account().stableId());
    }

    @Test
    void repliesOfACommentAreAListOfTheirOwn() {
        Post post = ClosedPlatforms.answered(Platform.INSTAGRAM, Relation.OWNED);
        Interaction answer = WORLD.comments(post, NOW).stream()
                .filter(Interaction::isByOwner)
                .findFirst()
                .orElseThrow();

        Reply reply = get(answer.parentId() + "/replies?fields=id,username");

        assertThat(texts(reply.body().path("data"), "id")).contains(answer.id());
        assertThat(texts(reply.body().path("data"), "username"))
                .contains(post.account().handleAt(NOW));
        assertThat(get(answer.id() + "?fields=id,text").text("/text")).isEqualTo(answer.text());
    }

    @Test
    void mentionsOfAnOwnedAccountStandUnderTags() {
        Account mentioned = ClosedPlatforms.account(
                Platform.INSTAGRAM,
                account -> account.relation() == Relation.OWNED
                        && account.isReadableAt(NOW)
                        && WORLD.mentions(account, WORLD.scenario().begin(), NOW, NOW).stream()
                                .anyMatch(mention -> mention.parentId() == null));

        JsonNode tags = get(mentioned.stableId() + "/tags?fields=id,caption,username")
                .body()
                .path("data");

        assertThat(tags)
                .isNotEmpty()
                .allSatisfy(tag -> assertThat(tag.path("username").asString()).isNotEqualTo(mentioned.handleAt(NOW)));
    }

    @Test
    void dailyInsightsEndAtPacificMidnight() {
        JsonNode series = get(owned().stableId()
                        + "/insights?metric=reach&period=day&since=2026-06-20&until=2026-06-25")
                .body()
                .path("data");

        assertThat(series).hasSize(1);
        assertThat(texts(series.get(0).path("values"), "end_time"))
                .containsExactly(
                        "2026-06-21T07:00:00+0000",
                        "2026-06-22T07:00:00+0000",
                        "2026-06-23T07:00:00+0000",
                        "2026-06-24T07:00:00+0000",
                        "2026-06-25T07:00:00+0000");
    }

    @Test
    void someMetricsAreTotalsOfTheWindow() {
        JsonNode data = get(owned().stableId()
                        + "/insights?metric=reach,views&period=day&since=2026-06-20&until=2026-06-25")
                .body()
                .path("data");

        assertThat(data.get(0).has("values")).isTrue();
        assertThat(data.get(1).path("name").asString()).isEqualTo("views");
        assertThat(data.get(1).at("/total_value/value").asLong()).isPositive();
        assertThat(data.get(1).has("values")).isFalse();
    }

    @Test
    void daysThatAreNotOverAreMissingRatherThanZero() {
        Reply reply = get(owned().stableId() + "/insights?metric=reach&period=day&since=2026-06-29&until=2026-06-30");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("data")).isEmpty();
    }

    @Test
    void insightsOfMediaAreLifetimeTotals() {
        Account owned = ClosedPlatforms.account(
                Platform.INSTAGRAM,
                account -> account.relation() == Relation.OWNED
                        && account.isReadableAt(NOW)
                        && WORLD.posts(account, NOW).size() > 3);
        Post post = WORLD.posts(owned, NOW).get(2);

        JsonNode data =
                get(post.id() + "/insights?metric=reach,saved,likes").body().path("data");

        assertThat(texts(data, "name")).containsExactly("reach", "saved", "likes");
        assertThat(data.get(0).at("/values/0/value").asLong())
                .isEqualTo(WORLD.counters(post, NOW).reach());
        assertThat(data.get(0).path("period").asString()).isEqualTo("lifetime");
    }

    @Test
    void mediaFromBeforeTheBusinessAccountHaveNoInsights() {
        Post early = WORLD.accounts(Platform.INSTAGRAM).stream()
                .filter(account -> account.relation() == Relation.OWNED && account.seed() % 5 == 0)
                .flatMap(account -> WORLD.posts(account, NOW).stream())
                .filter(post ->
                        post.createdAt().isBefore(WORLD.scenario().begin().plus(Duration.ofDays(14))))
                .findFirst()
                .orElseThrow();

        Reply reply = get(early.id() + "/insights?metric=reach");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().at("/error/error_subcode").asInt()).isEqualTo(2108006);
    }

    @Test
    void aRetiredMetricFailsTheWholeRequest() throws IOException {
        Reply gone = get(owned().stableId() + "/insights?metric=reach,impressions&period=day");
        assertThat(gone.status()).isEqualTo(400);
        assertThat(gone.body().at("/error/code").asInt()).isEqualTo(100);

        try (ClosedPlatforms retired = new ClosedPlatforms(FaultProfile.NONE, Set.of("saved"))) {
            Post post = WORLD.posts(owned(), NOW).get(1);
            Reply reply = retired.get("/instagram/v25.0/" + post.id() + "/insights?metric=reach,saved", TOKEN);
            assertThat(reply.body().at("/error/code").asInt()).isEqualTo(100);
        }
    }

    @Test
    void insightsNeedAPermissionOfTheirOwn() {
        Reply reply = platforms.get(
                "/instagram/v25.0/" + owned().stableId() + "/insights?metric=reach&period=day",
                Map.of("Authorization", "Bearer sim-instagram-token-restricted"));

        assertThat(reply.body().at("/error/code").asInt()).isEqualTo(10);
    }

    @Test
    void tokensAreJudged() {
        String path = "/instagram/v25.0/" + OPERATOR;

        Reply none = platforms.get(path, Map.of());
        Reply expired = platforms.get(path + "?access_token=sim-instagram-expired", Map.of());
        Reply wrong = platforms.get(path + "?access_token=wrong", Map.of());
        Reply asParameter = platforms.get(path + "?access_token=sim-instagram-token", Map.of());

        assertThat(none.body().at("/error/code").asInt()).isEqualTo(104);
        assertThat(expired.status()).isEqualTo(400);
        assertThat(expired.body().at("/error/code").asInt()).isEqualTo(190);
        assertThat(expired.body().at("/error/error_subcode").asInt()).isEqualTo(463);
        assertThat(wrong.body().at("/error/code").asInt()).isEqualTo(190);
        assertThat(wrong.text("/error/type")).isEqualTo("OAuthException");
        assertThat(asParameter.status()).isEqualTo(200);
    }

    @Test
    void unknownFieldsPathsAndSyntaxAreRefused() {
        assertThat(get(OPERATOR + "?fields=shoe_size").body().at("/error/code").asInt())
                .isEqualTo(100);
        assertThat(get(OPERATOR + "?fields=id%7B").body().at("/error/code").asInt())
                .isEqualTo(2500);
        assertThat(get("a/b/c/d").body().at("/error/code").asInt()).isEqualTo(2500);
        assertThat(platforms
                        .get("/instagram/latest/" + OPERATOR, TOKEN)
                        .body()
                        .at("/error/code")
                        .asInt())
                .isEqualTo(2500);
    }

    @Test
    void tooManyCallsAreToldByCodeAndUsage() throws IOException {
        try (ClosedPlatforms limited = new ClosedPlatforms(always(FaultKind.RATE_LIMITED, null))) {
            Reply reply = limited.get("/instagram/v25.0/" + OPERATOR, TOKEN);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body().at("/error/code").asInt()).isEqualTo(80002);
            assertThat(reply.header("X-Business-Use-Case-Usage"))
                    .contains("\"type\":\"instagram\"", "\"call_count\":100", "\"estimated_time_to_regain_access\":3");
        }
        try (ClosedPlatforms limited = new ClosedPlatforms(always(FaultKind.RATE_LIMITED, "app"))) {
            Reply reply = limited.get("/instagram/v25.0/" + OPERATOR, TOKEN);
            assertThat(reply.body().at("/error/code").asInt()).isEqualTo(4);
            assertThat(reply.header("X-App-Usage"))
                    .isEqualTo("{\"call_count\":100,\"total_cputime\":100,\"total_time\":100}");
        }
    }

    @Test
    void failuresAreTransientErrors() throws IOException {
        try (ClosedPlatforms failing = new ClosedPlatforms(always(FaultKind.SERVER_ERROR, null))) {
            Reply reply = failing.get("/instagram/v25.0/" + OPERATOR, TOKEN);
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.body().at("/error/code").asInt()).isEqualTo(2);
            assertThat(reply.body().at("/error/is_transient").asBoolean()).isTrue();
        }
    }

    @Test
    void usageIsToldAfterSomeCalls() {
        Map<String, String> token = Map.of("Authorization", "Bearer sim-instagram-token-usage");
        List<String> usage = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            usage.add(platforms.get("/instagram/v25.0/" + OPERATOR, token).header("X-Business-Use-Case-Usage"));
        }

        assertThat(usage.get(0)).isEmpty();
        assertThat(usage.get(4)).contains("\"call_count\":1,").contains("\"estimated_time_to_regain_access\":0");
    }
}
