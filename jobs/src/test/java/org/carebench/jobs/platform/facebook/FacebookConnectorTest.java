package org.carebench.jobs.platform.facebook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.Relation;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Capability;
import org.carebench.jobs.platform.Completed;
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
import org.carebench.jobs.platform.graph.GraphServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacebookConnectorTest {

    private static final String ID = "1000000000001";
    private static final String PAGE = "/v26.0/" + ID;
    private static final String POST_ID = ID + "_2001";
    private static final String POST_PATH = "/v26.0/" + POST_ID;

    private static final String BASIC = "id,name,username,followers_count,is_published,verification_status";
    private static final String WITH_RATINGS = BASIC + ",overall_star_rating,rating_count";
    private static final String WITH_PROFILE =
            WITH_RATINGS + ",about,website,phone,single_line_address,category,picture{is_silhouette}";
    private static final String POST_FIELDS = "id,created_time,message,permalink_url,status_type,shares,"
            + "reactions.summary(total_count).limit(0),comments.summary(total_count).filter(stream).limit(0)";
    private static final String COMMENT_FIELDS = "id,created_time,message,from,parent{id},comment_count,like_count";
    private static final String POST_METRIC = "post_total_media_view_unique";
    private static final List<String> METRICS = List.of(
            "page_follows",
            "page_daily_follows_unique",
            "page_daily_unfollows_unique",
            "page_media_view",
            "page_total_media_view_unique",
            "page_views_total",
            "page_post_engagements",
            "page_video_views");
    private static final Window WINDOW = new Window(null, TestClients.NOW);

    private static final AccountRef OWN = page("ValleyHospital", ID, Relation.OWNED);
    private static final AccountRef RIVAL = page("ValleyHospital", ID, Relation.OTHER);
    private static final PostRef OWN_POST = new PostRef(OWN, POST_ID);
    private static final PostRef RIVAL_POST = new PostRef(RIVAL, POST_ID);

    private static final GraphServer SERVER = new GraphServer();

    private Connector connector;

    @BeforeEach
    void start() {
        SERVER.reset();
        connector = connector(SERVER.settings());
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void readsAPageByItsIdWithTheTokenInAHeader() {
        SERVER.answerFixture("facebook/page.json", PAGE, "fields", WITH_PROFILE);

        assertThat(connector.accounts(List.of(OWN)).get(OWN).reading()).returns(ID, AccountReading::stableId);
        assertThat(SERVER.authorizations()).containsExactly("Bearer token-page");
        assertThat(SERVER.asked()).noneMatch(request -> request.contains("token"));
    }

    @Test
    void resolvesAPageByItsName() {
        AccountRef unresolved = page("@ValleyHospital", null, Relation.OTHER);
        SERVER.answerFixture("facebook/page.json", "/v26.0/ValleyHospital", "fields", WITH_PROFILE);

        assertThat(connector.accounts(List.of(unresolved)).get(unresolved).reading())
                .returns(ID, AccountReading::stableId);
    }

    @Test
    void asksForFewerFieldsWhereTheVersionLacksSomeAndRemembersIt() {
        SERVER.refuse(100, null, PAGE, "fields", WITH_PROFILE);
        SERVER.refuse(100, null, PAGE, "fields", WITH_RATINGS);
        SERVER.answer("{\"id\": \"" + ID + "\", \"followers_count\": 8}", PAGE, "fields", BASIC);

        AccountReading first = connector.accounts(List.of(OWN)).get(OWN).reading();
        connector.accounts(List.of(OWN));

        assertThat(first.counters().get(Counter.FOLLOWERS).value()).isEqualTo(8);
        assertThat(first.counters().get(Counter.RATINGS).state()).isEqualTo(MeasureState.NOT_IN_SOURCE);
        assertThat(SERVER.asked()).hasSize(4);
    }

    @Test
    void doesNotBlameTheFieldsWhereEveryRequestIsRefused() {
        SERVER.refuse(100, null, PAGE, "fields", WITH_PROFILE);
        SERVER.refuse(100, null, PAGE, "fields", WITH_RATINGS);
        SERVER.refuse(100, null, PAGE, "fields", BASIC);

        assertThat(connector.accounts(List.of(OWN)).get(OWN).problem())
                .isEqualTo(PlatformProblem.of(ProblemCode.BAD_REQUEST, "page", "400 100"));
        connector.accounts(List.of(OWN));
        assertThat(SERVER.asked()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({
        "803, , RENAMED_OR_GONE, 400 803",
        "100, 33, GONE, 400 100/33",
        "10, , PERMISSION, 400 10",
        "190, 467, AUTH_REVOKED, 400 190/467",
        "368, , PERMISSION, 400 368",
    })
    void tellsWhyAPageCannotBeRead(int code, Integer subcode, ProblemCode expected, String evidence) {
        SERVER.refuse(code, subcode, PAGE, "fields", WITH_PROFILE);

        assertThat(connector.accounts(List.of(RIVAL)).get(RIVAL).problem())
                .isEqualTo(PlatformProblem.of(expected, "page", evidence));
    }

    @Test
    void pagesThroughPostsOfOthersPastAnEmptyPage() {
        posts("facebook/posts_1.json", "100", null);
        posts("facebook/posts_empty.json", "100", "P1");
        posts("facebook/posts_2.json", "100", "P2");

        Page<PostReading> first = connector.posts(RIVAL, WINDOW, Cursor.START);
        Page<PostReading> second = connector.posts(RIVAL, WINDOW, new Cursor(first.next()));
        Page<PostReading> third = connector.posts(RIVAL, WINDOW, new Cursor(second.next()));

        assertThat(first.items()).extracting(PostReading::postId).containsExactly(POST_ID);
        assertThat(first.problems())
                .containsExactly(new ItemProblem(
                        "1000000000001_2002",
                        PlatformProblem.of(
                                ProblemCode.INCOMPLETE_RECORD, "page/published_posts", "field created_time")));
        assertThat(second).returns(List.of(), Page::items).returns("P2", Page::next);
        assertThat(third.items()).extracting(PostReading::postId).containsExactly("1000000000001_2003");
        assertThat(third.next()).isNull();
    }

    @Test
    void listsOwnedPostsWithTheirReach() {
        posts("facebook/posts_1.json", "100", null);
        SERVER.answer(
                "{\"data\": [{\"name\": \"" + POST_METRIC + "\", \"period\": \"lifetime\","
                        + " \"values\": [{\"value\": 977}]}]}",
                POST_PATH + "/insights",
                "metric",
                POST_METRIC);

        Page<PostReading> page = connector.posts(OWN, WINDOW, Cursor.START);

        assertThat(connector.completesPosts(OWN)).isTrue();
        assertThat(connector.completesPosts(RIVAL)).isFalse();
        Completed<PostReading> completed = connector.complete(OWN, page.items().get(0), WINDOW.until());
        assertThat(completed.problems()).isEmpty();
        assertThat(completed.item().counters().get(Counter.REACH).value()).isEqualTo(977);
        assertThat(completed.item().counters().get(Counter.LIKES).value()).isEqualTo(31);
    }

    @Test
    void keepsOwnedPostsWhereTheirInsightsAreRetired() {
        posts("facebook/posts_1.json", "100", null);
        SERVER.refuse(100, null, POST_PATH + "/insights", "metric", POST_METRIC);

        Page<PostReading> page = connector.posts(OWN, WINDOW, Cursor.START);

        Completed<PostReading> completed = connector.complete(OWN, page.items().get(0), WINDOW.until());
        assertThat(completed.item().counters().get(Counter.REACH).state()).isEqualTo(MeasureState.NOT_IN_SOURCE);
        assertThat(completed.problems())
                .containsExactly(new ItemProblem(
                        POST_METRIC, PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "post/insights", "400 100")));
    }

    @Test
    void asksToBeginAgainWhereACursorIsRefused() {
        SERVER.refuse(100, null, PAGE + "/published_posts", "limit", "100", "fields", POST_FIELDS, "after", "OLD");

        assertThatThrownBy(() -> connector.posts(RIVAL, WINDOW, new Cursor("OLD")))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        e -> assertThat(e.problem())
                                .isEqualTo(PlatformProblem.of(
                                        ProblemCode.CONTRACT_DRIFT, "page/published_posts", "cursor refused")));
    }

    @Test
    void saysThatPublicContentAccessIsMissing() {
        SERVER.refuse(10, null, PAGE + "/published_posts", "limit", "100", "fields", POST_FIELDS);

        assertThatThrownBy(() -> connector.posts(RIVAL, WINDOW, Cursor.START))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        e -> assertThat(e.problem())
                                .isEqualTo(
                                        PlatformProblem.of(ProblemCode.PERMISSION, "page/published_posts", "400 10")));
    }

    @Test
    void readsPostsAgain() {
        PostRef deleted = new PostRef(RIVAL, "1000000000001_2009");
        SERVER.answer(
                TestClients.json(TestClients.fixture("facebook/posts_1.json"))
                        .items("data")
                        .get(0)
                        .node()
                        .toString(),
                POST_PATH,
                "fields",
                POST_FIELDS);
        SERVER.refuse(100, 33, "/v26.0/1000000000001_2009", "fields", POST_FIELDS);

        assertThat(connector.refresh(List.of(RIVAL_POST)).get(RIVAL_POST).reading())
                .returns(POST_ID, PostReading::postId);
        assertThat(connector.refresh(List.of(deleted)).get(deleted).problem())
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, "post", "400 100/33"));
    }

    @Test
    void doesNotReadAPostThatTheAnswerDoesNotIdentify() {
        SERVER.answer("{\"message\": \"x\"}", POST_PATH, "fields", POST_FIELDS);

        assertThat(connector.refresh(List.of(OWN_POST)).get(OWN_POST).problem())
                .isEqualTo(PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "post", "field id"));
    }

    @Test
    void listsCommentsAndRepliesOfOwnedPosts() {
        comments(TestClients.fixture("facebook/comments_owned.json"), null);

        Page<InteractionReading> page = connector.interactions(OWN_POST, WINDOW, Cursor.START);

        assertThat(page.next()).isNull();
        assertThat(page.items())
                .extracting(
                        InteractionReading::interactionId,
                        InteractionReading::kind,
                        InteractionReading::parentId,
                        InteractionReading::authorId,
                        InteractionReading::isByOwner)
                .containsExactly(
                        tuple("2001_3001", InteractionKind.COMMENT, OWN_POST.postId(), "7700000000001", false),
                        tuple("2001_3002", InteractionKind.REPLY, "2001_3001", ID, true));
    }

    @Test
    void listsCommentsOfOthersWithoutIdsAndAuthors() {
        comments(TestClients.fixture("facebook/comments_others.json"), null);

        Page<InteractionReading> page = connector.interactions(RIVAL_POST, WINDOW, Cursor.START);

        assertThat(page.problems()).isEmpty();
        assertThat(page.items())
                .hasSize(2)
                .allSatisfy(comment -> assertThat(comment)
                        .returns(null, InteractionReading::interactionId)
                        .returns(null, InteractionReading::authorId)
                        .returns(null, InteractionReading::isByOwner));
    }

    @Test
    void passesByPagesOfOldCommentsThatStandBeforeTheWantedOnes() {
        String comment = "{\"created_time\": \"%s\", \"message\": \"text\"}";
        String old = comment.formatted("2026-01-02T00:00:00+0000");
        String young = comment.formatted("2026-11-20T00:00:00+0000");
        String page = "{\"data\": [%s], \"paging\": {\"cursors\": {\"after\": \"%s\"}, \"next\": \"https://x\"}}";
        comments(page.formatted(old, "Q1"), null);
        comments(page.formatted(old, "Q2"), "Q1");
        comments(page.formatted(old + "," + young, "Q3"), "Q2");
        Window lastWeek = new Window(TestClients.NOW.minus(Duration.ofDays(7)), TestClients.NOW);

        Page<InteractionReading> read = connector.interactions(RIVAL_POST, lastWeek, Cursor.START);

        assertThat(read.items()).hasSize(2);
        assertThat(read.next()).isEqualTo("Q3");
    }

    @Test
    void listsPostsOfOthersThatTagThePage() {
        SERVER.answerFixture(
                "facebook/tagged.json", PAGE + "/tagged", "limit", "100", "fields", "id,created_time,message,from");

        assertThat(connector.mentions(OWN, WINDOW, Cursor.START).items())
                .singleElement()
                .satisfies(mention -> assertThat(mention)
                        .returns("7700000000001_9001", InteractionReading::interactionId)
                        .returns(InteractionKind.MENTION, InteractionReading::kind)
                        .returns("7700000000001", InteractionReading::authorId)
                        .returns(false, InteractionReading::isByOwner));
    }

    @Test
    void listsInsightsPerDayAndFindsTheRetiredMetric() {
        insights(METRICS, null);
        insights(METRICS.subList(0, 4), "{\"data\": []}");
        insights(METRICS.subList(4, 8), null);
        insights(METRICS.subList(4, 6), TestClients.fixture("facebook/insights.json"));
        insights(METRICS.subList(6, 8), null);
        insights(METRICS.subList(6, 7), "{\"data\": []}");
        insights(METRICS.subList(7, 8), null);

        Page<InsightReading> page = connector.insights(
                OWN, new Window(TestClients.NOW.minus(Duration.ofDays(1)), TestClients.NOW), Cursor.START);

        assertThat(page.next()).isNull();
        assertThat(page.problems())
                .containsExactly(new ItemProblem(
                        "page_video_views",
                        PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "page/insights", "400 100")));
        assertThat(page.items()).hasSize(7 * 3);
        assertThat(page.items())
                .filteredOn(reading -> reading.metric().equals("page_views_total"))
                .extracting(
                        InsightReading::day,
                        reading -> reading.value().state(),
                        reading -> reading.value().value())
                .containsExactly(
                        tuple(LocalDate.of(2026, 11, 19), MeasureState.REPORTED, 44L),
                        tuple(LocalDate.of(2026, 11, 20), MeasureState.PENDING, null),
                        tuple(LocalDate.of(2026, 11, 21), MeasureState.PENDING, null));
    }

    @Test
    void asksForInsightsInSpansThatThePlatformAllows() {
        SERVER.answer(
                aResponse().withBody("{\"data\": []}"),
                PAGE + "/insights",
                insightParameters(METRICS, "2026-08-26T07:00:00Z", "2026-11-22T10:00:00Z"));

        Page<InsightReading> page = connector.insights(OWN, WINDOW, Cursor.START);

        assertThat(page.next()).isEqualTo("2026-08-25");
    }

    @Test
    void doesNotFailThePageWhereTheServiceFailsForAMoment() {
        SERVER.answer(
                aResponse().withStatus(500).withBody("{\"error\": {\"code\": 2, \"is_transient\": true}}"),
                PAGE,
                "fields",
                WITH_PROFILE);

        assertThat(connector.accounts(List.of(OWN)).get(OWN).problem())
                .isEqualTo(PlatformProblem.of(ProblemCode.TRANSIENT, "page", "500 2"));
        assertThat(SERVER.asked()).hasSize(5);
    }

    @Test
    void tellsWhatItOffers() {
        assertThat(offer(DataFamily.INTERACTIONS, Relation.OWNED)).isEqualTo(Capability.Offer.FULL);
        assertThat(offer(DataFamily.INTERACTIONS, Relation.OTHER)).isEqualTo(Capability.Offer.PARTIAL);
        assertThat(offer(DataFamily.REVIEWS, Relation.OWNED)).isEqualTo(Capability.Offer.NONE);
        assertThat(offer(DataFamily.INSIGHTS, Relation.OTHER)).isEqualTo(Capability.Offer.NONE);
        assertThat(offer(DataFamily.MENTIONS, Relation.OTHER)).isEqualTo(Capability.Offer.NONE);
    }

    @Test
    void refusesASettingThatItDoesNotKnow() {
        PlatformSettings settings = SERVER.settings().withSettings(Map.of("ig-user-id", "1"));

        assertThatThrownBy(() -> connector(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Cannot read the settings of facebook: there is no setting [ig-user-id]. "
                        + "Take it out, or use one of [api-version].");
    }

    @Test
    void asksForTheVersionThatIsSet() {
        SERVER.answerFixture("facebook/page.json", "/v27.0/" + ID, "fields", WITH_PROFILE);
        Connector newer = connector(SERVER.settings().withSettings(Map.of("api-version", "v27.0")));

        Result<AccountReading> result = newer.accounts(List.of(OWN)).get(OWN);

        assertThat(result.reading()).returns(ID, AccountReading::stableId);
    }

    private Capability.Offer offer(DataFamily family, Relation relation) {
        return connector.capabilities().of(family, relation).offer();
    }

    private static void posts(String fixture, String limit, String after) {
        String path = PAGE + "/published_posts";
        if (after == null) {
            SERVER.answerFixture(fixture, path, "limit", limit, "fields", POST_FIELDS);
        } else {
            SERVER.answerFixture(fixture, path, "limit", limit, "fields", POST_FIELDS, "after", after);
        }
    }

    private static void comments(String body, String after) {
        String[] parameters = {
            "filter", "stream", "order", "chronological", "limit", "100", "fields", COMMENT_FIELDS, "after", after
        };
        SERVER.answer(
                body,
                POST_PATH + "/comments",
                after == null ? Arrays.copyOf(parameters, parameters.length - 2) : parameters);
    }

    /** Answers, or refuses where there is no body. */
    private static void insights(List<String> metrics, String body) {
        String[] parameters = insightParameters(metrics, "2026-11-19T08:00:00Z", "2026-11-22T10:00:00Z");
        if (body == null) {
            SERVER.refuse(100, null, PAGE + "/insights", parameters);
        } else {
            SERVER.answer(body, PAGE + "/insights", parameters);
        }
    }

    private static String[] insightParameters(List<String> metrics, String since, String until) {
        return new String[] {
            "metric", String.join(",", metrics), "period", "day", "since", seconds(since), "until", seconds(until)
        };
    }

    private static String seconds(String instant) {
        return Long.toString(Instant.parse(instant).getEpochSecond());
    }

    private static Connector connector(PlatformSettings settings) {
        return new FacebookConnectorFactory()
                .connector(
                        settings,
                        TestClients.credentials(Map.of("page", "token-page")),
                        TestClients.of("facebook", settings));
    }

    private static AccountRef page(String handle, String stableId, Relation relation) {
        return new AccountRef("facebook", "roster", handle, stableId, relation, null, "page");
    }
}
