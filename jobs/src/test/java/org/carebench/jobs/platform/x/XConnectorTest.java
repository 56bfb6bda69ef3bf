package org.carebench.jobs.platform.x;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.Relation;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Capability;
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

class XConnectorTest {

    @RegisterExtension
    static final WireMockExtension X = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final String TOKEN = "bearer-of-the-test";
    private static final Window ALL = new Window(null, TestClients.NOW);
    private static final Window WEEK = new Window(Instant.parse("2026-11-18T03:04:05.678Z"), TestClients.NOW);
    private static final AccountRef ALBA = account("ClinicaAlba", "880011", Relation.OTHER);
    private static final PostRef POST = new PostRef(ALBA, "1990000000000000103");
    private static final String EMPTY = "{\"meta\":{\"result_count\":0}}";

    private final TestClients.Ticker ticker = new TestClients.Ticker();
    private final TestClients.Ledger ledger = new TestClients.Ledger();

    @Test
    void readsUsersByNameInOneRequest() {
        X.stubFor(get(urlPathEqualTo("/2/users/by")).willReturn(okJson(TestClients.fixture("x/users.json"))));
        AccountRef alba = account("@ClinicaAlba", null, Relation.OTHER);
        AccountRef harbor = account("HarborClinic", null, Relation.OTHER);
        AccountRef old = account("OldName", null, Relation.OTHER);
        AccountRef silent = account("silent", null, Relation.OTHER);

        Map<AccountRef, Result<AccountReading>> results = connector().accounts(List.of(alba, harbor, old, silent));

        assertThat(results).hasSize(4);
        assertThat(reading(results.get(alba)).status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(reading(results.get(harbor)).status()).isEqualTo(AccountStatus.PRIVATE);
        assertThat(problem(results.get(old)))
                .isEqualTo(PlatformProblem.of(ProblemCode.RENAMED_OR_GONE, "users/by", "200 resource-not-found"));
        assertThat(problem(results.get(silent)))
                .isEqualTo(PlatformProblem.of(ProblemCode.RENAMED_OR_GONE, "users/by", "200 left out"));
        X.verify(
                1,
                getRequestedFor(urlPathEqualTo("/2/users/by"))
                        .withQueryParam("usernames", equalTo("clinicaalba,harborclinic,oldname,silent"))
                        .withQueryParam(
                                "user.fields",
                                equalTo("public_metrics,created_at,protected,verified,withheld,description,url,"
                                        + "profile_image_url"))
                        .withHeader("Authorization", equalTo("Bearer " + TOKEN)));
        assertThat(X.getAllServeEvents())
                .allSatisfy(event -> assertThat(event.getRequest().getUrl()).doesNotContain(TOKEN));
    }

    @Test
    void readsKnownUsersByTheirPermanentIds() {
        X.stubFor(get(urlPathEqualTo("/2/users")).willReturn(okJson("""
                { "data": [ { "id": "1", "username": "new_name", "public_metrics": {"followers_count":1,"following_count":1,"post_count":1} } ],
                  "errors": [
                    { "parameter": "ids", "value": "2", "resource_id": "2", "resource_type": "user",
                      "type": "https://api.x.com/2/problems/resource-not-found" },
                    { "parameter": "ids", "value": "3", "resource_id": "3", "resource_type": "user",
                      "type": "https://api.x.com/2/problems/not-authorized-for-resource" },
                    { "parameter": "ids", "value": "4", "resource_id": "4", "resource_type": "user",
                      "type": "https://api.x.com/2/problems/resource-unavailable" } ] }
                """)));
        List<AccountRef> refs = IntStream.rangeClosed(1, 4)
                .mapToObj(id -> account("name" + id, Integer.toString(id), Relation.OTHER))
                .toList();

        Map<AccountRef, Result<AccountReading>> results = connector().accounts(refs);

        assertThat(reading(results.get(refs.get(0))).status()).isEqualTo(AccountStatus.RENAMED);
        assertThat(reading(results.get(refs.get(0))).handle()).isEqualTo("new_name");
        assertThat(problem(results.get(refs.get(1))).code()).isEqualTo(ProblemCode.GONE);
        AccountReading hidden = reading(results.get(refs.get(2)));
        assertThat(hidden.status()).isEqualTo(AccountStatus.PRIVATE);
        assertThat(hidden.stableId()).isEqualTo("3");
        assertThat(hidden.counters().get(Counter.FOLLOWERS))
                .isEqualTo(Measure.missing(MeasureState.NOT_AVAILABLE, "x.followers.v1"));
        assertThat(problem(results.get(refs.get(3))).code()).isEqualTo(ProblemCode.PERMISSION);
        X.verify(1, getRequestedFor(urlPathEqualTo("/2/users")).withQueryParam("ids", equalTo("1,2,3,4")));
    }

    @Test
    void asksForKnownAndUnknownUsersSeparately() {
        X.stubFor(get(urlPathEqualTo("/2/users/by")).willReturn(okJson(TestClients.fixture("x/users.json"))));
        X.stubFor(get(urlPathEqualTo("/2/users")).willReturn(okJson(TestClients.fixture("x/users.json"))));
        AccountRef unresolved = account("harborclinic", null, Relation.OTHER);

        Map<AccountRef, Result<AccountReading>> results = connector().accounts(List.of(ALBA, unresolved));

        assertThat(results.keySet()).containsExactlyInAnyOrder(ALBA, unresolved);
        X.verify(getRequestedFor(urlPathEqualTo("/2/users")).withQueryParam("ids", equalTo("880011")));
        X.verify(getRequestedFor(urlPathEqualTo("/2/users/by")).withQueryParam("usernames", equalTo("harborclinic")));
    }

    @Test
    void listsPostsToTheEndThroughShortAndEmptyPages() {
        X.stubFor(get(urlPathEqualTo("/2/users/880011/tweets"))
                .willReturn(okJson(TestClients.fixture("x/timeline_old_spelling.json"))));
        X.stubFor(get(urlPathEqualTo("/2/users/880011/tweets"))
                .withQueryParam("pagination_token", equalTo("7140w"))
                .willReturn(okJson("{\"meta\":{\"result_count\":0,\"next_token\":\"7140x\"}}")));
        X.stubFor(get(urlPathEqualTo("/2/users/880011/tweets"))
                .withQueryParam("pagination_token", equalTo("7140x"))
                .willReturn(okJson(TestClients.fixture("x/timeline_new_spelling.json"))));
        Connector connector = connector();

        Page<PostReading> first = connector.posts(ALBA, WEEK, Cursor.START);
        Page<PostReading> second = connector.posts(ALBA, WEEK, new Cursor(first.next()));
        Page<PostReading> third = connector.posts(ALBA, WEEK, new Cursor(second.next()));

        assertThat(first.items()).extracting(PostReading::postId).hasSize(3);
        assertThat(second.items()).isEmpty();
        assertThat(third.items()).hasSize(2);
        assertThat(third.next()).isNull();
        assertThat(List.of(first.problems(), second.problems(), third.problems()))
                .allMatch(List::isEmpty);
        X.verify(
                1,
                getRequestedFor(urlPathEqualTo("/2/users/880011/tweets"))
                        .withQueryParam("max_results", equalTo("100"))
                        .withQueryParam("start_time", equalTo("2026-11-18T03:04:05Z"))
                        .withQueryParam("pagination_token", absent())
                        .withQueryParam(
                                "tweet.fields",
                                equalTo("conversation_id,created_at,lang,public_metrics,author_id,"
                                        + "in_reply_to_user_id,referenced_tweets"))
                        .withHeader("Authorization", equalTo("Bearer " + TOKEN)));
        X.verify(3, getRequestedFor(urlPathEqualTo("/2/users/880011/tweets")));
    }

    @Test
    void takesAnAnswerWithoutDataForAnEmptyListing() {
        answer("/2/users/880011/tweets", okJson(EMPTY));

        assertThat(connector().posts(ALBA, ALL, Cursor.START)).isEqualTo(Page.<PostReading>empty());
        X.verify(getRequestedFor(urlPathEqualTo("/2/users/880011/tweets")).withQueryParam("start_time", absent()));
    }

    @Test
    void doesNotTakeAnAnswerOfAnotherFormForAnEmptyListing() {
        answer("/2/users/880011/tweets", okJson("{}"));

        assertProblem(() -> connector().posts(ALBA, ALL, Cursor.START), ProblemCode.CONTRACT_DRIFT, "200 without data");
    }

    @Test
    void doesNotBelieveACountWithoutData() {
        answer("/2/users/880011/tweets", okJson("{\"meta\":{\"result_count\":4}}"));

        assertProblem(() -> connector().posts(ALBA, ALL, Cursor.START), ProblemCode.CONTRACT_DRIFT, "200 without data");
    }

    @Test
    void saysThatAProtectedTimelineIsPrivate() {
        answer("/2/users/880011/tweets", okJson("""
                { "errors": [ { "resource_type": "user", "parameter": "id", "value": "880011", "resource_id": "880011",
                    "title": "Authorization Error", "type": "https://api.x.com/2/problems/not-authorized-for-resource" } ] }
                """));

        assertProblem(
                () -> connector().posts(ALBA, ALL, Cursor.START),
                ProblemCode.PRIVATE,
                "200 not-authorized-for-resource");
    }

    @Test
    void saysThatAnAccountWhoseTimelineIsAskedForIsGone() {
        answer("/2/users/880011/tweets", aResponse().withStatus(404).withBody("{\"type\":\"about:blank\"}"));

        assertProblem(() -> connector().posts(ALBA, ALL, Cursor.START), ProblemCode.GONE, "404");
    }

    @Test
    void reportsThatAListingWasCutAtTheCeiling() {
        answer("/2/users/880011/tweets", okJson(EMPTY));
        Cursor afterTheNewest = new Cursor("3200:32:7140z");

        Page<PostReading> page = connector().posts(ALBA, ALL, afterTheNewest);

        assertThat(page.next()).isNull();
        assertThat(page.problems())
                .containsExactly(new ItemProblem(
                        "", PlatformProblem.of(ProblemCode.PERMISSION, "users/:id/tweets", "only the newest 3200")));
    }

    @Test
    void reportsTheCeilingOfAListingWithShortPages() {
        answer("/2/users/880011/tweets", okJson(EMPTY));

        assertThat(connector().posts(ALBA, ALL, new Cursor("3120:32:7140z")).problems())
                .hasSize(1);
        assertThat(connector().posts(ALBA, ALL, new Cursor("2900:30:7140z")).problems())
                .isEmpty();
    }

    @Test
    void keepsAPageOfWhichOnePostCannotBeRead() {
        answer("/2/users/880011/tweets", okJson("""
                { "data": [
                    { "id": "11", "text": "without time", "public_metrics": {} },
                    { "id": "12", "created_at": "2026-11-20T09:00:00.000Z",
                      "public_metrics": { "retweet_count": 1, "reply_count": 1, "like_count": 1, "quote_count": 1,
                        "bookmark_count": 1, "impression_count": 1 } } ],
                  "meta": { "result_count": 2 } }
                """));

        Page<PostReading> page = connector().posts(ALBA, ALL, Cursor.START);

        assertThat(page.items()).extracting(PostReading::postId).containsExactly("12");
        assertThat(page.problems())
                .containsExactly(new ItemProblem(
                        "11",
                        PlatformProblem.of(
                                ProblemCode.INCOMPLETE_RECORD, "users/:id/tweets", "200 without created_at")));
    }

    @Test
    void reportsACounterThatIsAbsentInBothSpellingsOncePerPage() {
        answer("/2/users/880011/tweets", okJson("""
                { "data": [
                    { "id": "12", "created_at": "2026-11-20T09:00:00.000Z", "public_metrics": { "share_count": 4,
                        "reply_count": 1, "like_count": 1, "quote_count": 1, "bookmark_count": 1, "impression_count": 1 } },
                    { "id": "13", "created_at": "2026-11-20T09:00:00.000Z", "public_metrics": { "share_count": 5,
                        "reply_count": 1, "like_count": 1, "quote_count": 1, "bookmark_count": 1, "impression_count": 1 } } ],
                  "meta": { "result_count": 2 } }
                """));

        Page<PostReading> page = connector().posts(ALBA, ALL, Cursor.START);

        assertThat(page.items()).allSatisfy(post -> {
            assertThat(post.counters().get(Counter.SHARES).state()).isEqualTo(MeasureState.UNREADABLE);
            assertThat(post.counters().get(Counter.LIKES).value()).isEqualTo(1);
        });
    }

    @Test
    void keepsAPostOfWhichAFieldCouldNotBeFilled() {
        answer("/2/users/880011/tweets", okJson("""
                { "data": [ { "id": "12", "created_at": "2026-11-20T09:00:00.000Z", "text": "t" } ],
                  "errors": [ { "resource_type": "tweet", "resource_id": "12", "field": "public_metrics",
                    "type": "https://api.x.com/2/problems/field-hydration-failure" } ],
                  "meta": { "result_count": 1 } }
                """));

        Page<PostReading> page = connector().posts(ALBA, ALL, Cursor.START);

        assertThat(page.items().get(0).counters().get(Counter.LIKES).state()).isEqualTo(MeasureState.NOT_AVAILABLE);
        assertThat(page.problems())
                .containsExactly(new ItemProblem(
                        "12",
                        PlatformProblem.of(ProblemCode.TRANSIENT, "users/:id/tweets", "200 field-hydration-failure")));
    }

    @Test
    void asksInTheNewSpellingWhereTheProfileSaysSo() {
        answer("/2/users/880011/tweets", okJson(TestClients.fixture("x/timeline_new_spelling.json")));

        connector(Map.of("spelling", "post")).posts(ALBA, ALL, Cursor.START);

        X.verify(getRequestedFor(urlPathEqualTo("/2/users/880011/tweets"))
                .withQueryParam("tweet.fields", absent())
                .withQueryParam(
                        "post.fields",
                        equalTo("conversation_id,created_at,lang,public_metrics,author_id,in_reply_to_user_id,"
                                + "referenced_posts")));
    }

    @Test
    void triesTheOtherSpellingOnceAndRemembersIt() {
        refuse("tweet.fields");
        X.stubFor(get(urlPathEqualTo("/2/users/880011/tweets"))
                .withQueryParam("post.fields", equalTo(Spelling.POST.fields()))
                .willReturn(okJson(TestClients.fixture("x/timeline_new_spelling.json"))));
        Connector connector = connector(Map.of("spelling", "auto"));

        assertThat(connector.posts(ALBA, ALL, Cursor.START).items()).hasSize(2);
        assertThat(connector.posts(ALBA, ALL, Cursor.START).items()).hasSize(2);

        assertThat(requests("tweet.fields")).isEqualTo(1);
        assertThat(requests("post.fields")).isEqualTo(2);
    }

    @Test
    void asksForExpansionsWhereTheNewSpellingKnowsNoOtherWay() {
        refuse("post.fields");
        X.stubFor(get(urlPathEqualTo("/2/users/880011/tweets"))
                .withQueryParam("post.fields", equalTo("conversation_id,created_at,lang,public_metrics,text"))
                .withQueryParam("expansions", equalTo("author_id,in_reply_to_user_id,referenced_posts"))
                .willReturn(okJson("""
                        { "data": [ { "id": "12", "created_at": "2026-11-20T09:00:00.000Z", "author_id": "880011",
                            "referenced_posts": [ { "type": "quoted", "id": "7" } ], "public_metrics": { "repost_count": 0,
                              "reply_count": 1, "like_count": 2, "quote_count": 0, "bookmark_count": 0, "impression_count": 7 } } ],
                          "includes": { "users": [ { "id": "880011" } ], "posts": [ { "id": "7" } ] },
                          "meta": { "result_count": 1 } }
                        """)));
        PlatformSettings settings = withCap(10_000_000).withSettings(Map.of("spelling", "post"));

        Page<PostReading> page = connector(settings).posts(ALBA, ALL, Cursor.START);

        assertThat(page.items()).extracting(PostReading::kind).containsExactly(PostKind.QUOTE);
        assertThat(ledger.total()).isEqualTo(2 * 5_000 + 10_000);
        X.verify(2, getRequestedFor(urlPathEqualTo("/2/users/880011/tweets")));
    }

    @Test
    void saysWhatIsRefusedWhereEverySpellingIs() {
        refuse("tweet.fields");
        X.stubFor(get(urlPathEqualTo("/2/users/880011/tweets"))
                .withQueryParam("post.fields", matching(".*"))
                .willReturn(refusal("post.fields")));

        assertProblem(
                () -> connector(Map.of("spelling", "auto")).posts(ALBA, ALL, Cursor.START),
                ProblemCode.BAD_REQUEST,
                "400 invalid-request post.fields");
        X.verify(3, getRequestedFor(urlPathEqualTo("/2/users/880011/tweets")));
    }

    @Test
    void triesNoOtherSpellingWhereAnotherParameterIsRefused() {
        answer("/2/users/880011/tweets", refusal("start_time"));

        assertProblem(
                () -> connector(Map.of("spelling", "auto")).posts(ALBA, ALL, Cursor.START),
                ProblemCode.BAD_REQUEST,
                "400 invalid-request");
        X.verify(1, getRequestedFor(urlPathEqualTo("/2/users/880011/tweets")));
    }

    @Test
    void triesNoOtherSpellingUnlessItMay() {
        refuse("tweet.fields");

        assertProblem(
                () -> connector().posts(ALBA, ALL, Cursor.START),
                ProblemCode.BAD_REQUEST,
                "400 invalid-request tweet.fields");
        X.verify(1, getRequestedFor(urlPathEqualTo("/2/users/880011/tweets")));
    }

    @Test
    void letsAListingBeginAnewWhereItsPositionIsRefused() {
        answer("/2/users/880011/tweets", refusal("pagination_token"));

        assertProblem(
                () -> connector().posts(ALBA, ALL, new Cursor("100:1:stale")),
                ProblemCode.CONTRACT_DRIFT,
                "cursor refused");
    }

    @Test
    void refreshesPostsAndTellsWhichAreGone() {
        answer("/2/tweets", okJson("""
                { "data": [ { "id": "12", "created_at": "2026-11-20T09:00:00.000Z", "public_metrics": { "retweet_count": 0,
                    "reply_count": 1, "like_count": 2, "quote_count": 0, "bookmark_count": 0, "impression_count": 7 } } ],
                  "errors": [
                    { "resource_type": "tweet", "parameter": "ids", "value": "13", "resource_id": "13",
                      "type": "https://api.x.com/2/problems/resource-not-found" },
                    { "resource_type": "tweet", "parameter": "ids", "value": "14", "resource_id": "14",
                      "type": "https://api.x.com/2/problems/not-authorized-for-resource" } ] }
                """));
        List<PostRef> posts = IntStream.rangeClosed(12, 15)
                .mapToObj(id -> new PostRef(ALBA, Integer.toString(id)))
                .toList();

        Map<PostRef, Result<PostReading>> results = connector().refresh(posts);

        assertThat(reading(results.get(posts.get(0)))
                        .counters()
                        .get(Counter.LIKES)
                        .value())
                .isEqualTo(2);
        assertThat(problem(results.get(posts.get(1))))
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, "tweets", "200 resource-not-found"));
        assertThat(problem(results.get(posts.get(2))).code()).isEqualTo(ProblemCode.PRIVATE);
        assertThat(problem(results.get(posts.get(3))))
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, "tweets", "200 left out"));
        List<LoggedRequest> sent = X.findAll(getRequestedFor(urlPathEqualTo("/2/tweets")));
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).queryParameter("ids").firstValue().split(","))
                .containsExactlyInAnyOrder("12", "13", "14", "15");
    }

    @Test
    void takesAnEmptyLookUpForThingsThatAreGone() {
        answer("/2/tweets", okJson("{\"data\":[],\"meta\":{\"result_count\":0}}"));
        answer("/2/users/by", okJson(EMPTY));
        AccountRef unknown = account("unknown", null, Relation.OTHER);

        assertThat(problem(connector().refresh(List.of(POST)).get(POST)).code()).isEqualTo(ProblemCode.GONE);
        assertThat(problem(connector().accounts(List.of(unknown)).get(unknown)).code())
                .isEqualTo(ProblemCode.RENAMED_OR_GONE);
    }

    @Test
    void doesNotTakeALookUpOfAnotherFormForThingsThatAreGone() {
        answer("/2/tweets", okJson("{\"posts\":[]}"));

        assertProblem(() -> connector().refresh(List.of(POST)), ProblemCode.CONTRACT_DRIFT, "200 without data");
    }

    @Test
    void findsRepliesByTheirConversation() {
        answer("/2/tweets/search/recent", okJson(TestClients.fixture("x/conversation.json")));

        Page<InteractionReading> page = connector().interactions(POST, WEEK, Cursor.START);

        assertThat(page.items())
                .extracting(InteractionReading::interactionId)
                .containsExactly("1990000000000000203", "1990000000000000202");
        assertThat(page.items()).extracting(InteractionReading::isByOwner).containsExactly(true, false);
        assertThat(page.problems()).isEmpty();
        assertThat(page.next()).isNull();
        X.verify(getRequestedFor(urlPathEqualTo("/2/tweets/search/recent"))
                .withQueryParam("query", equalTo("conversation_id:1990000000000000103"))
                .withQueryParam("max_results", equalTo("100"))
                .withQueryParam("start_time", equalTo("2026-11-18T03:04:05Z")));
    }

    @Test
    void reportsThatOldRepliesCannotBeSearched() {
        answer("/2/tweets/search/recent", okJson("{\"meta\":{\"result_count\":0,\"next_token\":\"n\"}}"));
        Window month = new Window(TestClients.NOW.minus(Duration.ofDays(30)), TestClients.NOW);
        Connector connector = connector();

        Page<InteractionReading> first = connector.interactions(POST, month, Cursor.START);
        Page<InteractionReading> second = connector.interactions(POST, month, new Cursor(first.next()));

        assertThat(first.problems())
                .containsExactly(new ItemProblem(
                        POST.postId(),
                        PlatformProblem.of(ProblemCode.PERMISSION, "tweets/search/recent", "search covers 7 days")));
        assertThat(second.problems()).isEmpty();
        X.verify(2, getRequestedFor(urlPathEqualTo("/2/tweets/search/recent")).withQueryParam("start_time", absent()));
        X.verify(
                1,
                getRequestedFor(urlPathEqualTo("/2/tweets/search/recent"))
                        .withQueryParam("pagination_token", equalTo("n")));
    }

    @Test
    void missesNoReplyToAPostThatIsYoungerThanTheSearch() {
        answer("/2/tweets/search/recent", okJson(EMPTY));
        PostRef young = new PostRef(
                ALBA, Long.toString((Instant.parse("2026-11-20T09:00:00Z").toEpochMilli() - 1_288_834_974_657L) << 22));
        PostRef ofNoTime = new PostRef(ALBA, "a1");

        assertThat(connector().interactions(young, ALL, Cursor.START).problems())
                .isEmpty();
        assertThat(connector().interactions(ofNoTime, ALL, Cursor.START).problems())
                .hasSize(1);
        assertThat(connector().interactions(POST, ALL, Cursor.START).problems()).hasSize(1);
        X.verify(3, getRequestedFor(urlPathEqualTo("/2/tweets/search/recent")).withQueryParam("start_time", absent()));
    }

    @Test
    void listsQuotesAfterRepliesWhereItIsToldTo() {
        answer("/2/tweets/search/recent", okJson(EMPTY));
        answer("/2/tweets/1990000000000000103/quote_tweets", okJson("""
                { "data": [ { "id": "21", "author_id": "70", "created_at": "2026-11-20T09:00:00.000Z",
                    "referenced_tweets": [ { "type": "quoted", "id": "1990000000000000103" } ],
                    "public_metrics": { "retweet_count": 0, "reply_count": 1, "like_count": 2, "quote_count": 0,
                      "bookmark_count": 0, "impression_count": 7 } } ],
                  "meta": { "result_count": 1, "next_token": "q2" } }
                """));
        Connector connector = connector(Map.of("quotes", "true"));

        Page<InteractionReading> replies = connector.interactions(POST, WEEK, Cursor.START);
        Page<InteractionReading> quotes = connector.interactions(POST, WEEK, new Cursor(replies.next()));
        connector.interactions(POST, WEEK, new Cursor(quotes.next()));

        assertThat(quotes.items()).singleElement().satisfies(quote -> {
            assertThat(quote.kind()).isEqualTo(InteractionKind.QUOTE);
            assertThat(quote.postId()).isEqualTo(POST.postId());
            assertThat(quote.parentId()).isEqualTo(POST.postId());
        });
        X.verify(
                1,
                getRequestedFor(urlPathEqualTo("/2/tweets/1990000000000000103/quote_tweets"))
                        .withQueryParam("pagination_token", equalTo("q2")));
    }

    @Test
    void listsMentionsButNoRepostsOfThem() {
        answer("/2/users/880011/mentions", okJson(TestClients.fixture("x/mentions.json")));

        Page<InteractionReading> page = connector().mentions(ALBA, WEEK, Cursor.START);

        assertThat(page.items())
                .extracting(InteractionReading::kind)
                .containsExactly(InteractionKind.MENTION, InteractionKind.COMMENT, InteractionKind.REPLY);
        assertThat(page.problems()).isEmpty();
        X.verify(getRequestedFor(urlPathEqualTo("/2/users/880011/mentions"))
                .withQueryParam("max_results", equalTo("100"))
                .withQueryParam("start_time", equalTo("2026-11-18T03:04:05Z")));
    }

    @Test
    void reportsTheCeilingOfMentions() {
        answer("/2/users/880011/mentions", okJson(EMPTY));

        assertThat(connector().mentions(ALBA, WEEK, new Cursor("800:8:m9")).problems())
                .extracting(problem -> problem.problem().evidence())
                .containsExactly("only the newest 800");
    }

    @Test
    void paysForWhatWasReadAndNoMore() {
        X.stubFor(get(urlPathEqualTo("/2/users/by")).willReturn(okJson(TestClients.fixture("x/users.json"))));
        answer("/2/users/880011/tweets", okJson(TestClients.fixture("x/timeline_old_spelling.json")));
        Connector connector = connector(withCap(10_000_000));

        connector.accounts(List.of(account("ClinicaAlba", null, Relation.OTHER), account("old", null, Relation.OTHER)));
        assertThat(ledger.total()).isEqualTo(2 * 10_000);

        connector.posts(ALBA, ALL, Cursor.START);
        assertThat(ledger.total()).isEqualTo(2 * 10_000 + 3 * 5_000);

        connector.posts(account("ClinicaAlba", "880011", Relation.OWNED), ALL, Cursor.START);
        assertThat(ledger.total()).isEqualTo(2 * 10_000 + 3 * 5_000 + 3 * 1_000);
    }

    @Test
    void paysForARefreshWhatEachPostCosts() {
        answer("/2/tweets", okJson("{\"data\":[{\"id\":\"12\"},{\"id\":\"13\"}]}"));
        AccountRef own = account("Own", "880013", Relation.OWNED);

        connector(withCap(10_000_000))
                .refresh(List.of(new PostRef(ALBA, "12"), new PostRef(own, "13"), new PostRef(ALBA, "14")));

        assertThat(ledger.total()).isEqualTo(5_000 + 1_000);
    }

    @Test
    void neverSpendsMoreThanTheCapOverAllEndpoints() {
        // A full page of others' posts may cost half a dollar; the cap has room for two.
        answer("/2/users/880011/tweets", okJson(fullPage()));
        answer("/2/users/880011/mentions", okJson(fullPage()));
        answer("/2/tweets/search/recent", okJson(fullPage()));
        Connector connector = connector(withCap(1_200_000));

        connector.posts(ALBA, ALL, Cursor.START);
        connector.mentions(ALBA, ALL, Cursor.START);

        assertThatThrownBy(() -> connector.interactions(POST, WEEK, Cursor.START))
                .isInstanceOfSatisfying(PlatformException.class, failure -> {
                    assertThat(failure.problem().code()).isEqualTo(ProblemCode.QUOTA_EXHAUSTED);
                    assertThat(failure.problem().retryIn())
                            .isEqualTo(Duration.ofDays(8).plusHours(14));
                });
        assertThat(ledger.total()).isEqualTo(1_000_000);
        X.verify(0, getRequestedFor(urlPathEqualTo("/2/tweets/search/recent")));
    }

    @Test
    void countsAnAnswerThatCannotBeReadAsPaidInFull() {
        answer("/2/users/880011/tweets", aResponse().withStatus(200).withBody("{\"data\":[{\"id\""));
        PlatformSettings settings = withCap(700_000);

        assertThatThrownBy(() -> connector(settings).posts(ALBA, ALL, Cursor.START))
                .isInstanceOf(PlatformException.class);

        assertThat(ledger.total()).isEqualTo(500_000);
        X.verify(1, getRequestedFor(urlPathEqualTo("/2/users/880011/tweets")));
    }

    @Test
    void doesNotPayForErrors() {
        answer("/2/users/880011/tweets", aResponse().withStatus(403).withBody("{\"type\":\"about:blank\"}"));

        assertThatThrownBy(() -> connector(withCap(700_000)).posts(ALBA, ALL, Cursor.START))
                .isInstanceOf(PlatformException.class);

        assertThat(ledger.total()).isZero();
    }

    @Test
    void waitsForTheResetOfTheEndpointThatIsUsedUp() {
        String reset = Long.toString(TestClients.NOW.plusSeconds(50).getEpochSecond());
        answer(
                "/2/users/880011/tweets",
                okJson(EMPTY)
                        .withHeader("Date", "Sun, 22 Nov 2026 10:00:00 GMT")
                        .withHeader("x-rate-limit-remaining", "0")
                        .withHeader("x-rate-limit-reset", reset));
        answer("/2/users/880011/mentions", okJson(EMPTY));
        Connector connector = connector();

        connector.posts(ALBA, ALL, Cursor.START);
        connector.mentions(ALBA, ALL, Cursor.START);
        assertThat(ticker.waited()).isZero();

        connector.posts(ALBA, ALL, Cursor.START);
        assertThat(ticker.waited()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(52));
    }

    @Test
    void triesAgainWhenTheLimitIsRenewed() {
        X.stubFor(get(urlPathEqualTo("/2/users/880011/tweets"))
                .inScenario("limit")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("renewed")
                .willReturn(aResponse()
                        .withStatus(429)
                        .withHeader("Retry-After", "20")
                        .withBody("{\"errors\":[{\"code\":88,\"message\":\"x\"}]}")));
        X.stubFor(get(urlPathEqualTo("/2/users/880011/tweets"))
                .inScenario("limit")
                .whenScenarioStateIs("renewed")
                .willReturn(okJson(EMPTY)));

        assertThat(connector().posts(ALBA, ALL, Cursor.START).items()).isEmpty();
        assertThat(ticker.waited()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(22));
    }

    @Test
    void saysThatATokenHasExpired() {
        X.stubFor(any(anyUrl())
                .willReturn(
                        aResponse().withStatus(401).withBody("{\"title\":\"Unauthorized\",\"type\":\"about:blank\"}")));

        assertProblem(() -> connector().posts(ALBA, ALL, Cursor.START), ProblemCode.AUTH_EXPIRED, "401");
        assertProblem(() -> connector().accounts(List.of(ALBA)), ProblemCode.AUTH_EXPIRED, "401");
    }

    @Test
    void offersEverythingPublicForOthersToo() {
        Map<DataFamily, Capability.Offer> others = List.of(DataFamily.values()).stream()
                .collect(Collectors.toMap(
                        family -> family,
                        family -> connector()
                                .capabilities()
                                .of(family, Relation.OTHER)
                                .offer()));

        assertThat(others)
                .containsEntry(DataFamily.ACCOUNT, Capability.Offer.FULL)
                .containsEntry(DataFamily.POSTS, Capability.Offer.PARTIAL)
                .containsEntry(DataFamily.POST_REFRESH, Capability.Offer.FULL)
                .containsEntry(DataFamily.INTERACTIONS, Capability.Offer.PARTIAL)
                .containsEntry(DataFamily.MENTIONS, Capability.Offer.PARTIAL)
                .containsEntry(DataFamily.REVIEWS, Capability.Offer.NONE)
                .containsEntry(DataFamily.INSIGHTS, Capability.Offer.NONE);
    }

    @Test
    void estimatesCostsInMillionthsOfADollar() {
        assertThat(connector().estimatedCost(DataFamily.ACCOUNT, 100)).isEqualTo(1_000_000);
        assertThat(connector().estimatedCost(DataFamily.POST_REFRESH, 100)).isEqualTo(500_000);
        assertThat(connector().estimatedCost(DataFamily.REVIEWS, 100)).isZero();
    }

    private Connector connector() {
        return connector(Map.of());
    }

    private Connector connector(Map<String, String> own) {
        return connector(settings().withSettings(own));
    }

    private Connector connector(PlatformSettings settings) {
        return new XConnectorFactory()
                .connector(
                        settings,
                        TestClients.credentials(Map.of("x-app", TOKEN)),
                        TestClients.of("x", settings, ticker, ledger));
    }

    private static PlatformSettings settings() {
        return PlatformSettings.defaults(URI.create(X.baseUrl()));
    }

    private static PlatformSettings withCap(long millionths) {
        PlatformSettings base = settings();
        return new PlatformSettings(
                base.baseUrl(),
                base.concurrency(),
                null,
                base.timeout(),
                base.maxResponse(),
                base.attempts(),
                base.longestWait(),
                new PlatformSettings.Quota(millionths, PlatformSettings.Period.MONTH, ZoneOffset.UTC),
                null,
                List.of(),
                base.depth(),
                Map.of());
    }

    private static AccountRef account(String handle, @Nullable String stableId, Relation relation) {
        return new AccountRef("x", handle, handle, stableId, relation, null, "x-app");
    }

    private static void answer(String path, ResponseDefinitionBuilder answer) {
        X.stubFor(get(urlPathEqualTo(path)).willReturn(answer));
    }

    private static void refuse(String parameter) {
        answer("/2/users/880011/tweets", refusal(parameter));
    }

    private static ResponseDefinitionBuilder refusal(String parameter) {
        return aResponse().withStatus(400).withBody("""
                {"errors":[{"parameters":{"%s":["v"]},"message":"words"}],"title":"Invalid Request","detail":"words",
                 "type":"https://api.x.com/2/problems/invalid-request"}
                """.formatted(parameter));
    }

    private static long requests(String parameter) {
        return X.getAllServeEvents().stream()
                .filter(event -> event.getRequest().queryParameter(parameter).isPresent())
                .count();
    }

    private static String fullPage() {
        String posts = IntStream.range(0, 100)
                .mapToObj(number -> "{\"id\":\"" + (1000 + number)
                        + "\",\"created_at\":\"2026-11-20T09:00:00.000Z\",\"public_metrics\":{}}")
                .collect(Collectors.joining(","));
        return "{\"data\":[" + posts + "],\"meta\":{\"result_count\":100}}";
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
