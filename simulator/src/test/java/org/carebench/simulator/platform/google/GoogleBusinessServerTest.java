package org.carebench.simulator.platform.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.simulator.platform.ClosedPlatforms.NOW;
import static org.carebench.simulator.platform.ClosedPlatforms.WORLD;
import static org.carebench.simulator.platform.ClosedPlatforms.always;
import static org.carebench.simulator.platform.ClosedPlatforms.encode;
import static org.carebench.simulator.platform.ClosedPlatforms.texts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.Relation;
import org.carebench.simulator.http.FaultKind;
import org.carebench.simulator.platform.ClosedPlatforms;
import org.carebench.simulator.platform.ClosedPlatforms.Reply;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Review;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GoogleBusinessServerTest {

    private static final Map<String, String> TOKEN = Map.of("Authorization", "Bearer sim-google-business-token");

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
        return platforms.get("/google-business/" + path, TOKEN);
    }

    /** The owned location with most reviews. */
    private static Account owned() {
        return WORLD.accounts(Platform.GOOGLE).stream()
                .filter(location -> location.relation() == Relation.OWNED && location.isReadableAt(NOW))
                .max(Comparator.comparingInt(
                        location -> WORLD.reviews(location, NOW).size()))
                .orElseThrow();
    }

    private static void assertError(Reply reply, int status, String name) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().at("/error/code").asInt()).isEqualTo(status);
        assertThat(reply.text("/error/status")).isEqualTo(name);
    }

    private static List<JsonNode> allReviews(String order) {
        List<JsonNode> all = new ArrayList<>();
        String token = "";
        do {
            Reply reply = get("v4/" + owned().stableId() + "/reviews?pageSize=20&orderBy=" + encode(order)
                    + "&pageToken=" + token);
            reply.body().path("reviews").forEach(all::add);
            token = reply.text("/nextPageToken");
        } while (!token.isEmpty());
        return all;
    }

    @Test
    void reviewsArePagedNewestChangeFirst() {
        List<JsonNode> all = allReviews("updateTime desc");

        assertThat(all).hasSizeGreaterThan(20);
        assertThat(all.stream().map(review -> review.path("reviewId").asString()))
                .containsExactlyElementsOf(
                        WORLD.reviews(owned(), NOW).stream().map(Review::id).toList());
    }

    @Test
    void reviewsSayWhatTheWorldHolds() {
        List<JsonNode> shown = allReviews("rating desc");
        for (JsonNode json : shown) {
            Review review = WORLD.reviews(owned(), NOW).stream()
                    .filter(candidate ->
                            candidate.id().equals(json.path("reviewId").asString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(json.path("starRating").asString())
                    .isEqualTo(List.of("ONE", "TWO", "THREE", "FOUR", "FIVE").get(review.stars() - 1));
            assertThat(json.has("comment")).isEqualTo(review.text() != null);
            assertThat(json.has("reviewReply")).isEqualTo(review.reply() != null);
            assertThat(json.path("createTime").asString())
                    .isEqualTo(review.createdAt().toString());
        }
        assertThat(shown)
                .anySatisfy(json -> assertThat(
                                json.at("/reviewReply/reviewReplyState").asString())
                        .isEqualTo("APPROVED"));
    }

    @Test
    void theMeanAndTheNumberStandBesideTheReviews() {
        Reply reply = get("v4/" + owned().stableId() + "/reviews");

        assertThat(reply.body().path("totalReviewCount").asInt())
                .isEqualTo(WORLD.reviews(owned(), NOW).size());
        assertThat(reply.body().path("averageRating").asDouble())
                .isEqualTo(WORLD.counters(owned(), NOW).ratingHundredths() / 100.0);
    }

    @Test
    void oneReviewIsFoundByItsId() {
        Review review = WORLD.reviews(owned(), NOW).get(0);
        String path = "v4/" + owned().stableId() + "/reviews/";

        assertThat(get(path + review.id()).text("/name")).isEqualTo(owned().stableId() + "/reviews/" + review.id());
        assertError(get(path + "deleted"), 404, "NOT_FOUND");
    }

    @Test
    void reviewsOfSeveralLocationsComeTogether() {
        String account = owned().stableId().replaceFirst("/locations/.*", "");
        String path = "/google-business/v4/" + account + "/locations:batchGetReviews";
        String body = "{\"locationNames\":[\"" + owned().stableId() + "\"],\"pageSize\":7}";

        Reply reply = platforms.post(path, TOKEN, body);

        assertThat(reply.body().path("locationReviews")).hasSize(7);
        assertThat(reply.text("/locationReviews/0/name")).isEqualTo(owned().stableId());
        assertThat(reply.text("/locationReviews/0/review/reviewId"))
                .isEqualTo(WORLD.reviews(owned(), NOW).get(0).id());
        assertThat(reply.text("/nextPageToken")).isNotEmpty();
        assertError(platforms.post(path, TOKEN, "{}"), 400, "INVALID_ARGUMENT");
    }

    @Test
    void accountsAndLocationsAreListed() {
        List<String> names = new ArrayList<>();
        for (String account : texts(get("v1/accounts").body().path("accounts"), "name")) {
            Reply locations = get("v1/" + account + "/locations?readMask=name,title,metadata");
            for (JsonNode location : locations.body().path("locations")) {
                names.add(account + "/" + location.path("name").asString());
                assertThat(location.at("/metadata/placeId").asString()).isNotEmpty();
            }
        }
        String location = owned().stableId().replaceFirst("accounts/\\d+/", "");

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(WORLD.accounts(Platform.GOOGLE).stream()
                        .filter(account -> account.relation() == Relation.OWNED && account.isReadableAt(NOW))
                        .map(Account::stableId)
                        .toList());
        assertThat(get("v1/" + location + "?readMask=title").text("/title"))
                .isEqualTo(owned().profile().displayName());
        assertError(get("v1/" + location), 400, "INVALID_ARGUMENT");
        assertError(get("v1/locations/1?readMask=title"), 404, "NOT_FOUND");
    }

    @Test
    void locationsOfOthersAreDeniedAndUnknownOnesNotFound() {
        Account other = ClosedPlatforms.readable(Platform.GOOGLE, Relation.OTHER);

        assertError(get("v4/" + other.stableId() + "/reviews"), 403, "PERMISSION_DENIED");
        assertError(get("v4/accounts/1/locations/2/reviews"), 404, "NOT_FOUND");
        assertError(get("v5/accounts"), 404, "NOT_FOUND");
    }

    @Test
    void argumentsAreChecked() {
        String path = "v4/" + owned().stableId() + "/reviews";

        assertError(get(path + "?pageSize=51"), 400, "INVALID_ARGUMENT");
        assertError(get(path + "?orderBy=name"), 400, "INVALID_ARGUMENT");
        assertError(get(path + "?pageToken=nonsense"), 400, "INVALID_ARGUMENT");
    }

    @Test
    void tokensAndQuotasAreChecked() throws IOException {
        String path = "/google-business/v4/" + owned().stableId() + "/reviews";

        assertError(platforms.get(path, Map.of()), 401, "UNAUTHENTICATED");
        assertError(
                platforms.get(path, Map.of("Authorization", "Bearer sim-google-business-expired")),
                401,
                "UNAUTHENTICATED");
        Reply unapproved = platforms.get(path, Map.of("Authorization", "Bearer sim-google-business-token-unapproved"));
        assertError(unapproved, 429, "RESOURCE_EXHAUSTED");
        assertThat(unapproved.text("/error/details/0/metadata/quota_limit_value"))
                .isEqualTo("0");
        try (ClosedPlatforms limited = new ClosedPlatforms(always(FaultKind.RATE_LIMITED, null))) {
            Reply reply = limited.get(path, TOKEN);
            assertError(reply, 429, "RESOURCE_EXHAUSTED");
            assertThat(reply.text("/error/details/0/metadata/quota_limit_value"))
                    .isEqualTo("300");
            assertThat(reply.text("/error/details/1/retryDelay")).isEqualTo("130s");
        }
        try (ClosedPlatforms failing = new ClosedPlatforms(always(FaultKind.SERVER_ERROR, null))) {
            assertError(failing.get(path, TOKEN), 503, "UNAVAILABLE");
        }
    }
}
