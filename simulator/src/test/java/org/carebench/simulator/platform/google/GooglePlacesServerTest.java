package org.carebench.simulator.platform.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.simulator.platform.ClosedPlatforms.NOW;
import static org.carebench.simulator.platform.ClosedPlatforms.WORLD;
import static org.carebench.simulator.platform.ClosedPlatforms.always;

import java.io.IOException;
import java.util.Map;
import org.carebench.contract.dataset.Relation;
import org.carebench.simulator.http.FaultKind;
import org.carebench.simulator.platform.ClosedPlatforms;
import org.carebench.simulator.platform.ClosedPlatforms.Reply;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.AccountCounters;
import org.carebench.simulator.world.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GooglePlacesServerTest {

    private static final String ALL = "id,displayName,rating,userRatingCount,businessStatus,reviews";

    private static ClosedPlatforms platforms;

    @BeforeAll
    static void start() {
        platforms = new ClosedPlatforms();
    }

    @AfterAll
    static void stop() throws IOException {
        platforms.close();
    }

    private static Account other() {
        return ClosedPlatforms.account(
                Platform.GOOGLE,
                account -> account.relation() == Relation.OTHER
                        && account.isReadableAt(NOW)
                        && WORLD.reviews(account, NOW).size() > 20);
    }

    private static Reply get(String place, String key, String mask) {
        return platforms.get(
                "/google-places/v1/places/" + place, Map.of("X-Goog-Api-Key", key, "X-Goog-FieldMask", mask));
    }

    private static Reply get(String mask) {
        return get(String.valueOf(other().placeId()), GooglePlacesServer.KEY, mask);
    }

    @Test
    void aPlaceTellsRatingNumberOfRatingsAndFiveReviews() {
        AccountCounters counters = WORLD.counters(other(), NOW);

        Reply reply = get(ALL);

        assertThat(reply.text("/id")).isEqualTo(other().placeId());
        assertThat(reply.text("/businessStatus")).isEqualTo("OPERATIONAL");
        assertThat(reply.body().path("userRatingCount").asLong()).isEqualTo(counters.ratings());
        assertThat(Math.abs(reply.body().path("rating").asDouble() - counters.ratingHundredths() / 100.0))
                .isLessThanOrEqualTo(0.0501);
        assertThat(reply.body().path("reviews")).hasSize(5);
    }

    @Test
    void onlyMaskedFieldsAreTold() {
        assertThat(get("rating,userRatingCount").body().propertyNames()).containsExactly("rating", "userRatingCount");
        assertThat(get("*").body().has("formattedAddress")).isTrue();
    }

    @Test
    void ratingAndReviewsAreAbsentBeforeTheFirstOne() throws IOException {
        Account unrated = ClosedPlatforms.account(
                Platform.GOOGLE,
                account -> WORLD.reviews(account, account.createdAt()).isEmpty());
        try (ClosedPlatforms early = new ClosedPlatforms(unrated.createdAt())) {
            Reply reply = early.get(
                    "/google-places/v1/places/" + unrated.placeId(),
                    Map.of("X-Goog-Api-Key", GooglePlacesServer.KEY, "X-Goog-FieldMask", ALL));
            assertThat(reply.body().propertyNames()).containsExactly("id", "displayName", "businessStatus");
        }
    }

    @Test
    void errorsAreGooglesOwn() throws IOException {
        String place = String.valueOf(other().placeId());

        assertThat(get("nowhere", GooglePlacesServer.KEY, "id").text("/error/status"))
                .isEqualTo("NOT_FOUND");
        assertThat(get("shoes").text("/error/status")).isEqualTo("INVALID_ARGUMENT");
        assertThat(get(place, "wrong", "id").text("/error/details/0/reason")).isEqualTo("API_KEY_INVALID");
        assertThat(platforms.get("/google-places/v1/places/" + place, Map.of()).text("/error/status"))
                .isEqualTo("PERMISSION_DENIED");
        assertThat(platforms
                        .get("/google-places/v1/places/" + place, Map.of("X-Goog-Api-Key", GooglePlacesServer.KEY))
                        .text("/error/status"))
                .isEqualTo("INVALID_ARGUMENT");
        try (ClosedPlatforms limited = new ClosedPlatforms(always(FaultKind.RATE_LIMITED, null))) {
            Reply reply = limited.get(
                    "/google-places/v1/places/" + place + "?key=" + GooglePlacesServer.KEY + "&fields=id", Map.of());
            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.text("/error/status")).isEqualTo("RESOURCE_EXHAUSTED");
        }
    }
}
