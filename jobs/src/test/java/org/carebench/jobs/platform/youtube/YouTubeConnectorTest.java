package org.carebench.jobs.platform.youtube;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.carebench.jobs.platform.TestClients.NOW;
import static org.carebench.jobs.platform.TestClients.fixture;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.carebench.jobs.platform.Capability.Offer;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.Counter;
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
import org.carebench.jobs.platform.TestClients.Ledger;
import org.carebench.jobs.platform.TestClients.Ticker;
import org.carebench.jobs.platform.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class YouTubeConnectorTest {

    @RegisterExtension
    static final WireMockExtension YOUTUBE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final String KEY = "invented-key";
    private static final String RIVERBEND = "UCriverbendClinic00000001";
    private static final String MEADOW = "UCmeadowHospital00000002";
    private static final Window WINDOW = new Window(null, NOW);

    private final Ledger ledger = new Ledger();
    private final Ticker ticker = new Ticker();
    private Connector connector;

    @BeforeEach
    void connect() {
        connector = connector(settings(1000));
    }

    @Test
    void readsKnownChannelsTogether() {
        stub("channels", fixture("youtube/channels.json"));
        AccountRef riverbend = account(RIVERBEND);
        AccountRef meadow = account(MEADOW);

        Map<AccountRef, Result<AccountReading>> results = connector.accounts(List.of(riverbend, meadow));

        assertThat(results).containsOnlyKeys(riverbend, meadow);
        assertThat(reading(results, meadow).displayName()).isEqualTo("Meadow Hospital");
        assertThat(reading(results, riverbend).status()).isEqualTo(AccountStatus.ACTIVE);
        YOUTUBE.verify(
                1,
                getRequestedFor(urlPathEqualTo("/youtube/v3/channels"))
                        .withQueryParam("part", equalTo("snippet,statistics,contentDetails,status"))
                        .withQueryParam("id", equalTo(RIVERBEND + "," + MEADOW))
                        .withQueryParam("forHandle", absent())
                        .withHeader("X-Goog-Api-Key", equalTo(KEY)));
        assertThat(ledger.total()).isEqualTo(1);
    }

    @Test
    void readsFiftyChannelsAtMost() {
        assertThat(connector.accountsPerRequest(account(RIVERBEND))).isEqualTo(50);
        assertThat(connector.accountsPerRequest(account(null)))
                .as("handles are looked up one by one")
                .isEqualTo(1);
        assertThat(connector.postsPerRefresh(account(RIVERBEND))).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({"riverbendclinic", "@riverbendclinic"})
    void resolvesAHandleByItself(String handle) {
        stub("channels", fixture("youtube/channels.json"));
        AccountRef unresolved = new AccountRef("youtube", "r1", handle, null, Relation.OTHER, null, "yt");

        assertThat(reading(connector.accounts(List.of(unresolved)), unresolved).stableId())
                .isEqualTo(RIVERBEND);
        YOUTUBE.verify(
                1,
                getRequestedFor(urlPathEqualTo("/youtube/v3/channels"))
                        .withQueryParam("forHandle", equalTo("@riverbendclinic"))
                        .withQueryParam("id", absent()));
    }

    @ParameterizedTest
    @CsvSource({"'{\"kind\":\"youtube#channelListResponse\"}'", "'{\"items\":[]}'"})
    void takesAChannelThatIsLeftOutForGoneAndAHandleForRenamedOrGone(String answer) {
        stub("channels", answer);
        AccountRef known = account(RIVERBEND);
        AccountRef unresolved = new AccountRef("youtube", "r2", "@nobody", null, Relation.OTHER, null, "yt");

        Map<AccountRef, Result<AccountReading>> results = connector.accounts(List.of(unresolved, known));

        assertThat(failure(results, known))
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, "channels.list", "200 without the item"));
        assertThat(failure(results, unresolved))
                .isEqualTo(PlatformProblem.of(ProblemCode.RENAMED_OR_GONE, "channels.list", "200 without the item"));
    }

    @Test
    void readsTheOtherHandlesWhereOneIsRefused() {
        YOUTUBE.stubFor(path("channels")
                .withQueryParam("forHandle", equalTo("@bad"))
                .willReturn(jsonResponse(error(400, "badRequest"), 400)));
        YOUTUBE.stubFor(path("channels")
                .withQueryParam("forHandle", equalTo("@riverbendclinic"))
                .willReturn(okJson(fixture("youtube/channels.json"))));
        AccountRef bad = new AccountRef("youtube", "r1", "bad", null, Relation.OTHER, null, "yt");
        AccountRef good = new AccountRef("youtube", "r2", "riverbendclinic", null, Relation.OTHER, null, "yt");

        Map<AccountRef, Result<AccountReading>> results = connector.accounts(List.of(bad, good));

        assertThat(failure(results, bad).code()).isEqualTo(ProblemCode.BAD_REQUEST);
        assertThat(reading(results, good).stableId()).isEqualTo(RIVERBEND);
    }

    @Test
    void asksForNoMoreHandlesWhenTheQuotaIsSpent() {
        YOUTUBE.stubFor(path("channels").willReturn(jsonResponse(error(403, "quotaExceeded"), 403)));
        AccountRef one = new AccountRef("youtube", "r1", "one", null, Relation.OTHER, null, "yt");
        AccountRef two = new AccountRef("youtube", "r2", "two", null, Relation.OTHER, null, "yt");

        assertThat(problem(() -> connector.accounts(List.of(one, two))))
                .isEqualTo(new PlatformProblem(
                        ProblemCode.QUOTA_EXHAUSTED, "channels.list", "403 quotaExceeded", Duration.ofHours(22)));
        assertRequests("channels", 1);
    }

    @Test
    void leavesOutAChannelThatCannotBeRead() {
        stub("channels", "{\"items\":[{\"snippet\":{\"title\":\"no id\"}}]}");
        AccountRef unresolved = new AccountRef("youtube", "r1", "one", null, Relation.OTHER, null, "yt");

        assertThat(failure(connector.accounts(List.of(unresolved)), unresolved))
                .isEqualTo(PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "channels.list", "200 without id"));
    }

    @Test
    void listsUploadsWithTheirCounters() {
        stub("channels", fixture("youtube/channels.json"));
        stub("playlistItems", fixture("youtube/uploads.json"));
        stub("videos", fixture("youtube/videos.json"));

        Page<PostReading> page = connector.posts(account(RIVERBEND), WINDOW, Cursor.START);

        assertThat(page.items())
                .extracting(
                        PostReading::postId,
                        post -> post.publishedAt().toString(),
                        post -> post.counters().get(Counter.VIEWS).value())
                .containsExactly(
                        tuple("vid00000001", "2026-11-19T17:00:00Z", 1520L),
                        tuple("vid00000005", "2026-11-15T07:00:00.250Z", 88L));
        assertThat(page.problems())
                .containsExactly(
                        new ItemProblem(
                                "vid00000002",
                                PlatformProblem.of(ProblemCode.PRIVATE, "videos.list", "200 without the item")),
                        new ItemProblem(
                                "vid00000003",
                                PlatformProblem.of(ProblemCode.GONE, "videos.list", "200 without the item")));
        assertThat(page.next()).isEqualTo("page-2");
        YOUTUBE.verify(
                1,
                getRequestedFor(urlPathEqualTo("/youtube/v3/playlistItems"))
                        .withQueryParam("part", equalTo("contentDetails,snippet,status"))
                        .withQueryParam("playlistId", equalTo("UUriverbendClinic00000001"))
                        .withQueryParam("maxResults", equalTo("50"))
                        .withQueryParam("pageToken", absent()));
        YOUTUBE.verify(
                1,
                getRequestedFor(urlPathEqualTo("/youtube/v3/videos"))
                        .withQueryParam("part", equalTo("snippet,statistics,contentDetails,status"))
                        .withQueryParam("id", equalTo("vid00000001,vid00000002,vid00000003,vid00000005")));
        assertThat(ledger.total()).isEqualTo(3);
    }

    @Test
    void pagesToTheEndOverAnEmptyPage() {
        stub("channels", fixture("youtube/channels.json"));
        YOUTUBE.stubFor(uploads(absent(), "{\"nextPageToken\":\"a+b/c=\",\"items\":[]}"));
        YOUTUBE.stubFor(uploads(equalTo("a+b/c="), "{\"items\":[{\"contentDetails\":{\"videoId\":\"vid00000001\"}}]}"));
        stub("videos", fixture("youtube/videos.json"));
        AccountRef account = account(RIVERBEND);

        Page<PostReading> first = connector.posts(account, WINDOW, Cursor.START);
        Page<PostReading> second = connector.posts(account, WINDOW, new Cursor(first.next()));

        assertThat(first.items()).isEmpty();
        assertThat(first.next()).isEqualTo("a+b/c=");
        assertThat(second.items()).extracting(PostReading::postId).containsExactly("vid00000001");
        assertThat(second.next()).isNull();
        assertRequests("channels", 1);
        assertRequests("videos", 1);
    }

    @Test
    void takesTheListOfUploadsFromTheProfileThatWasRead() {
        stub("channels", fixture("youtube/channels.json"));
        stub("playlistItems", "{\"items\":[]}");

        connector.accounts(List.of(account(MEADOW)));
        connector.posts(account(MEADOW), WINDOW, Cursor.START);

        assertRequests("channels", 1);
        YOUTUBE.verify(getRequestedFor(urlPathEqualTo("/youtube/v3/playlistItems"))
                .withQueryParam("playlistId", equalTo("PL-uploads-of-meadow")));
    }

    @Test
    void listsNoPostsOfAChannelThatNeverUploaded() {
        stub("channels", fixture("youtube/channels.json"));
        YOUTUBE.stubFor(path("playlistItems").willReturn(jsonResponse(error(404, "playlistNotFound"), 404)));

        assertThat(connector.posts(account(RIVERBEND), WINDOW, Cursor.START)).isEqualTo(Page.empty());
        assertThat(problem(() -> connector.posts(account(RIVERBEND), WINDOW, new Cursor("page-2")))
                        .code())
                .isEqualTo(ProblemCode.GONE);
    }

    @Test
    void doesNotTakeVideosThatAreNotFoundForAChannelWithoutPosts() {
        stub("channels", fixture("youtube/channels.json"));
        stub("playlistItems", fixture("youtube/uploads.json"));
        YOUTUBE.stubFor(path("videos").willReturn(jsonResponse(error(404, "videoNotFound"), 404)));

        assertThat(problem(() -> connector.posts(account(RIVERBEND), WINDOW, Cursor.START)))
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, "videos.list", "404 videoNotFound"));
    }

    @Test
    void doesNotTakeAChannelThatIsGoneForOneWithoutPosts() {
        stub("channels", "{}");

        assertThat(problem(() -> connector.posts(account(RIVERBEND), WINDOW, Cursor.START)))
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, "channels.list", "200 without the item"));
    }

    @Test
    void saysWhenAChannelHasNoListOfUploads() {
        stub("channels", "{\"items\":[{\"id\":\"" + RIVERBEND + "\"}]}");

        assertThat(problem(() -> connector.posts(account(RIVERBEND), WINDOW, Cursor.START)))
                .isEqualTo(PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "channels.list", "200 without uploads"));
    }

    @Test
    void saysThatACursorIsRefused() {
        stub("channels", fixture("youtube/channels.json"));
        YOUTUBE.stubFor(path("playlistItems").willReturn(jsonResponse(error(400, "invalidPageToken"), 400)));

        assertThat(problem(() -> connector.posts(account(RIVERBEND), WINDOW, new Cursor("stale"))))
                .isEqualTo(PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "playlistItems.list", "cursor refused"));
    }

    @Test
    void refreshesFiftyVideosAtOnceAndMissesTheSilentlyDropped() {
        stub("videos", fixture("youtube/videos.json"));
        List<PostRef> posts = new ArrayList<>();
        IntStream.rangeClosed(1, 50).forEach(i -> posts.add(new PostRef(account(RIVERBEND), "vid%08d".formatted(i))));

        Map<PostRef, Result<PostReading>> results = connector.refresh(posts);

        assertThat(results).containsOnlyKeys(posts);
        assertThat(reading(results, posts.get(0)).counters().get(Counter.LIKES).value())
                .isEqualTo(40);
        assertThat(results.values().stream().filter(result -> result.reading() == null))
                .hasSize(48)
                .allMatch(result -> PlatformProblem.of(ProblemCode.GONE, "videos.list", "200 without the item")
                        .equals(result.problem()));
        assertRequests("videos", 1);
        assertThat(ledger.total()).isEqualTo(1);
    }

    @Test
    void refreshesTheOthersWhereOneVideoCannotBeRead() {
        stub(
                "videos",
                "{\"items\":[{\"id\":\"v1\"},{\"id\":\"v2\",\"snippet\":{\"publishedAt\":\"2026-01-01T00:00:00Z\"}}]}");
        PostRef bad = new PostRef(account(RIVERBEND), "v1");
        PostRef good = new PostRef(account(RIVERBEND), "v2");

        Map<PostRef, Result<PostReading>> results = connector.refresh(List.of(bad, good));

        assertThat(failure(results, bad))
                .isEqualTo(PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "videos.list", "200 without snippet"));
        assertThat(reading(results, good).postId()).isEqualTo("v2");
    }

    @Test
    void readsThreadsAndTheRepliesThatTheyLeaveOut() {
        stub("commentThreads", fixture("youtube/comment-threads.json"));
        YOUTUBE.stubFor(path("comments")
                .withQueryParam("pageToken", absent())
                .willReturn(okJson("{\"nextPageToken\":\"r2\",\"items\":[" + reply("r1") + "," + reply("r2") + "]}")));
        YOUTUBE.stubFor(path("comments")
                .withQueryParam("pageToken", equalTo("r2"))
                .willReturn(okJson("{\"items\":[" + reply("r3") + "]}")));

        Page<InteractionReading> page = connector.interactions(post(), WINDOW, Cursor.START);

        assertThat(page.items())
                .extracting(
                        InteractionReading::interactionId,
                        InteractionReading::kind,
                        InteractionReading::parentId,
                        InteractionReading::isByOwner)
                .containsExactlyInAnyOrder(
                        tuple("UgxThreadA", InteractionKind.COMMENT, "vid00000001", false),
                        tuple("UgxThreadA.r1", InteractionKind.REPLY, "UgxThreadA", true),
                        tuple("UgxThreadB", InteractionKind.COMMENT, "vid00000001", null),
                        tuple("UgxThreadB.r1", InteractionKind.REPLY, "UgxThreadB", true),
                        tuple("UgxThreadB.r2", InteractionKind.REPLY, "UgxThreadB", true),
                        tuple("UgxThreadB.r3", InteractionKind.REPLY, "UgxThreadB", true));
        assertThat(page.problems())
                .containsExactly(new ItemProblem(
                        "UgxThreadC",
                        PlatformProblem.of(
                                ProblemCode.INCOMPLETE_RECORD, "commentThreads.list", "200 without publishedAt")));
        assertThat(page.next()).isEqualTo("threads-2");
        YOUTUBE.verify(
                1,
                getRequestedFor(urlPathEqualTo("/youtube/v3/commentThreads"))
                        .withQueryParam("part", equalTo("snippet,replies"))
                        .withQueryParam("videoId", equalTo("vid00000001"))
                        .withQueryParam("order", equalTo("time"))
                        .withQueryParam("maxResults", equalTo("100"))
                        .withQueryParam("textFormat", equalTo("plainText"))
                        .withQueryParam("pageToken", absent()));
        YOUTUBE.verify(
                2,
                getRequestedFor(urlPathEqualTo("/youtube/v3/comments"))
                        .withQueryParam("part", equalTo("snippet"))
                        .withQueryParam("parentId", equalTo("UgxThreadB"))
                        .withQueryParam("maxResults", equalTo("100"))
                        .withQueryParam("textFormat", equalTo("plainText")));
        assertThat(ledger.total()).isEqualTo(3);
    }

    @Test
    void goesOnWithTheNextPageOfThreads() {
        stub("commentThreads", "{\"items\":[]}");

        Page<InteractionReading> page = connector.interactions(post(), WINDOW, new Cursor("threads-2"));

        assertThat(page).isEqualTo(Page.empty());
        YOUTUBE.verify(getRequestedFor(urlPathEqualTo("/youtube/v3/commentThreads"))
                .withQueryParam("pageToken", equalTo("threads-2")));
    }

    @Test
    void keepsWhatAThreadBroughtWhenItsOtherRepliesAreGone() {
        stub("commentThreads", fixture("youtube/comment-threads.json"));
        YOUTUBE.stubFor(path("comments").willReturn(jsonResponse(error(404, "commentNotFound"), 404)));

        Page<InteractionReading> page = connector.interactions(post(), WINDOW, Cursor.START);

        assertThat(page.items())
                .extracting(InteractionReading::interactionId)
                .containsExactly("UgxThreadA", "UgxThreadA.r1", "UgxThreadB", "UgxThreadB.r3");
        assertThat(page.problems())
                .contains(new ItemProblem(
                        "UgxThreadB", PlatformProblem.of(ProblemCode.GONE, "comments.list", "404 commentNotFound")));
    }

    @Test
    void readsThePageAgainWhenTheQuotaEndsAmongReplies() {
        stub("commentThreads", fixture("youtube/comment-threads.json"));
        YOUTUBE.stubFor(path("comments").willReturn(jsonResponse(error(403, "quotaExceeded"), 403)));

        assertThat(problem(() -> connector.interactions(post(), WINDOW, Cursor.START))
                        .code())
                .isEqualTo(ProblemCode.QUOTA_EXHAUSTED);
    }

    @Test
    void saysThatCommentsAreOff() {
        YOUTUBE.stubFor(path("commentThreads").willReturn(jsonResponse(error(403, "commentsDisabled"), 403)));

        assertThat(problem(() -> connector.interactions(post(), WINDOW, Cursor.START)))
                .isEqualTo(PlatformProblem.of(ProblemCode.FEATURE_OFF, "commentThreads.list", "403 commentsDisabled"));
        assertRequests("commentThreads", 1);
    }

    @Test
    void waitsAndAsksAgainWhenItWasTooFast() {
        YOUTUBE.stubFor(path("videos")
                .inScenario("limit")
                .willReturn(jsonResponse(error(403, "rateLimitExceeded"), 403))
                .willSetStateTo("rested"));
        YOUTUBE.stubFor(path("videos")
                .inScenario("limit")
                .whenScenarioStateIs("rested")
                .willReturn(okJson(fixture("youtube/videos.json"))));
        PostRef post = post();

        assertThat(reading(connector.refresh(List.of(post)), post).postId()).isEqualTo("vid00000001");
        assertThat(ticker.waited()).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
        // A request that is refused costs as well.
        assertThat(ledger.total()).isEqualTo(2);
    }

    @Test
    void triesAFailureOfProcessingAgain() {
        YOUTUBE.stubFor(path("videos")
                .inScenario("failure")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(jsonResponse(error(400, "processingFailure"), 400))
                .willSetStateTo("well"));
        YOUTUBE.stubFor(path("videos")
                .inScenario("failure")
                .whenScenarioStateIs("well")
                .willReturn(okJson(fixture("youtube/videos.json"))));
        PostRef post = post();

        assertThat(reading(connector.refresh(List.of(post)), post).postId()).isEqualTo("vid00000001");
    }

    @Test
    void sendsNothingOnceItsOwnQuotaIsSpent() {
        stub("videos", fixture("youtube/videos.json"));
        Connector poor = connector(settings(1));

        poor.refresh(List.of(post()));

        assertThat(problem(() -> poor.refresh(List.of(post()))))
                .isEqualTo(new PlatformProblem(
                        ProblemCode.QUOTA_EXHAUSTED, "videos.list", "own quota of the DAY", Duration.ofHours(22)));
        assertRequests("videos", 1);
    }

    @Test
    void keepsTheKeyOutOfTheAddress() {
        stub("videos", fixture("youtube/videos.json"));

        connector.refresh(List.of(post()));

        assertThat(YOUTUBE.getAllServeEvents())
                .singleElement()
                .satisfies(event -> assertThat(event.getRequest().getUrl()).doesNotContain(KEY, "key="));
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT, 1, 1",
        "ACCOUNT, 50, 1",
        "ACCOUNT, 51, 2",
        "POSTS, 0, 2",
        "POSTS, 50, 2",
        "POSTS, 51, 4",
        "POST_REFRESH, 101, 3",
        "INTERACTIONS, 7, 7",
        "REVIEWS, 9, 0",
        "MENTIONS, 9, 0",
        "INSIGHTS, 9, 0",
        "POST_REFRESH, 0, 0"
    })
    void estimatesUnits(DataFamily family, int items, long units) {
        assertThat(connector.estimatedCost(family, items)).isEqualTo(units);
    }

    @ParameterizedTest
    @EnumSource(Relation.class)
    void offersTheSameOfOwnedAndOtherChannels(Relation relation) {
        assertThat(List.of(DataFamily.values()))
                .extracting(
                        family -> connector.capabilities().of(family, relation).offer())
                .containsExactly(Offer.PARTIAL, Offer.FULL, Offer.FULL, Offer.FULL, Offer.NONE, Offer.NONE, Offer.NONE);
    }

    @Test
    void neverAnswersWhatItDoesNotOffer() {
        AccountRef account = account(RIVERBEND);

        assertThatThrownBy(() -> connector.mentions(account, WINDOW, Cursor.START))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> connector.reviews(account, WINDOW, Cursor.START))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> connector.insights(account, WINDOW, Cursor.START))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesASettingThatItDoesNotKnow() {
        PlatformSettings settings = settings(1).withSettings(Map.of("version", "v4"));

        assertThatThrownBy(() -> connector(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Cannot use the settings of platform youtube: 'version' is not known. Remove it.");
    }

    private Connector connector(PlatformSettings settings) {
        return new YouTubeConnectorFactory()
                .connector(
                        settings,
                        TestClients.credentials(Map.of("yt", KEY)),
                        TestClients.of("youtube", settings, ticker, ledger));
    }

    private static PlatformSettings settings(long units) {
        PlatformSettings defaults = PlatformSettings.defaults(URI.create(YOUTUBE.baseUrl() + "/youtube/v3/"));
        return new PlatformSettings(
                defaults.baseUrl(),
                defaults.concurrency(),
                null,
                defaults.timeout(),
                defaults.maxResponse(),
                defaults.attempts(),
                defaults.longestWait(),
                new PlatformSettings.Quota(units, PlatformSettings.Period.DAY, ZoneId.of("America/Los_Angeles")),
                null,
                List.of(),
                defaults.depth(),
                Map.of());
    }

    private static AccountRef account(@Nullable String stableId) {
        return new AccountRef("youtube", "key-" + stableId, "@handle", stableId, Relation.OTHER, null, "yt");
    }

    private static PostRef post() {
        return new PostRef(account(RIVERBEND), "vid00000001");
    }

    private static MappingBuilder path(String name) {
        return get(urlPathEqualTo("/youtube/v3/" + name));
    }

    private static void stub(String name, String body) {
        YOUTUBE.stubFor(path(name).willReturn(okJson(body)));
    }

    private static MappingBuilder uploads(StringValuePattern pageToken, String body) {
        return path("playlistItems").withQueryParam("pageToken", pageToken).willReturn(okJson(body));
    }

    private static void assertRequests(String name, int count) {
        YOUTUBE.verify(count, getRequestedFor(urlPathEqualTo("/youtube/v3/" + name)));
    }

    private static String reply(String id) {
        return """
                {"id":"UgxThreadB.%s","snippet":{"parentId":"UgxThreadB","authorChannelId":{"value":"%s"},
                 "likeCount":0,"publishedAt":"2026-11-18T20:00:00Z"}}
                """.formatted(id, RIVERBEND);
    }

    private static String error(int status, String reason) {
        return "{\"error\":{\"code\":%d,\"errors\":[{\"domain\":\"youtube.x\",\"reason\":\"%s\"}]}}"
                .formatted(status, reason);
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
