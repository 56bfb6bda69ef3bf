package org.carebench.jobs.platform.tiktok;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.Relation;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
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
import org.carebench.jobs.platform.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TikTokConnectorTest {

    @RegisterExtension
    static final WireMockExtension TIKTOK = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final String TOKEN = "token-of-the-test";
    private static final String BUSINESS = "/open_api/v1.3/business/";
    private static final Window ALL = new Window(null, TestClients.NOW);
    private static final AccountRef ALBA = account("b-550011");
    private static final PostRef VIDEO = new PostRef(ALBA, "7300000000000000103");

    private final TestClients.Ticker ticker = new TestClients.Ticker();

    @Test
    void readsABusinessProfile() {
        answer(BUSINESS + "get/", fixture("business_profile"));

        AccountReading reading = reading(business().accounts(List.of(ALBA)).get(ALBA));

        assertThat(reading.counters().get(Counter.FOLLOWERS).value()).isEqualTo(5021);
        TIKTOK.verify(
                1,
                getRequestedFor(urlPathEqualTo(BUSINESS + "get/"))
                        .withQueryParam("business_id", equalTo("b-550011"))
                        .withQueryParam(
                                "fields",
                                equalTo("[\"username\",\"display_name\",\"profile_image\",\"bio_description\","
                                        + "\"is_verified\",\"followers_count\",\"following_count\",\"videos_count\"]"))
                        .withHeader("Access-Token", equalTo(TOKEN))
                        .withHeader("Authorization", absent()));
        assertThatNoAddressHoldsTheToken();
    }

    @Test
    void losesNoOtherAccountWhenOneIsRefused() {
        AccountRef withdrawn = account("b-2");
        answer(BUSINESS + "get/", fixture("business_profile"));
        TIKTOK.stubFor(get(urlPathEqualTo(BUSINESS + "get/"))
                .withQueryParam("business_id", equalTo("b-2"))
                .willReturn(okJson("{\"code\":40001,\"message\":\"words\",\"data\":{}}")));

        Map<AccountRef, Result<AccountReading>> results = business().accounts(List.of(withdrawn, ALBA));

        assertThat(problem(results.get(withdrawn)))
                .isEqualTo(PlatformProblem.of(ProblemCode.PERMISSION, "business/get", "200 40001"));
        assertThat(reading(results.get(ALBA))).isNotNull();
    }

    @Test
    void endsAllWhereTheTokenIsOver() {
        TIKTOK.stubFor(any(anyUrl()).willReturn(okJson("{\"code\":40102,\"message\":\"words\"}")));

        assertProblem(() -> business().accounts(List.of(ALBA, account("b-2"))), ProblemCode.AUTH_EXPIRED, "200 40102");
        TIKTOK.verify(1, getRequestedFor(urlPathEqualTo(BUSINESS + "get/")));
    }

    @Test
    void listsBusinessVideosToTheEndThroughShortAndEmptyPages() {
        answer(BUSINESS + "video/list/", fixture("business_videos"));
        page("1795050000000", "{\"code\":0,\"data\":{\"has_more\":true,\"cursor\":1795040000000,\"videos\":[]}}");
        page(
                "1795040000000",
                "{\"code\":0,\"data\":{\"has_more\":false,\"cursor\":0,\"videos\":[{\"item_id\":1,\"create_time\":1795030000,"
                        + "\"likes\":1,\"comments\":1,\"shares\":1,\"video_views\":1}]}}");
        Connector connector = business();

        Page<PostReading> first = connector.posts(ALBA, ALL, Cursor.START);
        Page<PostReading> second = connector.posts(ALBA, ALL, new Cursor(first.next()));
        Page<PostReading> third = connector.posts(ALBA, ALL, new Cursor(second.next()));

        assertThat(first.items())
                .extracting(PostReading::postId)
                .containsExactly("7300000000000000103", "7300000000000000102");
        assertThat(second.items()).isEmpty();
        assertThat(third.items()).extracting(PostReading::postId).containsExactly("1");
        assertThat(third.next()).isNull();
        assertThat(first.problems()).isEmpty();
        TIKTOK.verify(
                1,
                getRequestedFor(urlPathEqualTo(BUSINESS + "video/list/"))
                        .withQueryParam("business_id", equalTo("b-550011"))
                        .withQueryParam(
                                "fields",
                                equalTo("[\"item_id\",\"create_time\",\"caption\",\"share_url\",\"likes\",\"comments\","
                                        + "\"shares\",\"video_views\",\"reach\"]"))
                        .withQueryParam("max_count", equalTo("20"))
                        .withQueryParam("cursor", absent())
                        .withHeader("Access-Token", equalTo(TOKEN)));
    }

    @Test
    void reportsACounterThatIsNotThereOncePerPage() {
        answer(
                BUSINESS + "video/list/",
                "{\"code\":0,\"data\":{\"has_more\":false,\"videos\":["
                        + "{\"item_id\":1,\"create_time\":1795030000,\"likes\":1,\"comments\":1,\"shares\":1},"
                        + "{\"item_id\":2,\"create_time\":1795030000,\"likes\":1,\"comments\":1,\"shares\":1},"
                        + "{\"item_id\":3,\"likes\":1,\"comments\":1,\"shares\":1}]}}");

        Page<PostReading> page = business().posts(ALBA, ALL, Cursor.START);

        assertThat(page.items()).hasSize(2);
        assertThat(page.problems())
                .containsExactly(new ItemProblem(
                        "3",
                        PlatformProblem.of(
                                ProblemCode.INCOMPLETE_RECORD, "business/video/list", "200 without create_time")));
        assertThat(page.items())
                .allSatisfy(video ->
                        assertThat(video.counters().get(Counter.VIEWS).state()).isEqualTo(MeasureState.UNREADABLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":0,\"message\":\"OK\"}",
                "{\"code\":0,\"data\":{\"has_more\":true,\"cursor\":5}}",
                "{\"code\":0,\"data\":{\"has_more\":true,\"videos\":[]}}"
            })
    void doesNotTakeAnAnswerOfAnotherFormForTheEnd(String body) {
        answer(BUSINESS + "video/list/", body);

        assertThatThrownBy(() -> business().posts(ALBA, ALL, Cursor.START))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        failure -> assertThat(failure.problem().code()).isEqualTo(ProblemCode.CONTRACT_DRIFT));
    }

    @Test
    void listsCommentsAndTheRepliesUnderThem() {
        answer(BUSINESS + "comment/list/", fixture("business_comments"));
        reply(null, true, 4, "7310000000000000002", "\"user_id\":\"b-550011\",\"owner\":true");
        reply("4", false, 5, "7310000000000000003", "\"user_id\":\"u-77\",\"owner\":false");

        Page<InteractionReading> page = business().interactions(VIDEO, ALL, Cursor.START);

        assertThat(page.items())
                .extracting(InteractionReading::interactionId)
                .containsExactly(
                        "7310000000000000001", "7310000000000000004", "7310000000000000002", "7310000000000000003");
        assertThat(page.items())
                .extracting(InteractionReading::kind)
                .containsExactly(
                        InteractionKind.COMMENT, InteractionKind.COMMENT, InteractionKind.REPLY, InteractionKind.REPLY);
        assertThat(page.items()).extracting(InteractionReading::isByOwner).containsExactly(false, false, true, false);
        assertThat(page.items().get(2).parentId()).isEqualTo("7310000000000000001");
        assertThat(page.next()).isNull();
        TIKTOK.verify(getRequestedFor(urlPathEqualTo(BUSINESS + "comment/list/"))
                .withQueryParam("business_id", equalTo("b-550011"))
                .withQueryParam("video_id", equalTo("7300000000000000103"))
                .withQueryParam("max_count", equalTo("20")));
        TIKTOK.verify(
                2,
                getRequestedFor(urlPathEqualTo(BUSINESS + "comment/reply/list/"))
                        .withQueryParam("comment_id", equalTo("7310000000000000001"))
                        .withQueryParam("video_id", equalTo("7300000000000000103")));
    }

    @Test
    void keepsCommentsWhoseRepliesAreRefused() {
        answer(BUSINESS + "comment/list/", fixture("business_comments"));
        answer(BUSINESS + "comment/reply/list/", "{\"code\":40002,\"message\":\"words\",\"data\":{}}");

        Page<InteractionReading> page = business().interactions(VIDEO, ALL, Cursor.START);

        assertThat(page.items()).hasSize(2);
        assertThat(page.problems())
                .containsExactly(new ItemProblem(
                        "7310000000000000001",
                        PlatformProblem.of(ProblemCode.BAD_REQUEST, "business/comment/reply/list", "200 40002")));
    }

    @Test
    void readsADisplayProfile() {
        answer("/v2/user/info/", fixture("display_user"));
        AccountRef own = account(null);

        AccountReading reading = reading(display().accounts(List.of(own)).get(own));

        assertThat(reading.stableId()).isEqualTo("o-550011");
        TIKTOK.verify(
                1,
                getRequestedFor(urlPathEqualTo("/v2/user/info/"))
                        .withQueryParam(
                                "fields",
                                equalTo("open_id,display_name,avatar_url,follower_count,following_count,likes_count,"
                                        + "video_count"))
                        .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                        .withHeader("Access-Token", absent()));
        assertThatNoAddressHoldsTheToken();
    }

    @Test
    void listsDisplayVideosToTheEnd() {
        TIKTOK.stubFor(post(urlPathEqualTo("/v2/video/list/")).willReturn(okJson(fixture("display_videos"))));
        TIKTOK.stubFor(post(urlPathEqualTo("/v2/video/list/"))
                .withRequestBody(equalToJson("{\"max_count\":20,\"cursor\":1794950000000}"))
                .willReturn(okJson("{\"data\":{\"videos\":[],\"has_more\":false},\"error\":{\"code\":\"ok\"}}")));
        Connector connector = display();

        Page<PostReading> first = connector.posts(ALBA, ALL, Cursor.START);
        Page<PostReading> second = connector.posts(ALBA, ALL, new Cursor(first.next()));

        assertThat(first.items()).hasSize(2);
        assertThat(first.problems()).isEmpty();
        assertThat(second).isEqualTo(Page.<PostReading>empty());
        TIKTOK.verify(
                1,
                postRequestedFor(urlPathEqualTo("/v2/video/list/"))
                        .withQueryParam(
                                "fields",
                                equalTo("id,create_time,share_url,title,video_description,duration,like_count,"
                                        + "comment_count,share_count,view_count"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withRequestBody(equalToJson("{\"max_count\":20}")));
    }

    @Test
    void refreshesDisplayVideosAndTellsWhichAreGone() {
        TIKTOK.stubFor(post(urlPathEqualTo("/v2/video/query/")).willReturn(okJson(fixture("display_videos"))));
        PostRef gone = new PostRef(ALBA, "7300000000000000101");

        Map<PostRef, Result<PostReading>> results = display().refresh(List.of(VIDEO, gone));

        assertThat(reading(results.get(VIDEO)).counters().get(Counter.VIEWS).value())
                .isEqualTo(900);
        assertThat(problem(results.get(gone)))
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, "video/query", "200 left out"));
        TIKTOK.verify(postRequestedFor(urlPathEqualTo("/v2/video/query/"))
                .withRequestBody(equalToJson(
                        "{\"filters\":{\"video_ids\":[\"7300000000000000103\",\"7300000000000000101\"]}}")));
        assertThat(display().postsPerRefresh(ALBA)).isEqualTo(20);
    }

    @Test
    void waitsAMinuteForTheLimitOfOneEndpoint() {
        TIKTOK.stubFor(get(urlPathEqualTo("/v2/user/info/"))
                .inScenario("limit")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("renewed")
                .willReturn(aResponse().withStatus(429).withBody("{\"error\":{\"code\":\"rate_limit_exceeded\"}}")));
        TIKTOK.stubFor(get(urlPathEqualTo("/v2/user/info/"))
                .inScenario("limit")
                .whenScenarioStateIs("renewed")
                .willReturn(okJson(fixture("display_user"))));

        assertThat(reading(display().accounts(List.of(ALBA)).get(ALBA))).isNotNull();
        assertThat(ticker.waited()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(62));
    }

    @Test
    void offersNothingOfOthers() {
        for (DataFamily family : DataFamily.values()) {
            assertThat(business().capabilities().of(family, Relation.OTHER).isOffered())
                    .isFalse();
            assertThat(display().capabilities().of(family, Relation.OTHER).isOffered())
                    .isFalse();
        }
        assertThat(offered(business())).containsExactly(DataFamily.ACCOUNT, DataFamily.POSTS, DataFamily.INTERACTIONS);
        assertThat(offered(display())).containsExactly(DataFamily.ACCOUNT, DataFamily.POSTS, DataFamily.POST_REFRESH);
    }

    @Test
    void refusesAnApiThatItMayNotUse() {
        assertThatThrownBy(() -> connector(Map.of("api", "research")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Cannot use the settings of platform tiktok: 'api' is 'research'. It must be business or "
                        + "display.");
    }

    private static List<DataFamily> offered(Connector connector) {
        return List.of(DataFamily.values()).stream()
                .filter(family ->
                        connector.capabilities().of(family, Relation.OWNED).isOffered())
                .toList();
    }

    private Connector business() {
        return connector(Map.of());
    }

    private Connector display() {
        return connector(Map.of("api", "display"));
    }

    private Connector connector(Map<String, String> own) {
        PlatformSettings settings =
                PlatformSettings.defaults(URI.create(TIKTOK.baseUrl())).withSettings(own);
        return new TikTokConnectorFactory()
                .connector(
                        settings,
                        TestClients.credentials(Map.of("tt", TOKEN)),
                        TestClients.of("tiktok", settings, ticker, new TestClients.Ledger()));
    }

    private static AccountRef account(@Nullable String id) {
        return new AccountRef("tiktok", "k" + id, "clinica.alba", id, Relation.OWNED, null, "tt");
    }

    private static void answer(String path, String body) {
        TIKTOK.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(body)));
    }

    private static void page(String cursor, String body) {
        TIKTOK.stubFor(get(urlPathEqualTo(BUSINESS + "video/list/"))
                .withQueryParam("cursor", equalTo(cursor))
                .willReturn(okJson(body)));
    }

    private static void reply(@Nullable String cursor, boolean hasMore, int next, String id, String fields) {
        TIKTOK.stubFor(get(urlPathEqualTo(BUSINESS + "comment/reply/list/"))
                .withQueryParam("cursor", cursor == null ? absent() : equalTo(cursor))
                .willReturn(okJson("{\"code\":0,\"data\":{\"has_more\":" + hasMore + ",\"cursor\":" + next
                        + ",\"comments\":[{\"comment_id\":\"" + id + "\",\"create_time\":1795052000," + fields
                        + "}]}}")));
    }

    private static String fixture(String name) {
        return TestClients.fixture("tiktok/" + name + ".json");
    }

    private static void assertThatNoAddressHoldsTheToken() {
        assertThat(TIKTOK.getAllServeEvents())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.getRequest().getUrl()).doesNotContain(TOKEN));
    }

    private static void assertProblem(Runnable call, ProblemCode code, String evidence) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(PlatformException.class, failure -> {
            assertThat(failure.problem().code()).isEqualTo(code);
            assertThat(failure.problem().evidence()).isEqualTo(evidence);
            assertThat(failure).hasMessageNotContaining(TOKEN);
        });
    }

    private static <T> T reading(@Nullable Result<T> result) {
        Result<T> present = Objects.requireNonNull(result);
        assertThat(present.problem()).isNull();
        return Objects.requireNonNull(present.reading());
    }

    private static PlatformProblem problem(@Nullable Result<?> result) {
        Result<?> present = Objects.requireNonNull(result);
        assertThat(present.reading()).isNull();
        return Objects.requireNonNull(present.problem());
    }
}
