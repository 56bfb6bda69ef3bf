package org.carebench.jobs.platform.mastodon;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
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
import org.carebench.jobs.platform.MissingCredentialException;
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

class MastodonConnectorTest {

    private static final String NORD = "109302837465564738";
    private static final String SUED = "109302837465564739";
    private static final String STATUS = "113500000000000004";
    private static final Window WINDOW = new Window(null, TestClients.NOW);

    private static final WireMockServer SERVER =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    private final TestClients.Ticker ticker = new TestClients.Ticker();
    private final Connector connector = connector(Map.of("server-url", SERVER.baseUrl() + "/at/{server}"));

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
        assertThat(connector.platform()).isEqualTo("mastodon");
        for (Relation relation : Relation.values()) {
            assertThat(List.of(DataFamily.ACCOUNT, DataFamily.POSTS, DataFamily.POST_REFRESH, DataFamily.INTERACTIONS))
                    .allSatisfy(family -> assertThat(offer(family, relation)).isEqualTo(Capability.Offer.FULL));
            assertThat(List.of(DataFamily.REVIEWS, DataFamily.INSIGHTS))
                    .allSatisfy(family -> assertThat(offer(family, relation)).isEqualTo(Capability.Offer.NONE));
        }
        assertThat(offer(DataFamily.MENTIONS, Relation.OWNED)).isEqualTo(Capability.Offer.FULL);
        assertThat(offer(DataFamily.MENTIONS, Relation.OTHER)).isEqualTo(Capability.Offer.NONE);
        AccountRef known = known("nordklinik@salud.example", NORD, null);
        assertThat(connector.accountsPerRequest(known)).isEqualTo(40);
        assertThat(connector.accountsPerRequest(named("nordklinik@salud.example", null)))
                .as("names are looked up one by one")
                .isEqualTo(1);
        assertThat(connector.postsPerRefresh(known)).isEqualTo(20);
        assertThat(connector.estimatedCost(DataFamily.POSTS, 1_000)).isZero();
    }

    // accounts

    @ParameterizedTest
    @CsvSource({
        "nordklinik,                  salud.example",
        "@nordklinik@salud.example,   ",
        "nordklinik@SALUD.example,    ",
        "@nordklinik@verein.example,  salud.example",
    })
    void looksAnAccountUpAtItsHomeServer(String handle, String homeServer) {
        SERVER.stubFor(on("salud.example", "api/v1/accounts/lookup").willReturn(fixture("account.json")));
        AccountRef account = new AccountRef("mastodon", "k", handle, null, Relation.OTHER, homeServer, null);

        assertThat(connector.accounts(List.of(account)).get(account).reading().stableId())
                .isEqualTo(NORD);
        assertThat(requests()).singleElement().satisfies(request -> {
            assertThat(request.getUrl()).isEqualTo("/at/salud.example/api/v1/accounts/lookup?acct=nordklinik");
            assertThat(request.header("Authorization").isPresent()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"nordklinik", "no name@salud.example", "a@b@c", "a@salud.example/../x", ""})
    void anAccountWithoutAServerIsAProblemOfItsOwn(String handle) {
        SERVER.stubFor(on("salud.example", "api/v1/accounts/lookup").willReturn(fixture("account.json")));
        AccountRef nowhere = new AccountRef("mastodon", "k", handle, null, Relation.OTHER, null, null);
        AccountRef good = named("nordklinik@salud.example", null);

        Map<AccountRef, Result<AccountReading>> results = connector.accounts(List.of(nowhere, good));

        assertThat(results.get(nowhere).problem().code()).isEqualTo(ProblemCode.BAD_REQUEST);
        assertThat(results.get(good).reading()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 403, 400, 501})
    void searchesWithATokenWhatCannotBeLookedUp(int status) {
        SERVER.stubFor(on("salud.example", "api/v1/accounts/lookup").willReturn(error(status)));
        SERVER.stubFor(on("salud.example", "api/v2/search")
                .withHeader("Authorization", equalTo("Bearer token-1"))
                .willReturn(okJson("{\"accounts\":[{\"id\":\"5\",\"acct\":\"nordklinik@other.example\"},"
                        + TestClients.fixture("mastodon/account.json") + "],\"statuses\":[],\"hashtags\":[]}")));
        AccountRef account = named("nordklinik@salud.example", "nord");

        assertThat(connector.accounts(List.of(account)).get(account).reading().stableId())
                .isEqualTo(NORD);
        assertThat(requests().get(1).getUrl())
                .isEqualTo(
                        "/at/salud.example/api/v2/search?q=%40nordklinik%40salud.example&resolve=true&type=accounts");
    }

    @Test
    void whatTheSearchDoesNotFindEitherIsGone() {
        SERVER.stubFor(on("salud.example", "api/v1/accounts/lookup").willReturn(error(404)));
        SERVER.stubFor(on("salud.example", "api/v2/search").willReturn(okJson("{\"accounts\":[]}")));
        AccountRef withToken = named("nordklinik@salud.example", "nord");
        AccountRef without = named("nordklinik@salud.example", null);

        assertThat(connector.accounts(List.of(withToken)).get(withToken).problem())
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, "api/v1/accounts/lookup", "404"));
        assertThat(connector.accounts(List.of(without)).get(without).problem())
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, "api/v1/accounts/lookup", "404"));
        assertThat(urls("api/v2/search")).hasSize(1);
    }

    @Test
    void aServerThatAnswersNobodyWithoutATokenIsAMatterOfPermission() {
        SERVER.stubFor(get(anyUrl()).willReturn(error(401)));
        AccountRef account = named("nordklinik@salud.example", null);
        AccountRef withToken = known("nordklinik@salud.example", NORD, "nord");

        assertThat(connector.accounts(List.of(account)).get(account).problem().code())
                .isEqualTo(ProblemCode.PERMISSION);
        assertThat(connector
                        .accounts(List.of(withToken))
                        .get(withToken)
                        .problem()
                        .code())
                .isEqualTo(ProblemCode.AUTH_EXPIRED);
        assertThat(problem(() -> connector.posts(known("n@salud.example", NORD, null), WINDOW, Cursor.START))
                        .code())
                .isEqualTo(ProblemCode.PERMISSION);
    }

    @Test
    void readsSeveralAccountsAtOnceWhereTheServerCan() {
        SERVER.stubFor(on("salud.example", "api/v2/instance")
                .willReturn(okJson("{\"version\":\"4.5.2\",\"api_versions\":{\"mastodon\":7}}")));
        SERVER.stubFor(on("salud.example", "api/v1/accounts")
                .willReturn(okJson("[" + TestClients.fixture("mastodon/account.json") + ","
                        + TestClients.fixture("mastodon/account-suspended.json") + "]")));
        SERVER.stubFor(on("salud.example", "api/v1/accounts/77").willReturn(error(404)));
        AccountRef nord = known("nordklinik@salud.example", NORD, null);
        AccountRef sued = known("suedklinik@salud.example", SUED, null);
        AccountRef gone = known("weg@salud.example", "77", null);

        Map<AccountRef, Result<AccountReading>> results = connector.accounts(List.of(nord, sued, gone));

        assertThat(results.get(nord).reading().status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(results.get(sued).reading().status()).isEqualTo(AccountStatus.SUSPENDED);
        assertThat(results.get(gone).problem())
                .as("an account that is left out without a word is asked for alone")
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, "api/v1/accounts/:id", "404"));
        assertThat(urls("api/v1/accounts"))
                .containsExactly(
                        "/at/salud.example/api/v1/accounts?id%5B%5D=" + NORD + "&id%5B%5D=" + SUED + "&id%5B%5D=77");

        connector.accounts(List.of(nord, sued));
        assertThat(urls("api/v2/instance"))
                .as("a server is asked once what it can")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":\"4.2.10\"}",
                "{\"version\":\"0.20.0-rc1 cb85f65\"}",
                "{\"version\":\"2.7.2 (compatible; Akkoma 3.13.2)\"}",
                "{}"
            })
    void readsAccountsOneByOneWhereTheServerCannot(String instance) {
        SERVER.stubFor(on("salud.example", "api/v2/instance").willReturn(okJson(instance)));
        SERVER.stubFor(on("salud.example", "api/v1/accounts/" + NORD).willReturn(fixture("account.json")));
        SERVER.stubFor(on("salud.example", "api/v1/accounts/" + SUED).willReturn(fixture("account-suspended.json")));
        AccountRef nord = known("nordklinik@salud.example", NORD, null);
        AccountRef sued = known("suedklinik@salud.example", SUED, null);

        Map<AccountRef, Result<AccountReading>> results = connector.accounts(List.of(nord, sued));

        assertThat(results.get(nord).reading().stableId()).isEqualTo(NORD);
        assertThat(results.get(sued).reading().stableId()).isEqualTo(SUED);
        assertThat(urls("api/v1/accounts")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"version\":\"4.3.0\"}", "{\"version\":\"4.4\"}", "{\"version\":\"5.0.0+glitch\"}"})
    void aVersionFrom43OnReadsSeveral(String instance) {
        SERVER.stubFor(on("salud.example", "api/v2/instance").willReturn(okJson(instance)));
        SERVER.stubFor(on("salud.example", "api/v1/accounts").willReturn(okJson("[]")));
        SERVER.stubFor(get(urlMatching(".*/api/v1/accounts/[0-9]+")).willReturn(error(404)));

        connector.accounts(List.of(known("n@salud.example", NORD, null), known("s@salud.example", SUED, null)));

        assertThat(urls("api/v1/accounts")).hasSize(1);
    }

    @Test
    void aServerThatDoesNotKeepItsVersionIsAskedOneByOne() {
        SERVER.stubFor(on("salud.example", "api/v2/instance").willReturn(okJson("{\"version\":\"4.3.0\"}")));
        SERVER.stubFor(on("salud.example", "api/v1/accounts").willReturn(error(404)));
        SERVER.stubFor(on("salud.example", "api/v1/accounts/" + NORD).willReturn(fixture("account.json")));
        SERVER.stubFor(on("salud.example", "api/v1/accounts/" + SUED).willReturn(fixture("account-suspended.json")));
        List<AccountRef> both =
                List.of(known("nordklinik@salud.example", NORD, null), known("suedklinik@salud.example", SUED, null));

        connector.accounts(both);

        assertThat(connector.accounts(both).values()).allMatch(result -> result.reading() != null);
        assertThat(urls("api/v1/accounts")).as("it is not tried again").hasSize(1);
    }

    @Test
    void whatFailsAtOneServerDoesNotFailTheOthers() {
        SERVER.stubFor(on("salud.example", "api/v1/accounts/" + NORD).willReturn(fixture("account.json")));
        SERVER.stubFor(on("tot.example", "api/v1/accounts/1").willReturn(error(503)));
        AccountRef nord = known("nordklinik@salud.example", NORD, null);
        AccountRef dead = known("x@tot.example", "1", null);

        Map<AccountRef, Result<AccountReading>> results = connector.accounts(List.of(dead, nord));

        assertThat(results.get(dead).problem().code()).isEqualTo(ProblemCode.TRANSIENT);
        assertThat(results.get(nord).reading()).isNotNull();
    }

    @Test
    void anAccountThatAnOldServerSuspendedKeepsItsId() {
        SERVER.stubFor(on("salud.example", "api/v1/accounts/" + NORD).willReturn(error(410)));
        AccountRef account = known("nordklinik@salud.example", NORD, null);

        AccountReading reading =
                connector.accounts(List.of(account)).get(account).reading();

        assertThat(reading.status()).isEqualTo(AccountStatus.SUSPENDED);
        assertThat(reading.stableId()).isEqualTo(NORD);
    }

    // posts

    @Test
    void listsStatusesToTheEndByTheLinkOfTheServer() {
        String path = "api/v1/accounts/" + NORD + "/statuses";
        SERVER.stubFor(
                on("salud.example", path)
                        .withQueryParam("max_id", absent())
                        .willReturn(
                                fixture("statuses.json")
                                        .withHeader(
                                                "Link",
                                                "<https://elsewhere.example/api/v1/accounts/1/statuses?limit=40&max_id=113499999999999990>;"
                                                        + " rel=\"next\", <https://elsewhere.example/x?min_id=113500000000000004>; rel=\"prev\"")));
        SERVER.stubFor(on("salud.example", path)
                .withQueryParam("max_id", equalTo("113499999999999990"))
                .willReturn(okJson("[]")
                        .withHeader("Link", "<https://elsewhere.example/x?max_id=01HX%2F7>; rel=\"next\"")));
        SERVER.stubFor(on("salud.example", path)
                .withQueryParam("max_id", equalTo("01HX/7"))
                .willReturn(fixture("statuses.json")
                        .withHeader("Link", "<https://elsewhere.example/x?min_id=113500000000000004>; rel=\"prev\"")));
        AccountRef account = known("nordklinik@salud.example", NORD, null);

        Page<PostReading> first = connector.posts(account, WINDOW, Cursor.START);
        Page<PostReading> second = connector.posts(account, WINDOW, new Cursor(first.next()));
        Page<PostReading> third = connector.posts(account, WINDOW, new Cursor(second.next()));

        assertThat(first.items())
                .as("what is not for everybody is not read")
                .extracting(PostReading::kind)
                .containsExactly(PostKind.ORIGINAL, PostKind.REPLY, PostKind.REPOST, PostKind.QUOTE);
        assertThat(first.problems())
                .containsExactly(
                        new ItemProblem("113499999999999999", incomplete("api/v1/accounts/:id/statuses", "created_at")),
                        new ItemProblem(
                                "113499999999999998", incomplete("api/v1/accounts/:id/statuses", "visibility")));
        assertThat(second.items()).isEmpty();
        assertThat(third.items()).hasSize(4);
        assertThat(third.next()).isNull();
        assertThat(requests())
                .extracting(LoggedRequest::getUrl)
                .containsExactly(
                        "/at/salud.example/" + path + "?limit=40",
                        "/at/salud.example/" + path + "?limit=40&max_id=113499999999999990",
                        "/at/salud.example/" + path + "?limit=40&max_id=01HX%2F7");
    }

    @Test
    void goesOnBelowTheLastIdWhereAServerGivesNoLink() {
        String path = "api/v1/accounts/01FBVD42CQ3ZEEVMW180SBX03B/statuses";
        SERVER.stubFor(on("gts.example", path).willReturn(okJson("[]")));
        SERVER.stubFor(on("gts.example", path)
                .withQueryParam("max_id", absent())
                .willReturn(okJson(
                        "[{\"id\":\"01HZ9\",\"created_at\":\"2026-11-20T09:00:00.000Z\",\"visibility\":\"public\"}]")));
        AccountRef account = known("ostklinik@gts.example", "01FBVD42CQ3ZEEVMW180SBX03B", null);

        Page<PostReading> first = connector.posts(account, WINDOW, Cursor.START);

        assertThat(first.items()).extracting(PostReading::postId).containsExactly("01HZ9");
        assertThat(first.next()).isEqualTo("01HZ9");
        assertThat(connector.posts(account, WINDOW, new Cursor("01HZ9")).next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"statuses\":[]}"})
    void anAnswerThatIsNoListIsNoEmptyList(String body) {
        SERVER.stubFor(
                on("salud.example", "api/v1/accounts/" + NORD + "/statuses").willReturn(okJson(body)));

        assertThat(problem(() -> connector.posts(known("n@salud.example", NORD, null), WINDOW, Cursor.START)))
                .isEqualTo(PlatformProblem.of(
                        ProblemCode.CONTRACT_DRIFT, "api/v1/accounts/:id/statuses", "200 without list"));
    }

    // refresh

    @Test
    void refreshesSeveralStatusesAtOnceWhereTheServerCan() {
        SERVER.stubFor(
                on("salud.example", "api/v2/instance").willReturn(okJson("{\"api_versions\":{\"mastodon\":2}}")));
        SERVER.stubFor(on("salud.example", "api/v1/statuses").willReturn(fixture("statuses.json")));
        AccountRef account = known("nordklinik@salud.example", NORD, null);
        PostRef there = new PostRef(account, STATUS);
        PostRef gone = new PostRef(account, "42");
        PostRef hidden = new PostRef(account, "113500000000000000");
        PostRef unreadable = new PostRef(account, "113499999999999999");

        Map<PostRef, Result<PostReading>> results = connector.refresh(List.of(there, gone, hidden, unreadable));

        assertThat(results.get(there).reading().postId()).isEqualTo(STATUS);
        assertThat(results.get(gone).problem())
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, "api/v1/statuses", "200 left out"));
        assertThat(results.get(hidden).problem().code()).isEqualTo(ProblemCode.GONE);
        assertThat(results.get(unreadable).problem()).isEqualTo(incomplete("api/v1/statuses", "created_at"));
        assertThat(urls("api/v1/statuses"))
                .containsExactly("/at/salud.example/api/v1/statuses?id%5B%5D=" + STATUS
                        + "&id%5B%5D=42&id%5B%5D=113500000000000000&id%5B%5D=113499999999999999");
    }

    @Test
    void refreshesStatusesOneByOneWhereTheServerCannot() {
        SERVER.stubFor(on("gts.example", "api/v2/instance").willReturn(okJson("{\"version\":\"0.20.0\"}")));
        SERVER.stubFor(on("gts.example", "api/v1/statuses/01A")
                .willReturn(
                        okJson("{\"id\":\"01A\",\"created_at\":\"2026-11-20T09:00:00.000Z\",\"visibility\":\"public\","
                                + "\"favourites_count\":3}")));
        SERVER.stubFor(on("gts.example", "api/v1/statuses/01B").willReturn(error(404)));
        SERVER.stubFor(on("gts.example", "api/v1/statuses/01C").willReturn(error(503)));
        AccountRef account = known("ostklinik@gts.example", "01F", null);

        Map<PostRef, Result<PostReading>> results = connector.refresh(
                List.of(new PostRef(account, "01A"), new PostRef(account, "01B"), new PostRef(account, "01C")));

        assertThat(results.get(new PostRef(account, "01A")).reading().postId()).isEqualTo("01A");
        assertThat(results.get(new PostRef(account, "01B")).problem())
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, "api/v1/statuses/:id", "404"));
        assertThat(results.get(new PostRef(account, "01C")).problem().code()).isEqualTo(ProblemCode.TRANSIENT);
    }

    // interactions

    @Test
    void interactionsAreWhatStandsBelowAStatus() {
        SERVER.stubFor(
                on("salud.example", "api/v1/statuses/" + STATUS + "/context").willReturn(fixture("context.json")));

        Page<InteractionReading> page = connector.interactions(
                new PostRef(known("nordklinik@salud.example", NORD, null), STATUS), WINDOW, Cursor.START);

        assertThat(page.items())
                .extracting(InteractionReading::interactionId, InteractionReading::kind, InteractionReading::isByOwner)
                .containsExactly(
                        tuple("113500000000000010", InteractionKind.COMMENT, false),
                        tuple("113500000000000011", InteractionKind.REPLY, true));
        assertThat(page.problems())
                .as("problems name the status of the provider, not the one of the person")
                .containsExactly(new ItemProblem(STATUS, incomplete("api/v1/statuses/:id/context", "created_at")));
        assertThat(page.next()).isNull();
    }

    @Test
    void anAnswerStandsUnderTheFirstStatusOfTheAccountHoweverItWasFound() {
        SERVER.stubFor(on("salud.example", "api/v1/statuses/113500000000000011/context")
                .willReturn(okJson("""
                        {"ancestors": [{"id": "%s", "account": {"id": "%s"}},
                                       {"id": "113500000000000010", "account": {"id": "108000000000000001"}}],
                         "descendants": [{"id": "113500000000000099", "created_at": "2026-11-20T11:00:00Z",
                                          "visibility": "public", "in_reply_to_id": "113500000000000011"}]}
                        """.formatted(STATUS, NORD))));

        assertThat(connector
                        .interactions(
                                new PostRef(known("nordklinik@salud.example", NORD, null), "113500000000000011"),
                                WINDOW,
                                Cursor.START)
                        .items())
                .extracting(InteractionReading::postId, InteractionReading::kind)
                .containsExactly(tuple(STATUS, InteractionKind.REPLY));
    }

    @ParameterizedTest
    @CsvSource({"59, 1, false", "60, 1, true", "19, 19, false", "20, 20, true"})
    void saysThatWithoutATokenAServerShowsNoMore(int answers, int depth, boolean isCutOff) {
        SERVER.stubFor(on("salud.example", "api/v1/statuses/" + STATUS + "/context")
                .willReturn(okJson(conversation(answers, depth))));
        Page<InteractionReading> page = connector.interactions(
                new PostRef(known("nordklinik@salud.example", NORD, null), STATUS), WINDOW, Cursor.START);

        assertThat(page.items()).hasSize(answers);
        assertThat(page.problems())
                .isEqualTo(
                        isCutOff
                                ? List.of(new ItemProblem(
                                        STATUS,
                                        PlatformProblem.of(
                                                ProblemCode.PERMISSION,
                                                "api/v1/statuses/:id/context",
                                                "200 with as many answers as the server shows without a token")))
                                : List.of());
    }

    @Test
    void withATokenAServerShowsMore() {
        SERVER.stubFor(on("salud.example", "api/v1/statuses/" + STATUS + "/context")
                .withHeader("Authorization", equalTo("Bearer token-1"))
                .willReturn(okJson(conversation(100, 30))));

        Page<InteractionReading> page = connector.interactions(
                new PostRef(known("nordklinik@salud.example", NORD, "nord"), STATUS), WINDOW, Cursor.START);

        assertThat(page.items()).hasSize(100);
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void aDeletedStatusHasNoConversation() {
        SERVER.stubFor(
                on("salud.example", "api/v1/statuses/" + STATUS + "/context").willReturn(error(404)));

        assertThat(problem(() -> connector.interactions(
                        new PostRef(known("nordklinik@salud.example", NORD, null), STATUS), WINDOW, Cursor.START)))
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, "api/v1/statuses/:id/context", "404"));
    }

    // mentions

    @Test
    void readsMentionsOfAnOwnedAccount() {
        SERVER.stubFor(on("salud.example", "api/v1/notifications")
                .withHeader("Authorization", equalTo("Bearer token-1"))
                .willReturn(fixture("notifications.json")
                        .withHeader(
                                "Link", "<https://salud.example/api/v1/notifications?max_id=34975857>; rel=\"next\"")));
        AccountRef account = known("nordklinik@salud.example", NORD, "nord");

        Page<InteractionReading> page = connector.mentions(account, WINDOW, Cursor.START);

        assertThat(page.items())
                .as("neither direct messages nor likes nor what names somebody else")
                .extracting(InteractionReading::interactionId, InteractionReading::kind)
                .containsExactly(
                        tuple("113500000000000020", InteractionKind.MENTION),
                        tuple("113500000000000010", InteractionKind.COMMENT));
        assertThat(page.next()).isEqualTo("34975857");
        connector.mentions(account, WINDOW, new Cursor(page.next()));
        assertThat(urls("api/v1/notifications"))
                .containsExactly(
                        "/at/salud.example/api/v1/notifications?types%5B%5D=mention&limit=80",
                        "/at/salud.example/api/v1/notifications?types%5B%5D=mention&limit=80&max_id=34975857");
    }

    @Test
    void mentionsNeedACredential() {
        assertThat(problem(() -> connector.mentions(known("n@salud.example", NORD, null), WINDOW, Cursor.START)))
                .isEqualTo(PlatformProblem.of(
                        ProblemCode.PERMISSION, "api/v1/notifications", "no credential for this server"));
    }

    // access

    @Test
    void sendsATokenToItsOwnServerOnly() {
        SERVER.stubFor(get(anyUrl()).willReturn(fixture("account.json")));
        AccountRef own = named("nordklinik@salud.example", "only-salud");
        AccountRef other = named("nordklinik@fern.example", "only-salud");

        connector.accounts(List.of(own));
        connector.accounts(List.of(other));

        assertThat(requests())
                .extracting(request -> request.getUrl().split("/")[2], request -> request.getHeader("Authorization"))
                .containsExactly(tuple("salud.example", "Bearer token-2"), tuple("fern.example", null));
        assertThat(requests()).noneMatch(request -> request.getUrl().contains("token"));
    }

    @Test
    void aCredentialThatIsNotThereIsToldByItsName() {
        assertThatThrownBy(() -> connector.accounts(List.of(named("nordklinik@salud.example", "nowhere"))))
                .isInstanceOf(MissingCredentialException.class)
                .hasMessageContaining("'nowhere'");
    }

    @Test
    void everyServerHasALimitOfItsOwn() {
        SERVER.stubFor(on("voll.example", "api/v1/accounts/lookup")
                .inScenario("limit")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("renewed")
                .willReturn(error(429)
                        .withHeader("Date", "Sun, 22 Nov 2026 08:00:00 GMT")
                        .withHeader("X-RateLimit-Remaining", "0")
                        .withHeader("X-RateLimit-Reset", "2026-11-22T08:01:00.000000Z")));
        SERVER.stubFor(on("voll.example", "api/v1/accounts/lookup")
                .inScenario("limit")
                .whenScenarioStateIs("renewed")
                .willReturn(fixture("account.json")));
        SERVER.stubFor(on("salud.example", "api/v1/accounts/lookup").willReturn(fixture("account.json")));

        connector.accounts(List.of(named("a@salud.example", null)));
        assertThat(ticker.waited()).isZero();
        AccountRef limited = named("a@voll.example", null);
        assertThat(connector.accounts(List.of(limited)).get(limited).reading()).isNotNull();
        assertThat(ticker.waited()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(62));
        connector.accounts(List.of(named("b@salud.example", null)));
        assertThat(ticker.waited()).isLessThan(Duration.ofSeconds(63));
    }

    @Test
    void aBaseUrlStandsForEveryServer() {
        PlatformSettings settings = PlatformSettings.defaults(URI.create(SERVER.baseUrl()));
        SERVER.stubFor(get(urlPathEqualTo("/api/v1/accounts/lookup")).willReturn(fixture("account.json")));
        AccountRef account = named("nordklinik@salud.example", null);

        assertThat(connector(settings)
                        .accounts(List.of(account))
                        .get(account)
                        .reading()
                        .stableId())
                .isEqualTo(NORD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serverurl | https://{server} | is not known. Known are: server-url.",
                "server-url | {server} | it is no http address. Write it like https://{server}.",
            })
    void refusesSettingsThatCannotBeUsed(String name, String value, String message) {
        assertThatThrownBy(() -> connector(Map.of(name, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    private Connector connector(Map<String, String> named) {
        return connector(
                PlatformSettings.defaults(URI.create("http://127.0.0.1:1")).withSettings(named));
    }

    private Connector connector(PlatformSettings settings) {
        return new MastodonConnectorFactory()
                .connector(
                        settings,
                        TestClients.credentials(Map.of(
                                "nord",
                                "token-1",
                                "only-salud",
                                "{\"token\":\"token-2\",\"server\":\"salud.example\"}")),
                        TestClients.of("mastodon", settings, ticker, new TestClients.Ledger()));
    }

    private Capability.Offer offer(DataFamily family, Relation relation) {
        return connector.capabilities().of(family, relation).offer();
    }

    private static PlatformProblem problem(ThrowingCallable call) {
        return catchThrowableOfType(PlatformException.class, call).problem();
    }

    private static PlatformProblem incomplete(String endpoint, String field) {
        return PlatformProblem.of(ProblemCode.INCOMPLETE_RECORD, endpoint, "200 without " + field);
    }

    private static MappingBuilder on(String server, String path) {
        return get(urlPathEqualTo("/at/" + server + "/" + path));
    }

    private static ResponseDefinitionBuilder fixture(String name) {
        return okJson(TestClients.fixture("mastodon/" + name));
    }

    private static ResponseDefinitionBuilder error(int status) {
        return aResponse().withStatus(status).withBody("{\"error\":\"Bitte nicht lesen\"}");
    }

    /** Answers of which the first ones answer each other. */
    private static String conversation(int answers, int depth) {
        return IntStream.rangeClosed(1, answers)
                .mapToObj(i -> "{\"id\":\"" + i
                        + "\",\"created_at\":\"2026-11-20T11:00:00Z\",\"visibility\":\"public\","
                        + "\"in_reply_to_id\":\"" + (i > 1 && i <= depth ? Integer.toString(i - 1) : STATUS) + "\"}")
                .collect(Collectors.joining(",", "{\"ancestors\":[],\"descendants\":[", "]}"));
    }

    /** What the server was asked, in order. */
    private static List<LoggedRequest> requests() {
        List<LoggedRequest> requests = new ArrayList<>();
        SERVER.getAllServeEvents().forEach(event -> requests.add(0, event.getRequest()));
        return requests;
    }

    private static List<String> urls(String path) {
        return requests().stream()
                .map(LoggedRequest::getUrl)
                .filter(url -> url.endsWith("/" + path) || url.contains("/" + path + "?"))
                .toList();
    }

    private static AccountRef named(String handle, String credential) {
        return known(handle, null, credential);
    }

    private static AccountRef known(String handle, String stableId, String credential) {
        return new AccountRef("mastodon", handle, handle, stableId, Relation.OTHER, null, credential);
    }
}
