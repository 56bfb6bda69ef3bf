package org.carebench.jobs.platform.bluesky;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.Relation;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Capability;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.PlatformSettings;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.PostRef;
import org.carebench.jobs.platform.Result;
import org.carebench.jobs.platform.TestClients;
import org.carebench.jobs.platform.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlueskyConnectorTest {

    private static final String NORD = "did:plc:hosp0000000000000000nord";
    private static final String SUED = "did:plc:hosp0000000000000000sued";
    private static final String WEST = "did:plc:hosp0000000000000000west";
    private static final String PLAIN = "at://" + NORD + "/app.bsky.feed.post/3n2vplain0001";

    private static final String PROFILES = "app.bsky.actor.getProfiles";
    private static final String PROFILE = "app.bsky.actor.getProfile";
    private static final String FEED = "app.bsky.feed.getAuthorFeed";
    private static final String POSTS = "app.bsky.feed.getPosts";
    private static final String THREAD = "app.bsky.feed.getPostThread";
    private static final String QUOTES = "app.bsky.feed.getQuotes";
    private static final String SEARCH = "app.bsky.feed.searchPosts";
    private static final String NOTIFICATIONS = "app.bsky.notification.listNotifications";
    private static final String CREATE = "com.atproto.server.createSession";
    private static final String REFRESH = "com.atproto.server.refreshSession";

    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Window WINDOW = new Window(FROM, TestClients.NOW);

    private static final WireMockServer SERVER =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    private final TestClients.Ticker ticker = new TestClients.Ticker();
    private final Connector connector = connector(Map.of("nord", credential("right horse")));

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void forget() {
        SERVER.resetAll();
    }

    @Test
    void saysWhatItOffers() {
        assertThat(connector.platform()).isEqualTo("bluesky");
        for (Relation relation : Relation.values()) {
            assertThat(List.of(DataFamily.ACCOUNT, DataFamily.POSTS, DataFamily.POST_REFRESH, DataFamily.INTERACTIONS))
                    .allSatisfy(family -> assertThat(offer(family, relation)).isEqualTo(Capability.Offer.FULL));
            assertThat(offer(DataFamily.MENTIONS, relation)).isEqualTo(Capability.Offer.PARTIAL);
            assertThat(List.of(DataFamily.REVIEWS, DataFamily.INSIGHTS))
                    .allSatisfy(family -> assertThat(offer(family, relation)).isEqualTo(Capability.Offer.NONE));
        }
        assertThat(connector.accountsPerRequest(byDid(NORD))).isEqualTo(25);
        assertThat(connector.postsPerRefresh(byDid(NORD))).isEqualTo(25);
        assertThat(connector.estimatedCost(DataFamily.POSTS, 1_000)).isZero();
    }

    @Test
    void readsAccountsInOneRequestWithoutAToken() {
        SERVER.stubFor(on(PROFILES).willReturn(fixture("profiles.json")));

        Map<AccountRef, Result<AccountReading>> results =
                connector.accounts(List.of(byHandle("@Nordklinik.example"), byDid(SUED)));

        assertThat(results.get(byHandle("@Nordklinik.example")).reading().stableId())
                .isEqualTo(NORD);
        assertThat(results.get(byDid(SUED)).reading().stableId()).isEqualTo(SUED);
        assertThat(requests()).singleElement().satisfies(request -> {
            assertThat(request.getUrl())
                    .isEqualTo("/xrpc/" + PROFILES
                            + "?actors=Nordklinik.example&actors=did%3Aplc%3Ahosp0000000000000000sued");
            assertThat(request.header("Authorization").isPresent()).isFalse();
        });
    }

    @Test
    void asksAloneForEveryAccountThatTheBatchLeftOut() {
        SERVER.stubFor(on(PROFILES).willReturn(okJson("{\"profiles\":[]}")));
        SERVER.stubFor(profile(NORD).willReturn(error(400, "AccountDeactivated")));
        SERVER.stubFor(profile("gone.example").willReturn(error(400, "InvalidRequest")));
        SERVER.stubFor(profile(WEST).willReturn(error(400, "InvalidRequest")));
        SERVER.stubFor(profile("closed.example").willReturn(error(400, "AccountTakedown")));
        SERVER.stubFor(profile(SUED).willReturn(okJson("{\"did\":\"" + SUED + "\",\"handle\":\"sued.example\"}")));

        Map<AccountRef, Result<AccountReading>> results = connector.accounts(
                List.of(byDid(NORD), byHandle("gone.example"), byDid(WEST), byHandle("closed.example"), byDid(SUED)));

        assertThat(results.get(byDid(NORD)).reading().status()).isEqualTo(AccountStatus.DEACTIVATED);
        assertThat(results.get(byDid(SUED)).reading().handle()).isEqualTo("sued.example");
        assertThat(results.get(byHandle("gone.example")).problem())
                .isEqualTo(PlatformProblem.of(ProblemCode.RENAMED_OR_GONE, PROFILE, "400 InvalidRequest"));
        assertThat(results.get(byDid(WEST)).problem())
                .as("a DID is never renamed")
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, PROFILE, "400 InvalidRequest"));
        assertThat(results.get(byHandle("closed.example")).problem())
                .as("without a permanent id there is nothing to keep a status for")
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, PROFILE, "400 AccountTakedown"));
    }

    @Test
    void anAccountThatCannotBeAskedForDoesNotFailTheOthers() {
        SERVER.stubFor(on(PROFILES).willReturn(fixture("profiles.json")));

        Map<AccountRef, Result<AccountReading>> results =
                connector.accounts(List.of(byHandle("not a handle"), byHandle("nordklinik.example")));

        assertThat(results.get(byHandle("not a handle")).problem())
                .isEqualTo(PlatformProblem.of(ProblemCode.BAD_REQUEST, PROFILES, "neither handle nor DID"));
        assertThat(results.get(byHandle("nordklinik.example")).reading()).isNotNull();
        assertThat(requests().get(0).getUrl()).doesNotContain("not");
    }

    @Test
    void oneAccountThatFailsForAMomentDoesNotFailTheOthers() {
        SERVER.stubFor(on(PROFILES).willReturn(fixture("profiles.json")));
        SERVER.stubFor(profile(WEST).willReturn(error(503, "NotEnoughResources")));

        Map<AccountRef, Result<AccountReading>> results = connector.accounts(List.of(byDid(NORD), byDid(WEST)));

        assertThat(results.get(byDid(NORD)).reading()).isNotNull();
        assertThat(results.get(byDid(WEST)).problem().code()).isEqualTo(ProblemCode.TRANSIENT);
    }

    @Test
    void listsPostsPageByPageToTheEndOverShortAndEmptyPages() {
        SERVER.stubFor(on(FEED).withQueryParam("cursor", absent()).willReturn(fixture("feed.json")));
        SERVER.stubFor(on(FEED).withQueryParam("cursor", equalTo("1795343771250__bafyinvented"))
                .willReturn(okJson("{\"feed\":[],\"cursor\":\"next & last\"}")));
        SERVER.stubFor(on(FEED).withQueryParam("cursor", equalTo("next & last")).willReturn(okJson("{\"feed\":[]}")));

        Page<PostReading> first = connector.posts(byDid(NORD), WINDOW, Cursor.START);
        Page<PostReading> second = connector.posts(byDid(NORD), WINDOW, new Cursor(first.next()));
        Page<PostReading> third = connector.posts(byDid(NORD), WINDOW, new Cursor(second.next()));

        assertThat(first.items()).hasSize(5);
        assertThat(first.problems())
                .containsExactly(new ItemProblem(
                        "at://" + NORD + "/app.bsky.feed.post/3n2vodd000001",
                        PlatformProblem.of(ProblemCode.INCOMPLETE_RECORD, FEED, "200 without indexedAt")));
        assertThat(second.items()).isEmpty();
        assertThat(third.next()).isNull();
        assertThat(requests().get(0).getUrl())
                .isEqualTo("/xrpc/" + FEED
                        + "?actor=did%3Aplc%3Ahosp0000000000000000nord&limit=100&filter=posts_with_replies");
    }

    @ParameterizedTest
    @CsvSource({"500, InternalServerError", "400, InvalidRequest"})
    void aRefusedCursorAsksForTheListingToBeginAgain(int status, String error) {
        SERVER.stubFor(on(FEED).willReturn(error(status, error)));

        assertThat(problem(() -> connector.posts(byDid(NORD), WINDOW, new Cursor("old"))))
                .isEqualTo(PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, FEED, "cursor refused"));
    }

    @Test
    void anErrorOfTheServerOnTheFirstPageIsTriedAgainAndStaysTransient() {
        SERVER.stubFor(on(FEED).willReturn(error(500, "InternalServerError")));

        assertThat(problem(() -> connector.posts(byDid(NORD), WINDOW, Cursor.START)))
                .isEqualTo(PlatformProblem.of(ProblemCode.TRANSIENT, FEED, "500 InternalServerError"));
        SERVER.verify(5, getRequestedFor(urlPathEqualTo("/xrpc/" + FEED)));
    }

    @Test
    void aFeedThatIsRefusedWhileTheAccountIsThereIsAWrongRequestAndNoLostAccount() {
        SERVER.stubFor(on(FEED).willReturn(error(400, "InvalidRequest")));
        SERVER.stubFor(profile(NORD).willReturn(okJson("{\"did\":\"" + NORD + "\",\"handle\":\"n.example\"}")));
        SERVER.stubFor(profile(SUED).willReturn(error(400, "InvalidRequest")));

        assertThat(problem(() -> connector.posts(byDid(NORD), WINDOW, Cursor.START)))
                .isEqualTo(PlatformProblem.of(ProblemCode.BAD_REQUEST, FEED, "400 InvalidRequest"));
        assertThat(problem(() -> connector.posts(byDid(SUED), WINDOW, Cursor.START)))
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, PROFILE, "400 InvalidRequest"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"feed\":{}}", "{\"Feed\":[]}"})
    void anAnswerWithoutItsListIsNoEmptyList(String body) {
        SERVER.stubFor(on(FEED).willReturn(okJson(body)));

        assertThat(problem(() -> connector.posts(byDid(NORD), WINDOW, Cursor.START)))
                .isEqualTo(PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, FEED, "200 without feed"));
    }

    @Test
    void refreshesPostsAndTellsWhichAreGone() {
        SERVER.stubFor(on(POSTS).willReturn(okJson("""
                {"posts": [{"uri": "%s", "record": {"createdAt": "2026-11-20T09:00:00Z"}, "likeCount": 11}]}
                """.formatted(PLAIN))));
        String gone = "at://" + NORD + "/app.bsky.feed.post/3n2vgone00001";
        PostRef first = new PostRef(byDid(NORD), PLAIN);
        PostRef second = new PostRef(byDid(NORD), gone);
        PostRef noPost = new PostRef(byDid(NORD), "at://" + NORD + "/app.bsky.feed.repost/3n2vpass0001");

        Map<PostRef, Result<PostReading>> results = connector.refresh(List.of(first, second, noPost));

        assertThat(results.get(first).reading().postId()).isEqualTo(PLAIN);
        assertThat(results.get(second).problem())
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, POSTS, "200 left out"));
        assertThat(results.get(noPost).problem().code()).isEqualTo(ProblemCode.BAD_REQUEST);
        assertThat(requests())
                .singleElement()
                .extracting(LoggedRequest::getUrl)
                .isEqualTo(
                        "/xrpc/" + POSTS + "?uris=at%3A%2F%2Fdid%3Aplc%3Ahosp0000000000000000nord%2Fapp.bsky.feed.post"
                                + "%2F3n2vplain0001&uris=at%3A%2F%2Fdid%3Aplc%3Ahosp0000000000000000nord%2Fapp.bsky.feed.post"
                                + "%2F3n2vgone00001");
    }

    @Test
    void interactionsAreTheWholeThreadAndThenItsQuotes() {
        SERVER.stubFor(on(THREAD).willReturn(fixture("thread.json")));
        SERVER.stubFor(on(QUOTES).withQueryParam("cursor", absent()).willReturn(fixture("quotes.json")));
        SERVER.stubFor(on(QUOTES)
                .withQueryParam("cursor", equalTo("1795343771999__bafyquote"))
                .willReturn(okJson("{\"posts\":[]}")));
        PostRef post = new PostRef(byDid(NORD), PLAIN);

        Page<InteractionReading> thread = connector.interactions(post, WINDOW, Cursor.START);
        Page<InteractionReading> quotes = connector.interactions(post, WINDOW, new Cursor(thread.next()));
        Page<InteractionReading> end = connector.interactions(post, WINDOW, new Cursor(quotes.next()));

        assertThat(thread.items())
                .extracting(InteractionReading::kind, InteractionReading::isByOwner)
                .containsExactly(tuple(InteractionKind.COMMENT, false), tuple(InteractionKind.REPLY, true));
        assertThat(thread.problems())
                .as("problems name the post of the provider, not the person who answered it")
                .containsExactly(
                        new ItemProblem(
                                PLAIN,
                                PlatformProblem.of(ProblemCode.INCOMPLETE_RECORD, THREAD, "200 without indexedAt")),
                        new ItemProblem(PLAIN, PlatformProblem.of(ProblemCode.GONE, THREAD, "200 notFoundPost")),
                        new ItemProblem(PLAIN, PlatformProblem.of(ProblemCode.PRIVATE, THREAD, "200 blockedPost")));
        assertThat(quotes.items()).extracting(InteractionReading::kind).containsExactly(InteractionKind.QUOTE);
        assertThat(end.items()).isEmpty();
        assertThat(end.next()).isNull();
        String uri = "uri=at%3A%2F%2Fdid%3Aplc%3Ahosp0000000000000000nord%2Fapp.bsky.feed.post%2F3n2vplain0001";
        assertThat(requests())
                .extracting(LoggedRequest::getUrl)
                .containsExactly(
                        "/xrpc/" + THREAD + "?" + uri + "&depth=1000&parentHeight=0",
                        "/xrpc/" + QUOTES + "?" + uri + "&limit=100",
                        "/xrpc/" + QUOTES + "?" + uri + "&limit=100&cursor=1795343771999__bafyquote");
    }

    @Test
    void asksForNoQuotesWhereThereAreNone() {
        SERVER.stubFor(on(THREAD).willReturn(okJson("{\"thread\":{\"post\":{\"quoteCount\":0},\"replies\":[]}}")));

        assertThat(connector
                        .interactions(new PostRef(byDid(NORD), PLAIN), WINDOW, Cursor.START)
                        .next())
                .isNull();
    }

    @Test
    void readsAConversationOfAThousandAnswers() {
        StringBuilder thread = new StringBuilder();
        for (int i = 0; i <= 1_000; i++) {
            thread.append("""
                    {"post": {"uri": "at://%s/app.bsky.feed.post/%d", "quoteCount": 0, "record": {
                      "createdAt": "2026-11-20T09:00:00Z",
                      "reply": {"root": {"uri": "%s"}, "parent": {"uri": "at://x"}}}}, "replies": [
                    """.formatted(SUED, i, PLAIN));
        }
        SERVER.stubFor(on(THREAD).willReturn(okJson("{\"thread\":" + thread + "]}".repeat(1_001) + "}")));

        assertThat(connector
                        .interactions(new PostRef(byDid(NORD), PLAIN), WINDOW, Cursor.START)
                        .items())
                .hasSize(1_000);
    }

    @ParameterizedTest
    @CsvSource({"notFoundPost, GONE", "blockedPost, PERMISSION"})
    void aThreadThatIsNotShownIsAProblem(String type, ProblemCode code) {
        SERVER.stubFor(on(THREAD)
                .willReturn(okJson("{\"thread\":{\"$type\":\"app.bsky.feed.defs#" + type + "\",\"uri\":\"at://x\"}}")));

        assertThat(problem(() -> connector.interactions(new PostRef(byDid(NORD), PLAIN), WINDOW, Cursor.START)))
                .isEqualTo(PlatformProblem.of(code, THREAD, "200 " + type));
    }

    @Test
    void aDeletedPostHasNoThread() {
        SERVER.stubFor(on(THREAD).willReturn(error(400, "NotFound")));

        assertThat(problem(() -> connector.interactions(new PostRef(byDid(NORD), PLAIN), WINDOW, Cursor.START)))
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, THREAD, "400 NotFound"));
    }

    @Test
    void searchesMentionsOfAnyAccount() {
        SERVER.stubFor(on(SEARCH).willReturn(fixture("search.json")));

        Page<InteractionReading> page = connector.mentions(resolved(null, Relation.OTHER), WINDOW, Cursor.START);

        assertThat(page.items())
                .as("neither a name without a link nor the account itself")
                .extracting(InteractionReading::kind, InteractionReading::interactionId)
                .containsExactly(
                        tuple(
                                InteractionKind.MENTION,
                                "at://did:plc:pers0000000000000000otto/app.bsky.feed.post/3n2vname00001"),
                        tuple(
                                InteractionKind.REPLY,
                                "at://did:plc:pers0000000000000000emil/app.bsky.feed.post/3n2vname00004"));
        assertThat(page.next()).isEqualTo("25");
        assertThat(requests()).singleElement().satisfies(request -> {
            assertThat(request.getUrl())
                    .isEqualTo("/xrpc/" + SEARCH
                            + "?q=nordklinik.example&mentions=did%3Aplc%3Ahosp0000000000000000nord&sort=latest"
                            + "&since=2026-11-01T00%3A00%3A00Z&until=2026-11-22T10%3A00%3A00Z&limit=100");
            assertThat(request.header("Authorization").isPresent()).isFalse();
        });
    }

    @Test
    void aProviderThatDemandsATokenForTheSearchIsAMatterOfPermission() {
        SERVER.stubFor(on(SEARCH).willReturn(aResponse().withStatus(403)));

        assertThat(problem(() -> connector.mentions(resolved(null, Relation.OTHER), WINDOW, Cursor.START)))
                .isEqualTo(PlatformProblem.of(ProblemCode.PERMISSION, SEARCH, "403"));
    }

    @Test
    void readsNotificationsOfAnOwnedAccountWithItsSession() {
        SERVER.stubFor(post(urlPathEqualTo("/xrpc/" + CREATE))
                .withRequestBody(equalToJson("{\"identifier\":\"nordklinik.example\",\"password\":\"right horse\"}"))
                .willReturn(session(NORD, "access-1", "refresh-1")));
        SERVER.stubFor(on(NOTIFICATIONS).willReturn(fixture("notifications.json")));
        AccountRef account = resolved("nord", Relation.OWNED);

        Page<InteractionReading> page = connector.mentions(account, WINDOW, Cursor.START);
        connector.mentions(account, WINDOW, new Cursor(page.next()));

        assertThat(page.items())
                .extracting(InteractionReading::kind, InteractionReading::postId)
                .containsExactly(
                        tuple(InteractionKind.MENTION, null),
                        tuple(InteractionKind.QUOTE, PLAIN),
                        tuple(InteractionKind.COMMENT, "at://" + NORD + "/app.bsky.feed.post/3n2velse00001"));
        SERVER.verify(1, postRequestedFor(urlPathEqualTo("/xrpc/" + CREATE)));
        SERVER.verify(
                2,
                getRequestedFor(urlPathEqualTo("/xrpc/" + NOTIFICATIONS))
                        .withHeader("Authorization", equalTo("Bearer access-1")));
        assertThat(urlsOf(NOTIFICATIONS))
                .containsExactly(
                        "/xrpc/" + NOTIFICATIONS + "?reasons=mention&reasons=reply&reasons=quote&limit=100",
                        "/xrpc/" + NOTIFICATIONS
                                + "?reasons=mention&reasons=reply&reasons=quote&limit=100"
                                + "&cursor=2026-11-20T09%3A30%3A00.000Z");
    }

    @Test
    void aCredentialOfAnotherAccountSearchesInsteadOfReadingTheWrongNotifications() {
        SERVER.stubFor(post(urlPathEqualTo("/xrpc/" + CREATE)).willReturn(session(SUED, "access-1", "refresh-1")));
        SERVER.stubFor(on(SEARCH)
                .withHeader("Authorization", equalTo("Bearer access-1"))
                .willReturn(fixture("search.json")));

        assertThat(connector
                        .mentions(resolved("nord", Relation.OWNED), WINDOW, Cursor.START)
                        .items())
                .hasSize(2);
        assertThat(urlsOf(NOTIFICATIONS)).isEmpty();
    }

    @Test
    void anExpiredSessionIsRefreshedOnce() {
        SERVER.stubFor(post(urlPathEqualTo("/xrpc/" + CREATE)).willReturn(session(NORD, "access-1", "refresh-1")));
        SERVER.stubFor(post(urlPathEqualTo("/xrpc/" + REFRESH))
                .withHeader("Authorization", equalTo("Bearer refresh-1"))
                .willReturn(session(NORD, "access-2", "refresh-2")));
        SERVER.stubFor(on(NOTIFICATIONS)
                .withHeader("Authorization", equalTo("Bearer access-1"))
                .willReturn(error(400, "ExpiredToken")));
        SERVER.stubFor(on(NOTIFICATIONS)
                .withHeader("Authorization", equalTo("Bearer access-2"))
                .willReturn(fixture("notifications.json")));

        assertThat(connector
                        .mentions(resolved("nord", Relation.OWNED), WINDOW, Cursor.START)
                        .items())
                .hasSize(3);
        SERVER.verify(1, postRequestedFor(urlPathEqualTo("/xrpc/" + CREATE)));
        SERVER.verify(1, postRequestedFor(urlPathEqualTo("/xrpc/" + REFRESH)).withoutHeader("Content-Type"));
    }

    @Test
    void aSessionThatCannotBeRefreshedIsCreatedAnew() {
        SERVER.stubFor(post(urlPathEqualTo("/xrpc/" + CREATE))
                .inScenario("logins")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("again")
                .willReturn(session(NORD, "access-1", "refresh-1")));
        SERVER.stubFor(post(urlPathEqualTo("/xrpc/" + CREATE))
                .inScenario("logins")
                .whenScenarioStateIs("again")
                .willReturn(session(NORD, "access-2", "refresh-2")));
        SERVER.stubFor(post(urlPathEqualTo("/xrpc/" + REFRESH)).willReturn(error(400, "ExpiredToken")));
        SERVER.stubFor(on(NOTIFICATIONS)
                .withHeader("Authorization", equalTo("Bearer access-1"))
                .willReturn(error(400, "ExpiredToken")));
        SERVER.stubFor(on(NOTIFICATIONS)
                .withHeader("Authorization", equalTo("Bearer access-2"))
                .willReturn(fixture("notifications.json")));

        assertThat(connector
                        .mentions(resolved("nord", Relation.OWNED), WINDOW, Cursor.START)
                        .items())
                .hasSize(3);
    }

    @Test
    void aSessionThatStaysExpiredIsNotRenewedForEver() {
        SERVER.stubFor(post(urlPathEqualTo("/xrpc/" + CREATE)).willReturn(session(NORD, "access-1", "refresh-1")));
        SERVER.stubFor(post(urlPathEqualTo("/xrpc/" + REFRESH)).willReturn(session(NORD, "access-2", "refresh-2")));
        SERVER.stubFor(on(NOTIFICATIONS).willReturn(error(400, "ExpiredToken")));

        assertThat(problem(() -> connector.mentions(resolved("nord", Relation.OWNED), WINDOW, Cursor.START)))
                .isEqualTo(PlatformProblem.of(ProblemCode.AUTH_EXPIRED, NOTIFICATIONS, "400 ExpiredToken"));
        SERVER.verify(1, postRequestedFor(urlPathEqualTo("/xrpc/" + REFRESH)));
    }

    @Test
    void threadsShareOneSession() throws InterruptedException {
        SERVER.stubFor(post(urlPathEqualTo("/xrpc/" + CREATE))
                .willReturn(session(NORD, "access-1", "refresh-1").withFixedDelay(100)));
        SERVER.stubFor(on(NOTIFICATIONS).willReturn(fixture("notifications.json")));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        IntStream.range(0, 8)
                .forEach(i -> threads.execute(
                        () -> connector.mentions(resolved("nord", Relation.OWNED), WINDOW, Cursor.START)));
        threads.shutdown();

        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        SERVER.verify(1, postRequestedFor(urlPathEqualTo("/xrpc/" + CREATE)));
        SERVER.verify(8, getRequestedFor(urlPathEqualTo("/xrpc/" + NOTIFICATIONS)));
    }

    @Test
    void aWrongPasswordIsTriedOnceAndNeverTold() {
        SERVER.stubFor(post(urlPathEqualTo("/xrpc/" + CREATE)).willReturn(error(401, "AuthenticationRequired")));
        ThrowingCallable mentions = () -> connector.mentions(resolved("nord", Relation.OWNED), WINDOW, Cursor.START);

        assertThat(problem(mentions))
                .isEqualTo(PlatformProblem.of(ProblemCode.AUTH_REVOKED, CREATE, "401 AuthenticationRequired"));
        assertThatThrownBy(mentions).hasMessageNotContaining("right horse");
        SERVER.verify(1, postRequestedFor(urlPathEqualTo("/xrpc/" + CREATE)));
    }

    @Test
    void aLoginThatIsLimitedForLongerThanARunWaitsIsLeft() {
        SERVER.stubFor(post(urlPathEqualTo("/xrpc/" + CREATE))
                .willReturn(error(429, "RateLimitExceeded").withHeader("Retry-After", "290")));

        assertThat(problem(() -> connector.mentions(resolved("nord", Relation.OWNED), WINDOW, Cursor.START)))
                .isEqualTo(new PlatformProblem(
                        ProblemCode.RATE_LIMITED, CREATE, "429 RateLimitExceeded", Duration.ofSeconds(290)));
    }

    @Test
    void waitsWhereTheServerAsksForIt() {
        SERVER.stubFor(on(FEED).inScenario("limit")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("renewed")
                .willReturn(error(429, "RateLimitExceeded").withHeader("Retry-After", "40")));
        SERVER.stubFor(
                on(FEED).inScenario("limit").whenScenarioStateIs("renewed").willReturn(okJson("{\"feed\":[]}")));

        assertThat(connector.posts(byDid(NORD), WINDOW, Cursor.START).items()).isEmpty();
        assertThat(ticker.waited()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(42));
    }

    @Test
    void aCredentialMayNameItsOwnServer() {
        SERVER.stubFor(post(urlPathEqualTo("/own/xrpc/" + CREATE)).willReturn(session(NORD, "access-1", "refresh-1")));
        SERVER.stubFor(get(urlPathEqualTo("/own/xrpc/" + NOTIFICATIONS)).willReturn(fixture("notifications.json")));
        Connector own = connector(Map.of(
                "nord", "{\"identifier\":\"n\",\"password\":\"p\",\"service\":\"" + SERVER.baseUrl() + "/own/\"}"));

        assertThat(own.mentions(resolved("nord", Relation.OWNED), WINDOW, Cursor.START)
                        .items())
                .hasSize(3);
    }

    @Test
    void refusesASettingThatItDoesNotKnow() {
        PlatformSettings settings =
                PlatformSettings.defaults(URI.create(SERVER.baseUrl())).withSettings(Map.of("sevice", "https://x"));

        assertThatThrownBy(() -> new BlueskyConnectorFactory()
                        .connector(settings, TestClients.credentials(Map.of()), TestClients.of("bluesky", settings)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Cannot use the settings of platform bluesky: 'sevice' is not known. Known are: service.");
    }

    @Test
    void refusesAServiceThatIsNoAddress() {
        PlatformSettings settings =
                PlatformSettings.defaults(URI.create(SERVER.baseUrl())).withSettings(Map.of("service", "bsky"));

        assertThatThrownBy(() -> new BlueskyConnectorFactory()
                        .connector(settings, TestClients.credentials(Map.of()), TestClients.of("bluesky", settings)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("it is no http address");
    }

    /** The problem with which a call fails. */
    static PlatformProblem problem(ThrowingCallable call) {
        return catchThrowableOfType(PlatformException.class, call).problem();
    }

    private Connector connector(Map<String, String> credentials) {
        PlatformSettings settings = PlatformSettings.defaults(URI.create(SERVER.baseUrl()));
        return new BlueskyConnectorFactory()
                .connector(
                        settings,
                        TestClients.credentials(credentials),
                        TestClients.of("bluesky", settings, ticker, new TestClients.Ledger()));
    }

    private Capability.Offer offer(DataFamily family, Relation relation) {
        return connector.capabilities().of(family, relation).offer();
    }

    private static MappingBuilder on(String method) {
        return get(urlPathEqualTo("/xrpc/" + method));
    }

    private static MappingBuilder profile(String actor) {
        return on(PROFILE).withQueryParam("actor", equalTo(actor));
    }

    private static ResponseDefinitionBuilder fixture(String name) {
        return okJson(TestClients.fixture("bluesky/" + name));
    }

    private static ResponseDefinitionBuilder error(int status, String name) {
        return aResponse().withStatus(status).withBody("{\"error\":\"" + name + "\",\"message\":\"\"}");
    }

    private static ResponseDefinitionBuilder session(String did, String access, String refresh) {
        return okJson("{\"did\":\"" + did + "\",\"accessJwt\":\"" + access + "\",\"refreshJwt\":\"" + refresh + "\"}");
    }

    private static String credential(String password) {
        return "{\"identifier\":\"nordklinik.example\",\"password\":\"" + password + "\"}";
    }

    /** What the server was asked, in order. */
    private static List<LoggedRequest> requests() {
        List<LoggedRequest> requests = new ArrayList<>();
        SERVER.getAllServeEvents().forEach(event -> requests.add(0, event.getRequest()));
        return requests;
    }

    private static List<String> urlsOf(String method) {
        return SERVER.findAll(getRequestedFor(urlPathEqualTo("/xrpc/" + method))).stream()
                .map(LoggedRequest::getUrl)
                .toList();
    }

    private static AccountRef byHandle(String handle) {
        return new AccountRef("bluesky", handle, handle, null, Relation.OTHER, null, null);
    }

    private static AccountRef byDid(String did) {
        return new AccountRef("bluesky", did, did, did, Relation.OTHER, null, null);
    }

    private static AccountRef resolved(String credential, Relation relation) {
        return new AccountRef("bluesky", "key", "nordklinik.example", NORD, relation, null, credential);
    }
}
