package org.carebench.jobs.platform.google;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.carebench.jobs.platform.TestClients.NOW;
import static org.carebench.jobs.platform.TestClients.fixture;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.Relation;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Capability.Offer;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Credentials;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.PlatformSettings;
import org.carebench.jobs.platform.PostRef;
import org.carebench.jobs.platform.Result;
import org.carebench.jobs.platform.ReviewReading;
import org.carebench.jobs.platform.TestClients;
import org.carebench.jobs.platform.TestClients.Ledger;
import org.carebench.jobs.platform.TestClients.Ticker;
import org.carebench.jobs.platform.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleConnectorTest {

    @RegisterExtension
    static final WireMockExtension GOOGLE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final String REVIEWS = "/business/v4/accounts/7/locations/31/reviews";
    private static final String PLACE = "/places/v1/places/ChIJinventedPlace01";
    private static final String TOKEN = "/oauth/token";
    private static final String REFRESH =
            "{\"refresh_token\":\"r/1+2\",\"client_id\":\"id&1\",\"client_secret\":\"s=1\",\"token\":\"key-of-both\"}";
    private static final Window WINDOW = new Window(null, NOW);
    private static final AccountRef OWNED =
            new AccountRef("google", "o1", "Riverbend", "accounts/7/locations/31", Relation.OWNED, null, "refreshed");
    private static final AccountRef OTHER =
            new AccountRef("google", "p1", "Riverbend", "ChIJinventedPlace01", Relation.OTHER, null, "places");

    private final Ticker ticker = new Ticker();
    private Connector connector;

    @BeforeEach
    void connect() {
        connector = connector(settings());
    }

    @Test
    void readsTheRatingOfAnOwnedLocation() {
        stubToken("access-1");
        GOOGLE.stubFor(get(urlPathEqualTo(REVIEWS)).willReturn(okJson(fixture("google/reviews.json"))));

        AccountReading reading = reading(connector.accounts(List.of(OWNED)), OWNED);

        assertThat(reading.stableId()).isEqualTo("accounts/7/locations/31");
        assertThat(reading.counters().get(Counter.RATING_HUNDREDTHS).value()).isEqualTo(413);
        GOOGLE.verify(
                1,
                getRequestedFor(urlPathEqualTo(REVIEWS))
                        .withQueryParam("pageSize", equalTo("1"))
                        .withHeader("Authorization", equalTo("Bearer access-1"))
                        .withHeader("X-Goog-Api-Key", absent()));
    }

    @Test
    void readsAPlaceWithoutItsReviews() {
        GOOGLE.stubFor(get(urlPathEqualTo(PLACE)).willReturn(okJson(fixture("google/place.json"))));

        AccountReading reading = reading(connector.accounts(List.of(OTHER)), OTHER);

        assertThat(reading.stableId()).isEqualTo("ChIJinventedPlace01");
        assertThat(reading.counters().get(Counter.RATINGS).value()).isEqualTo(215);
        GOOGLE.verify(
                1,
                getRequestedFor(urlPathEqualTo(PLACE))
                        .withHeader("X-Goog-FieldMask", equalTo("id,displayName,rating,userRatingCount,businessStatus"))
                        .withHeader("X-Goog-Api-Key", equalTo("places-key"))
                        .withHeader("Authorization", absent()));
        assertThat(GOOGLE.getAllServeEvents().get(0).getRequest().getUrl()).isEqualTo(PLACE);
    }

    @Test
    void resolvesAPlaceIdThatTheRosterGivesAsName() {
        GOOGLE.stubFor(get(urlPathEqualTo(PLACE)).willReturn(okJson(fixture("google/place.json"))));
        AccountRef unresolved =
                new AccountRef("google", "p1", "ChIJinventedPlace01", null, Relation.OTHER, null, "places");

        assertThat(reading(connector.accounts(List.of(unresolved)), unresolved).stableId())
                .isEqualTo("ChIJinventedPlace01");
    }

    @Test
    void servesBothWithOneCredential() {
        stubToken("access-1");
        GOOGLE.stubFor(get(urlPathEqualTo(REVIEWS)).willReturn(okJson("{}")));
        GOOGLE.stubFor(get(urlPathEqualTo(PLACE)).willReturn(okJson(fixture("google/place.json"))));
        AccountRef place =
                new AccountRef("google", "p1", "x", "ChIJinventedPlace01", Relation.OTHER, null, "refreshed");

        connector.accounts(List.of(OWNED, place));

        GOOGLE.verify(getRequestedFor(urlPathEqualTo(REVIEWS)).withHeader("Authorization", equalTo("Bearer access-1")));
        GOOGLE.verify(getRequestedFor(urlPathEqualTo(PLACE)).withHeader("X-Goog-Api-Key", equalTo("key-of-both")));
    }

    @Test
    void listsReviewsToTheEnd() {
        stubToken("access-1");
        GOOGLE.stubFor(get(urlPathEqualTo(REVIEWS))
                .withQueryParam("pageToken", absent())
                .willReturn(okJson(fixture("google/reviews.json"))));
        GOOGLE.stubFor(get(urlPathEqualTo(REVIEWS))
                .withQueryParam("pageToken", equalTo("next+page/2="))
                .willReturn(okJson("{\"averageRating\":4.1,\"totalReviewCount\":812}")));

        Page<ReviewReading> first = connector.reviews(OWNED, WINDOW, Cursor.START);
        Page<ReviewReading> last = connector.reviews(OWNED, WINDOW, new Cursor(first.next()));

        assertThat(first.items()).extracting(ReviewReading::reviewId).containsExactly("RvA", "RvB");
        assertThat(first.problems())
                .containsExactly(new ItemProblem(
                        "RvC",
                        PlatformProblem.of(
                                ProblemCode.INCOMPLETE_RECORD,
                                "accounts.locations.reviews.list",
                                "200 without createTime")));
        assertThat(first.next()).isEqualTo("next+page/2=");
        assertThat(last).isEqualTo(Page.empty());
        GOOGLE.verify(
                2,
                getRequestedFor(urlPathEqualTo(REVIEWS))
                        .withQueryParam("pageSize", equalTo("50"))
                        .withQueryParam("orderBy", equalTo("updateTime desc")));
        GOOGLE.verify(1, postRequestedFor(urlPathEqualTo(TOKEN)));
    }

    @Test
    void makesAnAccessTokenOfTheRefreshToken() {
        stubToken("access-1");
        GOOGLE.stubFor(get(urlPathEqualTo(REVIEWS)).willReturn(okJson("{}")));

        connector.reviews(OWNED, WINDOW, Cursor.START);

        GOOGLE.verify(
                1,
                postRequestedFor(urlPathEqualTo(TOKEN))
                        .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                        .withHeader("Authorization", absent())
                        .withFormParam("grant_type", equalTo("refresh_token"))
                        .withFormParam("refresh_token", equalTo("r/1+2"))
                        .withFormParam("client_id", equalTo("id&1"))
                        .withFormParam("client_secret", equalTo("s=1")));
    }

    @Test
    void makesOneAccessTokenForAllThreads() {
        stubToken("access-1");
        GOOGLE.stubFor(get(urlPathEqualTo(REVIEWS)).willReturn(okJson("{}")));

        List<CompletableFuture<Page<ReviewReading>>> pages = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> connector.reviews(OWNED, WINDOW, Cursor.START)))
                .limit(8)
                .toList();
        pages.forEach(CompletableFuture::join);

        GOOGLE.verify(1, postRequestedFor(urlPathEqualTo(TOKEN)));
        GOOGLE.verify(8, getRequestedFor(urlPathEqualTo(REVIEWS)));
    }

    @Test
    void renewsAnAccessTokenThatHasExpiredOnce() {
        GOOGLE.stubFor(post(urlPathEqualTo(TOKEN))
                .inScenario("tokens")
                .willReturn(okJson("{\"access_token\":\"old\",\"expires_in\":3599}"))
                .willSetStateTo("renewed"));
        GOOGLE.stubFor(post(urlPathEqualTo(TOKEN))
                .inScenario("tokens")
                .whenScenarioStateIs("renewed")
                .willReturn(okJson("{\"access_token\":\"new\",\"expires_in\":3599}")));
        GOOGLE.stubFor(get(urlPathEqualTo(REVIEWS))
                .withHeader("Authorization", equalTo("Bearer old"))
                .willReturn(jsonResponse(error(401, "UNAUTHENTICATED"), 401)));
        GOOGLE.stubFor(get(urlPathEqualTo(REVIEWS))
                .withHeader("Authorization", equalTo("Bearer new"))
                .willReturn(okJson(fixture("google/reviews.json"))));

        assertThat(connector.reviews(OWNED, WINDOW, Cursor.START).items()).hasSize(2);
        assertThat(connector.reviews(OWNED, WINDOW, Cursor.START).items()).hasSize(2);
        GOOGLE.verify(2, postRequestedFor(urlPathEqualTo(TOKEN)));
        GOOGLE.verify(3, getRequestedFor(urlPathEqualTo(REVIEWS)));
    }

    @Test
    void givesUpWhereTheNewTokenIsRefusedAsWell() {
        stubToken("never-good");
        GOOGLE.stubFor(get(urlPathEqualTo(REVIEWS)).willReturn(jsonResponse(error(401, "UNAUTHENTICATED"), 401)));

        assertThat(problem(() -> connector.accounts(List.of(OWNED))))
                .isEqualTo(PlatformProblem.of(
                        ProblemCode.AUTH_EXPIRED, "accounts.locations.reviews.list", "401 UNAUTHENTICATED"));
        GOOGLE.verify(2, getRequestedFor(urlPathEqualTo(REVIEWS)));
    }

    @Test
    void saysThatTheRefreshTokenWasRevoked() {
        GOOGLE.stubFor(post(urlPathEqualTo(TOKEN)).willReturn(jsonResponse("{\"error\":\"invalid_grant\"}", 400)));

        assertThat(problem(() -> connector.reviews(OWNED, WINDOW, Cursor.START)))
                .isEqualTo(PlatformProblem.of(ProblemCode.AUTH_REVOKED, "oauth2.token", "400 invalid_grant"));
        GOOGLE.verify(0, getRequestedFor(urlPathEqualTo(REVIEWS)));
    }

    @Test
    void saysThatTheTokenServerAnswersNoToken() {
        GOOGLE.stubFor(post(urlPathEqualTo(TOKEN)).willReturn(okJson("{\"expires_in\":1}")));

        assertThat(problem(() -> connector.reviews(OWNED, WINDOW, Cursor.START)))
                .isEqualTo(PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "oauth2.token", "200 without access_token"));
    }

    @Test
    void usesAnAccessTokenThatCannotBeRenewedAsItIs() {
        GOOGLE.stubFor(get(urlPathEqualTo(REVIEWS)).willReturn(jsonResponse(error(401, "UNAUTHENTICATED"), 401)));
        AccountRef account =
                new AccountRef("google", "o1", "x", "accounts/7/locations/31", Relation.OWNED, null, "access-only");

        assertThat(problem(() -> connector.reviews(account, WINDOW, Cursor.START))
                        .code())
                .isEqualTo(ProblemCode.AUTH_EXPIRED);
        GOOGLE.verify(
                1,
                getRequestedFor(urlPathEqualTo(REVIEWS)).withHeader("Authorization", equalTo("Bearer fixed-access")));
        GOOGLE.verify(0, postRequestedFor(urlPathEqualTo(TOKEN)));
    }

    @Test
    void readsTheOtherAccountsWhereOneIsGone() {
        GOOGLE.stubFor(
                get(urlPathEqualTo("/places/v1/places/gone")).willReturn(jsonResponse(error(404, "NOT_FOUND"), 404)));
        GOOGLE.stubFor(get(urlPathEqualTo("/places/v1/places/bad%20id"))
                .willReturn(jsonResponse(error(400, "INVALID_ARGUMENT"), 400)));
        GOOGLE.stubFor(get(urlPathEqualTo("/places/v1/places/drifted")).willReturn(okJson("{\"rating\":4}")));
        GOOGLE.stubFor(get(urlPathEqualTo(PLACE)).willReturn(okJson(fixture("google/place.json"))));
        AccountRef gone = place("gone");
        AccountRef bad = place("bad id");
        AccountRef drifted = place("drifted");

        Map<AccountRef, Result<AccountReading>> results = connector.accounts(List.of(gone, bad, drifted, OTHER));

        assertThat(failure(results, gone).code()).isEqualTo(ProblemCode.RENAMED_OR_GONE);
        assertThat(failure(results, bad).code()).isEqualTo(ProblemCode.BAD_REQUEST);
        assertThat(failure(results, drifted))
                .isEqualTo(PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "places.get", "200 without id"));
        assertThat(reading(results, OTHER).displayName()).isEqualTo("Riverbend Clinic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31", "locations/31", "accounts/7/locations/31/reviews", "accounts/../locations/31?x=1"})
    void asksNothingForWhatIsNoLocation(String id) {
        AccountRef account = new AccountRef("google", "o1", "x", id, Relation.OWNED, null, "refreshed");

        assertThat(failure(connector.accounts(List.of(account)), account).code())
                .isEqualTo(ProblemCode.BAD_REQUEST);
        GOOGLE.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void saysThatACursorIsRefused() {
        stubToken("access-1");
        GOOGLE.stubFor(get(urlPathEqualTo(REVIEWS)).willReturn(jsonResponse(error(400, "INVALID_ARGUMENT"), 400)));

        assertThat(problem(() -> connector.reviews(OWNED, WINDOW, new Cursor("stale"))))
                .isEqualTo(PlatformProblem.of(
                        ProblemCode.CONTRACT_DRIFT, "accounts.locations.reviews.list", "cursor refused"));
        assertThat(problem(() -> connector.reviews(OWNED, WINDOW, Cursor.START)).code())
                .isEqualTo(ProblemCode.BAD_REQUEST);
    }

    @Test
    void waitsAMinuteAndAsksAgainWhenItWasTooFast() {
        GOOGLE.stubFor(get(urlPathEqualTo(PLACE))
                .inScenario("limit")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(jsonResponse(error(429, "RESOURCE_EXHAUSTED"), 429))
                .willSetStateTo("rested"));
        GOOGLE.stubFor(get(urlPathEqualTo(PLACE))
                .inScenario("limit")
                .whenScenarioStateIs("rested")
                .willReturn(okJson(fixture("google/place.json"))));

        assertThat(reading(connector.accounts(List.of(OTHER)), OTHER).stableId())
                .isEqualTo("ChIJinventedPlace01");
        assertThat(ticker.waited()).isBetween(Duration.ofMinutes(1), Duration.ofSeconds(62));
    }

    @Test
    void neverPutsASecretIntoAnAddressOrAProblem() {
        GOOGLE.stubFor(any(anyUrl()).willReturn(jsonResponse(error(403, "PERMISSION_DENIED"), 403)));

        PlatformProblem business = problem(() -> connector.reviews(OWNED, WINDOW, Cursor.START));
        PlatformProblem places = failure(connector.accounts(List.of(OTHER)), OTHER);

        assertThat(business + " " + places).doesNotContain("r/1+2", "s=1", "key-of-both", "places-key", "http");
        assertThat(GOOGLE.getAllServeEvents())
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.getRequest().getUrl()).doesNotContain("key", "token="));
    }

    @ParameterizedTest
    @CsvSource({"ACCOUNT, 7, 7", "REVIEWS, 7, 0", "POSTS, 7, 0"})
    void countsCallsOfPlacesOnly(DataFamily family, int items, long units) {
        assertThat(connector.estimatedCost(family, items)).isEqualTo(units);
    }

    @Test
    void spendsAUnitForAPlaceAndNoneForALocation() {
        stubToken("access-1");
        GOOGLE.stubFor(get(urlPathEqualTo(REVIEWS)).willReturn(okJson("{}")));
        GOOGLE.stubFor(get(urlPathEqualTo(PLACE)).willReturn(okJson(fixture("google/place.json"))));
        PlatformSettings settings = withQuota(settings());
        Ledger ledger = new Ledger();
        Connector counted = new GoogleConnectorFactory()
                .connector(settings, credentials(), TestClients.of("google", settings, ticker, ledger));

        counted.accounts(List.of(OWNED));
        counted.reviews(OWNED, WINDOW, Cursor.START);
        assertThat(ledger.total()).isZero();
        counted.accounts(List.of(OTHER));

        assertThat(ledger.total()).isEqualTo(1);
        assertThat(problem(() -> counted.accounts(List.of(OTHER))).code()).isEqualTo(ProblemCode.QUOTA_EXHAUSTED);
    }

    @Test
    void offersReviewsOfOwnedLocationsOnly() {
        Map<DataFamily, List<Offer>> offers = new LinkedHashMap<>();
        for (DataFamily family : DataFamily.values()) {
            offers.put(
                    family,
                    List.of(
                            connector.capabilities().of(family, Relation.OWNED).offer(),
                            connector.capabilities().of(family, Relation.OTHER).offer()));
        }

        List<Offer> nothing = List.of(Offer.NONE, Offer.NONE);
        assertThat(offers)
                .isEqualTo(Map.of(
                        DataFamily.ACCOUNT, List.of(Offer.PARTIAL, Offer.PARTIAL),
                        DataFamily.REVIEWS, List.of(Offer.FULL, Offer.NONE),
                        DataFamily.POSTS, nothing,
                        DataFamily.POST_REFRESH, nothing,
                        DataFamily.INTERACTIONS, nothing,
                        DataFamily.MENTIONS, nothing,
                        DataFamily.INSIGHTS, nothing));
        assertThat(connector
                        .capabilities()
                        .of(DataFamily.REVIEWS, Relation.OTHER)
                        .reason())
                .contains("terms");
    }

    @Test
    void neverAnswersWhatItDoesNotOffer() {
        PostRef post = new PostRef(OWNED, "1");
        List<ThrowingCallable> calls = List.of(
                () -> connector.posts(OWNED, WINDOW, Cursor.START),
                () -> connector.refresh(List.of(post)),
                () -> connector.interactions(post, WINDOW, Cursor.START),
                () -> connector.mentions(OWNED, WINDOW, Cursor.START),
                () -> connector.insights(OWNED, WINDOW, Cursor.START));

        assertThat(calls)
                .allSatisfy(call -> assertThatThrownBy(call).isInstanceOf(UnsupportedOperationException.class));
    }

    @Test
    void refusesASettingThatItDoesNotKnow() {
        PlatformSettings settings = settings().withSettings(Map.of("place-url", "http://x"));

        assertThatThrownBy(() -> connector(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "Cannot use the settings of platform google: 'place-url' is not known. Known are: places-url, token-url.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "places.example", "ftp://places.example", "http://x/y?key=1", "http://a b"})
    void refusesAnAddressThatIsNone(String address) {
        PlatformSettings settings =
                settings().withSettings(Map.of("places-url", address, "token-url", "http://127.0.0.1/token"));

        assertThatThrownBy(() -> connector(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'places-url'")
                .hasMessageContaining("http address");
    }

    @Test
    void sendsNoKeyOfAnotherServerToGoogle() {
        PlatformSettings settings = settings().withSettings(Map.of("places-url", "http://127.0.0.1/places"));

        assertThatThrownBy(() -> connector(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Cannot use the settings of platform google: 'token-url' is ''. "
                        + "It must be an http address without parameters, and be set where base-url is.");
    }

    @Test
    void knowsWhereGoogleIs() {
        PlatformSettings defaults = PlatformSettings.defaults(URI.create("http://unused"));
        PlatformSettings settings = new PlatformSettings(
                null,
                defaults.concurrency(),
                null,
                defaults.timeout(),
                defaults.maxResponse(),
                defaults.attempts(),
                defaults.longestWait(),
                null,
                null,
                List.of(),
                defaults.depth(),
                Map.of());

        assertThat(GoogleProperties.of(settings))
                .isEqualTo(new GoogleProperties(
                        URI.create("https://mybusiness.googleapis.com/v4"),
                        URI.create("https://places.googleapis.com/v1"),
                        URI.create("https://oauth2.googleapis.com/token")));
    }

    private Connector connector(PlatformSettings settings) {
        return new GoogleConnectorFactory()
                .connector(settings, credentials(), TestClients.of("google", settings, ticker, new Ledger()));
    }

    private static Credentials credentials() {
        return TestClients.credentials(
                Map.of("refreshed", REFRESH, "places", "places-key", "access-only", "fixed-access"));
    }

    private static PlatformSettings settings() {
        return PlatformSettings.defaults(URI.create(GOOGLE.baseUrl() + "/business/v4/"))
                .withSettings(
                        Map.of("places-url", GOOGLE.baseUrl() + "/places/v1", "token-url", GOOGLE.baseUrl() + TOKEN));
    }

    private static PlatformSettings withQuota(PlatformSettings settings) {
        return new PlatformSettings(
                settings.baseUrl(),
                settings.concurrency(),
                null,
                settings.timeout(),
                settings.maxResponse(),
                settings.attempts(),
                settings.longestWait(),
                new PlatformSettings.Quota(1, PlatformSettings.Period.MONTH, ZoneOffset.UTC),
                null,
                List.of(),
                settings.depth(),
                settings.settings());
    }

    private static AccountRef place(String id) {
        return new AccountRef("google", "key-" + id, "x", id, Relation.OTHER, null, "places");
    }

    private static void stubToken(String token) {
        GOOGLE.stubFor(post(urlPathEqualTo(TOKEN))
                .willReturn(okJson("{\"access_token\":\"" + token + "\",\"expires_in\":3599}")));
    }

    private static String error(int status, String word) {
        return "{\"error\":{\"code\":%d,\"status\":\"%s\",\"details\":[]}}".formatted(status, word);
    }

    private static <K, T> T reading(Map<K, Result<T>> results, K item) {
        return Objects.requireNonNull(Objects.requireNonNull(results.get(item)).reading());
    }

    private static <K, T> PlatformProblem failure(Map<K, Result<T>> results, K item) {
        return Objects.requireNonNull(Objects.requireNonNull(results.get(item)).problem());
    }

    private static PlatformProblem problem(ThrowingCallable call) {
        return catchThrowableOfType(PlatformException.class, call).problem();
    }
}
