package org.carebench.simulator.platform.linkedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.simulator.platform.ClosedPlatforms.NOW;
import static org.carebench.simulator.platform.ClosedPlatforms.WORLD;
import static org.carebench.simulator.platform.ClosedPlatforms.always;
import static org.carebench.simulator.platform.ClosedPlatforms.encode;
import static org.carebench.simulator.platform.ClosedPlatforms.texts;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.Relation;
import org.carebench.simulator.http.FaultKind;
import org.carebench.simulator.platform.ClosedPlatforms;
import org.carebench.simulator.platform.ClosedPlatforms.Reply;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.PostCounters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LinkedInServerTest {

    private static final Map<String, String> HEADERS = headers("sim-linkedin-token", "202607");

    private static ClosedPlatforms platforms;

    @BeforeAll
    static void start() {
        platforms = new ClosedPlatforms();
    }

    @AfterAll
    static void stop() throws IOException {
        platforms.close();
    }

    private static Map<String, String> headers(String token, String version) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + token);
        headers.put("Linkedin-Version", version);
        headers.put("X-Restli-Protocol-Version", "2.0.0");
        return headers;
    }

    private static Reply get(String path) {
        return platforms.get("/linkedin/rest/" + path, HEADERS);
    }

    private static Account owned() {
        return ClosedPlatforms.readable(Platform.LINKEDIN, Relation.OWNED);
    }

    private static Account other() {
        return ClosedPlatforms.readable(Platform.LINKEDIN, Relation.OTHER);
    }

    private static String urn(Account organization) {
        return encode("urn:li:organization:" + organization.stableId());
    }

    private static void assertError(Reply reply, int status, String code) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().path("status").asInt()).isEqualTo(status);
        assertThat(reply.text("/code")).isEqualTo(code);
    }

    @Test
    void anOwnedOrganizationIsTold() {
        Reply reply = get("organizations/" + owned().stableId());

        assertThat(reply.text("/localizedName")).isEqualTo(owned().profile().displayName());
        assertThat(reply.text("/vanityName")).isEqualTo(owned().handleAt(NOW));
        assertThat(reply.body().path("id").asLong()).isEqualTo(Long.parseLong(owned().stableId()));
    }

    @Test
    void ofOthersTheNameAloneIsTold() {
        Reply byId = get("organizationsLookup?ids=List(" + other().stableId() + ",1)");
        Reply byName = get("organizations?q=vanityName&vanityName=" + other().handleAt(NOW));

        assertThat(byId.text("/results/" + other().stableId() + "/localizedName"))
                .isEqualTo(other().profile().displayName());
        assertThat(byId.body().at("/statuses/1").asInt()).isEqualTo(404);
        assertThat(byName.text("/elements/0/vanityName")).isEqualTo(other().handleAt(NOW));
        assertError(get("organizations/" + other().stableId()), 403, "ACCESS_DENIED");
        assertError(get("networkSizes/" + urn(other()) + "?edgeType=COMPANY_FOLLOWED_BY_MEMBER"), 403, "ACCESS_DENIED");
        assertError(get("posts?q=author&author=" + urn(other())), 403, "ACCESS_DENIED");
    }

    @Test
    void anUnknownOrganizationIsNotFound() {
        assertError(get("organizations/1"), 404, "NOT_FOUND");
        assertError(get("shoes"), 404, "RESOURCE_NOT_FOUND");
    }

    @Test
    void ownedOrganizationsAreListedTenAtATime() {
        long owned = WORLD.accounts(Platform.LINKEDIN).stream()
                .filter(account -> account.relation() == Relation.OWNED && account.isReadableAt(NOW))
                .count();

        Reply reply = get("organizationAcls?q=roleAssignee");

        assertThat(reply.body().at("/paging/count").asInt()).isEqualTo(10);
        assertThat(reply.body().at("/paging/total").asLong()).isEqualTo(owned);
        assertThat(reply.text("/elements/0/role")).isEqualTo("ADMINISTRATOR");
    }

    @Test
    void followersAreTheSizeOfTheNetwork() {
        Reply reply = get("networkSizes/" + urn(owned()) + "?edgeType=COMPANY_FOLLOWED_BY_MEMBER");

        assertThat(reply.body().path("firstDegreeSize").asLong())
                .isEqualTo(WORLD.counters(owned(), NOW).followers());
        assertError(get("networkSizes/" + urn(owned()) + "?edgeType=FRIENDS"), 400, "ILLEGAL_ARGUMENT");
    }

    @Test
    void postsArePagedByStartAndCount() {
        List<String> ids = new ArrayList<>();
        int total;
        do {
            Reply reply = get("posts?q=author&author=" + urn(owned()) + "&count=4&sortBy=CREATED&start=" + ids.size());
            ids.addAll(texts(reply.body().path("elements"), "id"));
            total = reply.body().at("/paging/total").asInt();
            assertThat(reply.body().at("/paging/links").isEmpty()).isEqualTo(ids.size() == total);
        } while (ids.size() < total);

        assertThat(ids)
                .containsExactlyElementsOf(
                        WORLD.posts(owned(), NOW).stream().map(Post::id).toList());
    }

    @Test
    void withoutACountTenPostsAreGiven() {
        Account many = ClosedPlatforms.account(
                Platform.LINKEDIN,
                account -> account.relation() == Relation.OWNED
                        && account.isReadableAt(NOW)
                        && WORLD.posts(account, NOW).size() > 10);

        assertThat(get("posts?q=author&author=" + urn(many)).body().path("elements"))
                .hasSize(10);
        assertError(get("posts?q=author&count=101&author=" + urn(many)), 400, "ILLEGAL_ARGUMENT");
    }

    @Test
    void postsTellTimesInMilliseconds() {
        Post post = WORLD.posts(owned(), NOW).get(0);

        Reply reply = get("posts/" + encode(post.id()));

        assertThat(reply.text("/commentary")).isEqualTo(WORLD.text(post, NOW));
        assertThat(reply.body().path("publishedAt").asLong())
                .isEqualTo(post.createdAt().toEpochMilli());
    }

    @Test
    void manyPostsAreAskedForByUrn() {
        String known = WORLD.posts(owned(), NOW).get(0).id();

        Reply reply = get("posts?ids=List(" + encode(known) + "," + encode("urn:li:share:1") + ")");

        assertThat(reply.body().at("/results").propertyNames()).containsExactly(known);
        assertThat(reply.body().path("statuses").path("urn:li:share:1").asInt()).isEqualTo(404);
        assertError(get("posts/" + encode("urn:li:share:1")), 404, "NOT_FOUND");
    }

    @Test
    void colonsMustBeEncoded() {
        assertError(get("posts/urn:li:share:1"), 400, "ILLEGAL_ARGUMENT");
    }

    @Test
    void listsNeedTheSecondProtocolVersion() {
        Map<String, String> first = new HashMap<>(HEADERS);
        first.remove("X-Restli-Protocol-Version");

        assertError(platforms.get("/linkedin/rest/organizationsLookup?ids=List(1)", first), 400, "ILLEGAL_ARGUMENT");
    }

    @Test
    void statisticsOfSharesAreTold() {
        Post post = WORLD.posts(owned(), NOW).get(1);
        PostCounters counters = WORLD.counters(post, NOW);

        JsonNode elements = get("organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity="
                        + urn(owned()) + "&shares=List(" + encode(post.id()) + ")")
                .body()
                .path("elements");

        assertThat(elements).hasSize(1);
        assertThat(elements.get(0).path("share").asString()).isEqualTo(post.id());
        assertThat(elements.get(0).at("/totalShareStatistics/likeCount").asLong())
                .isEqualTo(counters.likes());
        assertThat(elements.get(0).at("/totalShareStatistics/impressionCount").asLong())
                .isEqualTo(counters.impressions());
    }

    @Test
    void statisticsByDayAreHalfOpenRanges() {
        long start = Instant.parse("2026-06-20T00:00:00Z").toEpochMilli();
        long end = Instant.parse("2026-06-23T00:00:00Z").toEpochMilli();
        String intervals = "&timeIntervals=(timeRange:(start:" + start + ",end:" + end + "),timeGranularityType:DAY)";
        String of = "?q=organizationalEntity&organizationalEntity=" + urn(owned()) + intervals;

        JsonNode shares = get("organizationalEntityShareStatistics" + of).body().path("elements");
        JsonNode followers =
                get("organizationalEntityFollowerStatistics" + of).body().path("elements");

        assertThat(shares).hasSize(3);
        assertThat(shares.get(0).at("/timeRange/start").asLong()).isEqualTo(start);
        assertThat(shares.get(2).at("/timeRange/end").asLong()).isEqualTo(end);
        assertThat(followers).hasSize(3);
        assertThat(followers.get(0).at("/followerGains/organicFollowerGain").isNumber())
                .isTrue();
        assertError(
                get("organizationalEntityFollowerStatistics?q=organizationalEntity&organizationalEntity="
                        + urn(owned())),
                400,
                "ILLEGAL_ARGUMENT");
    }

    @Test
    void commentsAndTheirRepliesAreListsOfTheirOwn() {
        Post post = ClosedPlatforms.answered(Platform.LINKEDIN, Relation.OWNED);
        List<String> ids = new ArrayList<>();
        List<String> actors = new ArrayList<>();
        for (JsonNode comment : comments(post.id())) {
            ids.add(comment.path("$URN").asString());
            assertThat(comment.path("parentComment").isNull()).isTrue();
            assertThat(comment.at("/message/text").asString()).isNotEmpty();
            if (comment.at("/commentsSummary/aggregatedTotalComments").asInt(0) > 0) {
                for (JsonNode reply : comments(comment.path("$URN").asString())) {
                    ids.add(reply.path("$URN").asString());
                    actors.add(reply.path("actor").asString());
                    assertThat(reply.path("parentComment").asString())
                            .isEqualTo(comment.path("$URN").asString());
                }
            }
        }

        assertThat(ids).containsExactlyInAnyOrderElementsOf(ClosedPlatforms.shown(post));
        assertThat(actors).contains("urn:li:organization:" + post.account().stableId());
    }

    private static JsonNode comments(String urn) {
        return get("socialActions/" + encode(urn) + "/comments?count=100")
                .body()
                .path("elements");
    }

    @Test
    void anActivityIsAnotherNameOfAShare() {
        Post post = ClosedPlatforms.answered(Platform.LINKEDIN, Relation.OWNED);
        String activity = post.id().replace("share", "activity");

        assertThat(comments(activity)).isEqualTo(comments(post.id()));
        assertThat(comments(post.id()).get(0).path("object").asString()).isEqualTo(activity);
    }

    @Test
    void socialMetadataCountReactionsAndComments() {
        Post post = ClosedPlatforms.answered(Platform.LINKEDIN, Relation.OWNED);

        Reply reply = get("socialMetadata/" + encode(post.id()));

        assertThat(reply.body().at("/commentSummary/count").asLong())
                .isEqualTo(WORLD.counters(post, NOW).comments());
        assertThat(reply.body().at("/reactionSummaries/LIKE/count").asLong(0))
                .isEqualTo(WORLD.counters(post, NOW).likes());
    }

    @Test
    void commentsNeedAPermissionOfTheirOwn() {
        Post post = ClosedPlatforms.answered(Platform.LINKEDIN, Relation.OWNED);

        assertError(
                platforms.get(
                        "/linkedin/rest/socialActions/" + encode(post.id()) + "/comments",
                        headers("sim-linkedin-token-restricted", "202607")),
                403,
                "ACCESS_DENIED");
    }

    @Test
    void tokensAreJudged() {
        String path = "/linkedin/rest/organizationAcls?q=roleAssignee";
        Reply expired = platforms.get(path, headers("sim-linkedin-expired", "202607"));
        Reply revoked = platforms.get(path, headers("wrong", "202607"));

        assertError(expired, 401, "EXPIRED_ACCESS_TOKEN");
        assertThat(expired.body().path("serviceErrorCode").asInt()).isEqualTo(65602);
        assertError(revoked, 401, "REVOKED_ACCESS_TOKEN");
        assertThat(revoked.body().path("serviceErrorCode").asInt()).isEqualTo(65601);
        assertError(platforms.get(path, Map.of()), 401, "EMPTY_ACCESS_TOKEN");
    }

    @Test
    void aVersionIsMandatoryAndLivesForAYear() {
        String path = "/linkedin/rest/organizationAcls?q=roleAssignee";
        Map<String, String> none = new HashMap<>(HEADERS);
        none.remove("Linkedin-Version");

        assertError(platforms.get(path, none), 400, "VERSION_MISSING");
        assertError(platforms.get(path, headers("sim-linkedin-token", "202506")), 426, "NONEXISTENT_VERSION");
        assertError(platforms.get(path, headers("sim-linkedin-token", "20260x")), 426, "NONEXISTENT_VERSION");
        assertThat(platforms.get(path, headers("sim-linkedin-token", "202507")).status())
                .isEqualTo(200);
    }

    @Test
    void tooManyCallsAreRefusedWithoutHeaders() throws IOException {
        try (ClosedPlatforms limited = new ClosedPlatforms(always(FaultKind.RATE_LIMITED, null))) {
            Reply reply = limited.get("/linkedin/rest/organizationAcls?q=roleAssignee", HEADERS);
            assertError(reply, 429, "TOO_MANY_REQUESTS");
            assertThat(reply.header("Retry-After")).isEmpty();
        }
        try (ClosedPlatforms failing = new ClosedPlatforms(always(FaultKind.SERVER_ERROR, null))) {
            assertError(
                    failing.get("/linkedin/rest/organizationAcls?q=roleAssignee", HEADERS),
                    500,
                    "INTERNAL_SERVER_ERROR");
        }
    }
}
