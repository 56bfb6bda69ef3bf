package org.carebench.jobs.platform.linkedin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.Relation;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Authorizer;
import org.carebench.jobs.platform.Capability;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.InsightReading;
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

class LinkedInConnectorTest {

    @RegisterExtension
    static final WireMockExtension LINKEDIN = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final String TOKEN = "token-of-the-test";
    private static final Window ALL = new Window(null, TestClients.NOW);
    private static final AccountRef ALBA = account("clinica-alba", "550011");
    private static final String SHARE = "urn:li:share:7000000000000000003";
    private static final String UGC = "urn:li:ugcPost:7000000000000000002";
    private static final String COMMENTS = "/rest/socialActions/urn%3Ali%3Ashare%3A7000000000000000003/comments";

    private final TestClients.Ticker ticker = new TestClients.Ticker();

    @Test
    void readsAnOrganizationAndItsFollowers() {
        answer("/rest/organizations/550011", okJson(fixture("organization")));
        answer("/rest/networkSizes/urn%3Ali%3Aorganization%3A550011", okJson("{\"firstDegreeSize\":2310}"));

        AccountReading reading = reading(connector().accounts(List.of(ALBA)).get(ALBA));

        assertThat(reading.counters().get(Counter.FOLLOWERS).value()).isEqualTo(2310);
        LINKEDIN.verify(
                1,
                getRequestedFor(urlPathEqualTo("/rest/organizations/550011"))
                        .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                        .withHeader("Linkedin-Version", equalTo("202607"))
                        .withHeader("X-Restli-Protocol-Version", equalTo("2.0.0")));
        LINKEDIN.verify(
                1,
                getRequestedFor(urlPathEqualTo("/rest/networkSizes/urn%3Ali%3Aorganization%3A550011"))
                        .withQueryParam("edgeType", equalTo("COMPANY_FOLLOWED_BY_MEMBER"))
                        .withHeader("Linkedin-Version", equalTo("202607")));
        assertThat(LINKEDIN.getAllServeEvents())
                .allSatisfy(event -> assertThat(event.getRequest().getUrl()).doesNotContain(TOKEN));
    }

    @Test
    void asksForFollowersAsOlderSamplesDoWhereItIsRefused() {
        answer("/rest/organizations/550011", okJson(fixture("organization")));
        answer("/rest/networkSizes/urn%3Ali%3Aorganization%3A550011", error(400, "ILLEGAL_ARGUMENT"));
        LINKEDIN.stubFor(get(urlPathEqualTo("/rest/networkSizes/urn%3Ali%3Aorganization%3A550011"))
                .withQueryParam("edgeType", equalTo("CompanyFollowedByMember"))
                .willReturn(okJson("{\"firstDegreeSize\":8}")));

        assertThat(reading(connector().accounts(List.of(ALBA)).get(ALBA))
                        .counters()
                        .get(Counter.FOLLOWERS)
                        .value())
                .isEqualTo(8);
    }

    @Test
    void keepsAnOrganizationWhoseFollowersItMayNotSee() {
        answer("/rest/organizations/550011", okJson(fixture("organization")));
        answer("/rest/networkSizes/urn%3Ali%3Aorganization%3A550011", error(403, "ACCESS_DENIED"));

        assertThat(reading(connector().accounts(List.of(ALBA)).get(ALBA))
                        .counters()
                        .get(Counter.FOLLOWERS)
                        .state())
                .isEqualTo(MeasureState.NOT_PERMITTED);
    }

    @Test
    void losesNoOtherOrganizationWhenOneIsRefused() {
        AccountRef withdrawn = account("withdrawn", "550012");
        AccountRef gone = account("gone", "550013");
        answer("/rest/organizations/550011", okJson(fixture("organization")));
        answer("/rest/networkSizes/urn%3Ali%3Aorganization%3A550011", okJson("{\"firstDegreeSize\":2310}"));
        answer("/rest/organizations/550012", error(403, "ACCESS_DENIED"));
        answer("/rest/organizations/550013", error(404, "RESOURCE_NOT_FOUND"));

        Map<AccountRef, Result<AccountReading>> results = connector().accounts(List.of(withdrawn, gone, ALBA));

        assertThat(problem(results.get(withdrawn)))
                .isEqualTo(PlatformProblem.of(ProblemCode.PERMISSION, "organizations/:id", "403 ACCESS_DENIED"));
        assertThat(problem(results.get(gone)))
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, "organizations/:id", "404 RESOURCE_NOT_FOUND"));
        assertThat(reading(results.get(ALBA))).isNotNull();
    }

    @Test
    void resolvesAnOrganizationByItsName() {
        AccountRef named = account("clinica-alba", null);
        AccountRef unknown = account("nobody", null);
        answer("/rest/organizations", okJson("{\"elements\":[]}"));
        LINKEDIN.stubFor(get(urlPathEqualTo("/rest/organizations"))
                .withQueryParam("q", equalTo("vanityName"))
                .withQueryParam("vanityName", equalTo("clinica-alba"))
                .willReturn(okJson("{\"elements\":[" + fixture("organization") + "]}")));
        answer("/rest/organizations/550011", okJson(fixture("organization")));
        answer("/rest/networkSizes/urn%3Ali%3Aorganization%3A550011", okJson("{\"firstDegreeSize\":2310}"));

        Map<AccountRef, Result<AccountReading>> results = connector().accounts(List.of(named, unknown));

        assertThat(reading(results.get(named)).stableId()).isEqualTo("550011");
        assertThat(problem(results.get(unknown)).code()).isEqualTo(ProblemCode.RENAMED_OR_GONE);
    }

    @Test
    void listsPostsWithTheirStatistics() {
        answer("/rest/posts", okJson(fixture("posts")));
        LINKEDIN.stubFor(get(urlPathEqualTo("/rest/organizationalEntityShareStatistics"))
                .willReturn(okJson("{\"elements\":[]}")));
        LINKEDIN.stubFor(get(urlPathEqualTo("/rest/organizationalEntityShareStatistics"))
                .withQueryParam("shares", matching(".*"))
                .willReturn(okJson(fixture("share_statistics"))));
        answer("/rest/socialMetadata/urn%3Ali%3AugcPost%3A7000000000000000002", okJson(fixture("social_metadata")));

        Page<PostReading> page = connector().posts(ALBA, ALL, Cursor.START);

        assertThat(page.items())
                .extracting(PostReading::kind)
                .containsExactly(PostKind.ORIGINAL, PostKind.ORIGINAL, PostKind.REPOST, PostKind.QUOTE);
        assertThat(page.items().get(0).counters().get(Counter.IMPRESSIONS).value())
                .isEqualTo(900);
        assertThat(page.items().get(1).counters().get(Counter.LIKES).value()).isEqualTo(5);
        assertThat(page.items().get(1).counters().get(Counter.IMPRESSIONS).state())
                .isEqualTo(MeasureState.NOT_AVAILABLE);
        assertThat(page.items().get(3).counters().get(Counter.IMPRESSIONS).value())
                .isEqualTo(40);
        assertThat(page.problems()).isEmpty();
        assertThat(page.next()).isNull();
        LINKEDIN.verify(
                1,
                getRequestedFor(urlPathEqualTo("/rest/posts"))
                        .withQueryParam("author", equalTo("urn:li:organization:550011"))
                        .withQueryParam("q", equalTo("author"))
                        .withQueryParam("count", equalTo("100"))
                        .withQueryParam("sortBy", equalTo("LAST_MODIFIED"))
                        .withQueryParam("start", absent()));
        List<LoggedRequest> statistics =
                LINKEDIN.findAll(getRequestedFor(urlPathEqualTo("/rest/organizationalEntityShareStatistics")));
        assertThat(statistics)
                .extracting(LoggedRequest::getUrl)
                .containsExactlyInAnyOrder(
                        "/rest/organizationalEntityShareStatistics?q=organizationalEntity"
                                + "&organizationalEntity=urn%3Ali%3Aorganization%3A550011"
                                + "&shares=List(urn%3Ali%3Ashare%3A7000000000000000003,"
                                + "urn%3Ali%3Ashare%3A7000000000000000000)&count=100",
                        "/rest/organizationalEntityShareStatistics?q=organizationalEntity"
                                + "&organizationalEntity=urn%3Ali%3Aorganization%3A550011"
                                + "&ugcPosts=List(urn%3Ali%3AugcPost%3A7000000000000000002)&count=100");
    }

    @Test
    void keepsPostsWhoseStatisticsAreRefused() {
        answer("/rest/posts", okJson(posts(SHARE)));
        answer("/rest/organizationalEntityShareStatistics", error(403, "ACCESS_DENIED"));
        answer("/rest/socialMetadata/urn%3Ali%3Ashare%3A7000000000000000003", okJson(fixture("social_metadata")));

        Page<PostReading> page = connector().posts(ALBA, ALL, Cursor.START);

        assertThat(page.items().get(0).counters().get(Counter.LIKES).value()).isEqualTo(5);
        assertThat(page.items().get(0).counters().get(Counter.CLICKS).state()).isEqualTo(MeasureState.NOT_PERMITTED);
        assertThat(page.problems())
                .containsExactly(new ItemProblem(
                        "",
                        PlatformProblem.of(
                                ProblemCode.PERMISSION, "organizationalEntityShareStatistics", "403 ACCESS_DENIED")));
    }

    @Test
    void takesAStatisticThatIsNotThereForUnreadable() {
        answer("/rest/posts", okJson(posts(SHARE)));
        answer(
                "/rest/organizationalEntityShareStatistics",
                okJson("{\"elements\":[{\"share\":\"" + SHARE + "\",\"totalShareStatistics\":{\"impressionCount\":9,"
                        + "\"uniqueImpressionsCount\":8,\"clickCount\":1,\"likeCount\":2,\"commentCount\":3}}]}"));

        Page<PostReading> page = connector().posts(ALBA, ALL, Cursor.START);

        assertThat(page.items().get(0).counters().unreadable()).containsExactly(Counter.SHARES);
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void keepsAPostOfWhichNoCounterIsGiven() {
        answer("/rest/posts", okJson(posts(UGC)));
        answer("/rest/organizationalEntityShareStatistics", okJson("{\"elements\":[]}"));
        answer("/rest/socialMetadata/urn%3Ali%3AugcPost%3A7000000000000000002", error(404, "NOT_FOUND"));

        Page<PostReading> page = connector().posts(ALBA, ALL, Cursor.START);

        assertThat(page.items().get(0).counters().get(Counter.LIKES).state()).isEqualTo(MeasureState.NOT_AVAILABLE);
        assertThat(page.problems()).extracting(ItemProblem::subject).containsExactly(UGC);
    }

    @Test
    void goesOnByOffsetThroughCappedAndEmptyPages() {
        answer("/rest/posts", okJson("{\"paging\":{\"start\":110,\"count\":100,\"total\":111},\"elements\":[]}"));
        listing(null, "{\"paging\":{\"start\":0,\"count\":100,\"links\":[],\"total\":111}," + repost("1") + "}");
        listing("1", "{\"paging\":{\"start\":1,\"count\":100,\"links\":[],\"total\":111},\"elements\":[]}");
        listing("101", "{\"paging\":{\"start\":101,\"count\":100,\"links\":[],\"total\":111}," + repost("2") + "}");
        Connector connector = connector();

        List<PostReading> posts = all(connector);

        assertThat(posts).extracting(PostReading::postId).containsExactly("urn:li:share:1", "urn:li:share:2");
    }

    @Test
    void goesOnWithoutATotalUntilAPageIsEmpty() {
        answer("/rest/posts", okJson("{\"paging\":{\"start\":2,\"count\":10},\"elements\":[]}"));
        listing(null, "{\"paging\":{\"start\":0,\"count\":10}," + repost("1") + "}");
        listing("1", "{\"paging\":{\"start\":1,\"count\":10}," + repost("2") + "}");

        assertThat(all(connector())).hasSize(2);
    }

    @Test
    void endsWhereTheServerDoesNotKnowOffsets() {
        answer("/rest/posts", okJson("{\"paging\":{\"start\":0,\"count\":10}," + repost("1") + "}"));

        all(connector());

        LINKEDIN.verify(2, getRequestedFor(urlPathEqualTo("/rest/posts")));
    }

    @Test
    void goesOnByTokenWhereTheAnswerHoldsOne() {
        listing(null, "{\"metadata\":{\"nextPageToken\":\"t=1&x\"}," + repost("1") + "}");
        LINKEDIN.stubFor(get(urlPathEqualTo("/rest/posts"))
                .withQueryParam("pageToken", equalTo("t=1&x"))
                .willReturn(okJson("{\"metadata\":{}," + repost("2") + "}")));

        assertThat(all(connector())).hasSize(2);
        LINKEDIN.verify(
                1,
                getRequestedFor(urlPathEqualTo("/rest/posts"))
                        .withQueryParam("pageToken", equalTo("t=1&x"))
                        .withQueryParam("start", absent()));
    }

    @Test
    void doesNotTakeAnAnswerOfAnotherFormForAnEmptyListing() {
        answer("/rest/posts", okJson("{\"items\":[]}"));

        assertProblem(
                () -> connector().posts(ALBA, ALL, Cursor.START), ProblemCode.CONTRACT_DRIFT, "200 without elements");
    }

    @Test
    void listsCommentsAndTheRepliesUnderThem() {
        answer(COMMENTS, okJson(fixture("comments")));
        answer(
                "/rest/socialActions/urn%3Ali%3Acomment%3A%28urn%3Ali%3Aactivity%3A7050%2C7100000000000000001%29/comments",
                okJson(fixture("replies")));

        Page<InteractionReading> page = connector().interactions(new PostRef(ALBA, SHARE), ALL, Cursor.START);

        assertThat(page.items())
                .extracting(InteractionReading::interactionId)
                .containsExactly("7100000000000000001", "7100000000000000003", "7100000000000000002");
        assertThat(page.items())
                .extracting(InteractionReading::kind)
                .containsExactly(InteractionKind.COMMENT, InteractionKind.COMMENT, InteractionKind.REPLY);
        assertThat(page.items()).extracting(InteractionReading::isByOwner).containsExactly(false, false, true);
        assertThat(page.items()).extracting(InteractionReading::text).containsOnlyNulls();
        assertThat(page.problems()).isEmpty();
        assertThat(page.next()).isNull();
        LINKEDIN.verify(getRequestedFor(urlPathEqualTo(COMMENTS)).withQueryParam("count", equalTo("100")));
    }

    @Test
    void keepsCommentsWhoseRepliesAreRefused() {
        answer(COMMENTS, okJson(fixture("comments")));
        LINKEDIN.stubFor(
                get(urlMatching("/rest/socialActions/urn%3Ali%3Acomment.*")).willReturn(error(403, "ACCESS_DENIED")));

        Page<InteractionReading> page = connector().interactions(new PostRef(ALBA, SHARE), ALL, Cursor.START);

        assertThat(page.items()).hasSize(2);
        assertThat(page.problems()).extracting(ItemProblem::subject).containsExactly("7100000000000000001");
    }

    @Test
    void readsDailyStatisticsOfSharesThenOfFollowers() {
        answer("/rest/organizationalEntityShareStatistics", okJson(fixture("daily_shares")));
        answer("/rest/organizationalEntityFollowerStatistics", okJson(fixture("daily_followers")));
        Window window = new Window(Instant.parse("2026-11-19T05:00:00Z"), TestClients.NOW);
        Connector connector = connector();

        Page<InsightReading> shares = connector.insights(ALBA, window, Cursor.START);
        Page<InsightReading> followers = connector.insights(ALBA, window, new Cursor(shares.next()));

        assertThat(shares.items()).hasSize(2 * 5);
        assertThat(shares.items())
                .extracting(InsightReading::day)
                .contains(LocalDate.parse("2026-11-19"), LocalDate.parse("2026-11-20"));
        assertThat(shares.problems())
                .containsExactly(new ItemProblem(
                        "shareCount",
                        PlatformProblem.of(
                                ProblemCode.CONTRACT_DRIFT,
                                "organizationalEntityShareStatistics",
                                "200 without shareCount")));
        assertThat(followers.items())
                .extracting(InsightReading::metric)
                .containsExactly("organicFollowerGain", "paidFollowerGain");
        assertThat(followers.next()).isNull();
        assertThat(LINKEDIN.findAll(getRequestedFor(urlPathEqualTo("/rest/organizationalEntityFollowerStatistics"))))
                .extracting(LoggedRequest::getUrl)
                .containsExactly("/rest/organizationalEntityFollowerStatistics?q=organizationalEntity"
                        + "&organizationalEntity=urn%3Ali%3Aorganization%3A550011"
                        + "&timeIntervals=(timeRange:(start:1795046400000,end:1795305600000),timeGranularityType:DAY)"
                        + "&count=100");
    }

    @Test
    void asksForNoStatisticsBeforeTheLastTwelveMonths() {
        answer("/rest/organizationalEntityShareStatistics", okJson("{\"elements\":[]}"));

        connector().insights(ALBA, ALL, Cursor.START);

        long start = Instant.parse("2025-11-23T00:00:00Z").toEpochMilli();
        assertThat(LINKEDIN.getAllServeEvents().get(0).getRequest().getUrl()).contains("(start:" + start + ",");
    }

    @Test
    void asksForNoStatisticsOfADayThatIsNotOver() {
        assertThat(connector()
                        .insights(
                                ALBA, new Window(Instant.parse("2026-11-22T01:00:00Z"), TestClients.NOW), Cursor.START))
                .isEqualTo(Page.<InsightReading>empty());
        assertThat(LINKEDIN.getAllServeEvents()).isEmpty();
    }

    @Test
    void renewsAnExpiredTokenOnceForAllRequests() {
        LINKEDIN.stubFor(any(anyUrl()).willReturn(error(401, "EXPIRED_ACCESS_TOKEN")));
        LINKEDIN.stubFor(get(urlPathEqualTo("/rest/posts"))
                .withHeader("Authorization", equalTo("Bearer renewed"))
                .willReturn(okJson("{\"elements\":[]}")));
        LINKEDIN.stubFor(post(urlPathEqualTo("/oauth/token"))
                .inScenario("tokens")
                .willReturn(okJson("{\"access_token\":\"first\",\"expires_in\":5184000}"))
                .willSetStateTo("first"));
        LINKEDIN.stubFor(post(urlPathEqualTo("/oauth/token"))
                .inScenario("tokens")
                .whenScenarioStateIs("first")
                .willReturn(okJson("{\"access_token\":\"renewed\",\"expires_in\":5184000}")));
        Connector connector = connector(renewable(), Map.of("token-url", LINKEDIN.baseUrl() + "/oauth/token"));

        connector.posts(ALBA, ALL, Cursor.START);
        connector.posts(ALBA, ALL, Cursor.START);

        LINKEDIN.verify(
                2,
                postRequestedFor(urlPathEqualTo("/oauth/token"))
                        .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                        .withRequestBody(equalTo("grant_type=refresh_token&refresh_token=re%2Ffresh&client_id=id"
                                + "&client_secret=shh")));
        LINKEDIN.verify(3, getRequestedFor(urlPathEqualTo("/rest/posts")));
    }

    @Test
    void asksNobodyAnyMoreUntilTheDayOfTheLimitIsOver() {
        LINKEDIN.stubFor(any(anyUrl()).willReturn(error(429, "TOO_MANY_REQUESTS")));
        Connector connector = connector();

        assertProblem(
                () -> connector.posts(ALBA, ALL, Cursor.START), ProblemCode.QUOTA_EXHAUSTED, "429 TOO_MANY_REQUESTS");
        assertProblem(
                () -> connector.posts(ALBA, ALL, Cursor.START),
                ProblemCode.QUOTA_EXHAUSTED,
                "refused before: 429 TOO_MANY_REQUESTS");

        LINKEDIN.verify(1, getRequestedFor(urlPathEqualTo("/rest/posts")));
    }

    @Test
    void saysThatAccessHasToBeGrantedAnew() {
        LINKEDIN.stubFor(any(anyUrl()).willReturn(error(401, "EXPIRED_ACCESS_TOKEN")));
        LINKEDIN.stubFor(post(urlPathEqualTo("/oauth/token"))
                .willReturn(aResponse().withStatus(400).withBody("{\"error\":\"invalid_grant\"}")));

        assertProblem(
                () -> connector(renewable(), Map.of("token-url", LINKEDIN.baseUrl() + "/oauth/token"))
                        .posts(ALBA, ALL, Cursor.START),
                ProblemCode.AUTH_REVOKED,
                "400 invalid_grant");
    }

    @Test
    void cannotRenewATokenAlone() {
        LINKEDIN.stubFor(any(anyUrl()).willReturn(error(401, "EXPIRED_ACCESS_TOKEN")));

        assertProblem(
                () -> connector().posts(ALBA, ALL, Cursor.START), ProblemCode.AUTH_EXPIRED, "401 EXPIRED_ACCESS_TOKEN");
        LINKEDIN.verify(1, getRequestedFor(urlPathEqualTo("/rest/posts")));
    }

    @Test
    void saysThatTheVersionIsOver() {
        LINKEDIN.stubFor(any(anyUrl()).willReturn(error(426, "NONEXISTENT_VERSION")));

        assertProblem(
                () -> connector(TOKEN, Map.of("version", "202403")).accounts(List.of(ALBA)),
                ProblemCode.CONTRACT_DRIFT,
                "426 NONEXISTENT_VERSION");
        LINKEDIN.verify(
                1,
                getRequestedFor(urlPathEqualTo("/rest/organizations/550011"))
                        .withHeader("Linkedin-Version", equalTo("202403")));
    }

    @Test
    void warnsOnceOfTheEndOfTheVersion() {
        LINKEDIN.stubFor(any(anyUrl())
                .willReturn(okJson("{\"elements\":[]}").withHeader("Date", "Sun, 22 Nov 2026 10:00:00 GMT")));
        List<String> warnings = new ArrayList<>();
        PlatformSettings settings = PlatformSettings.defaults(URI.create(LINKEDIN.baseUrl()));
        LinkedInClient client = new LinkedInClient(
                TestClients.of("linkedin", settings).apply(new LinkedInRules(), Authorizer.NONE),
                URI.create(LINKEDIN.baseUrl()),
                new ApiVersion("202601", LocalDate.parse("2027-01-17")),
                warnings::add);

        client.posts("1", PagePosition.START, null);
        client.posts("1", PagePosition.START, null);

        assertThat(warnings).singleElement().asString().contains("202601").contains("2027-01-17");
    }

    @Test
    void leavesADayThatIsUsedUpToTheNext() {
        LINKEDIN.stubFor(any(anyUrl())
                .willReturn(error(429, "TOO_MANY_REQUESTS").withHeader("Date", "Sun, 22 Nov 2026 20:00:00 GMT")));

        assertThatThrownBy(() -> connector().posts(ALBA, ALL, Cursor.START))
                .isInstanceOfSatisfying(PlatformException.class, failure -> {
                    assertThat(failure.problem().code()).isEqualTo(ProblemCode.QUOTA_EXHAUSTED);
                    assertThat(failure.problem().retryIn()).isEqualTo(Duration.ofHours(4));
                });
        assertThat(ticker.waited()).isZero();
    }

    @Test
    void offersNothingOfOthers() {
        for (DataFamily family : DataFamily.values()) {
            assertThat(connector().capabilities().of(family, Relation.OTHER))
                    .isEqualTo(Capability.none("LinkedIn shows only name, logo and website of other organizations"));
        }
        assertThat(connector()
                        .capabilities()
                        .of(DataFamily.POSTS, Relation.OWNED)
                        .isOffered())
                .isTrue();
        assertThat(connector()
                        .capabilities()
                        .of(DataFamily.POST_REFRESH, Relation.OWNED)
                        .isOffered())
                .isFalse();
    }

    private Connector connector() {
        return connector(TOKEN, Map.of());
    }

    private Connector connector(String credential, Map<String, String> own) {
        PlatformSettings settings =
                PlatformSettings.defaults(URI.create(LINKEDIN.baseUrl())).withSettings(own);
        return new LinkedInConnectorFactory()
                .connector(
                        settings,
                        TestClients.credentials(Map.of("li", credential)),
                        TestClients.of("linkedin", settings, ticker, new TestClients.Ledger()));
    }

    private static String renewable() {
        return """
                {"token":"old","refresh_token":"re/fresh","client_id":"id","client_secret":"shh"}
                """;
    }

    private static List<PostReading> all(Connector connector) {
        List<PostReading> posts = new ArrayList<>();
        Page<PostReading> page = connector.posts(ALBA, ALL, Cursor.START);
        posts.addAll(page.items());
        while (page.next() != null) {
            page = connector.posts(ALBA, ALL, new Cursor(page.next()));
            posts.addAll(page.items());
        }
        return posts;
    }

    private static AccountRef account(String handle, @Nullable String stableId) {
        return new AccountRef("linkedin", handle, handle, stableId, Relation.OWNED, null, "li");
    }

    private static void listing(@Nullable String start, String body) {
        LINKEDIN.stubFor(get(urlPathEqualTo("/rest/posts"))
                .withQueryParam("start", start == null ? absent() : equalTo(start))
                .withQueryParam("pageToken", absent())
                .willReturn(okJson(body)));
    }

    private static String repost(String id) {
        return "\"elements\":[{\"id\":\"urn:li:share:" + id
                + "\",\"publishedAt\":1795053600000,\"reshareContext\":{\"parent\":\"urn:li:share:9\"}}]";
    }

    private static String posts(String urn) {
        return "{\"paging\":{\"start\":0,\"count\":100,\"total\":1},\"elements\":[{\"id\":\"" + urn
                + "\",\"publishedAt\":1795053600000,\"commentary\":\"t\"}]}";
    }

    private static void answer(String path, ResponseDefinitionBuilder answer) {
        LINKEDIN.stubFor(get(urlPathEqualTo(path)).willReturn(answer));
    }

    private static ResponseDefinitionBuilder error(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withBody("{\"status\":" + status + ",\"code\":\"" + code + "\",\"message\":\"words\"}");
    }

    private static String fixture(String name) {
        return TestClients.fixture("linkedin/" + name + ".json");
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
