package org.carebench.jobs.platform.instagram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.Relation;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Capability;
import org.carebench.jobs.platform.Completed;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.Credentials;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.InsightReading;
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
import org.carebench.jobs.platform.graph.GraphServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstagramConnectorTest {

    private static final String OWN_ID = "17841400000000101";
    private static final String ASKING_ID = "17841400000000999";
    private static final String RIVAL_ID = "17841400000000202";
    private static final String PROFILE =
            "id,username,name,biography,website,profile_picture_url,followers_count,follows_count,media_count";
    private static final String MEDIA =
            "id,caption,timestamp,permalink,media_type,media_product_type,like_count,comments_count";
    private static final String DISCOVERED = "business_discovery.username(hospital.rival){id,username,";
    private static final String COMMENT = "id,text,timestamp,username,from,parent_id,like_count";
    private static final String COMMENTS = COMMENT + ",replies.limit(50){" + COMMENT + "}";
    private static final Window WINDOW = new Window(null, TestClients.NOW);

    private static final AccountRef OWN = owned("klinik.amsee", OWN_ID);
    private static final AccountRef RIVAL = other("hospital.rival", RIVAL_ID);
    private static final PostRef OWN_POST = new PostRef(OWN, "17900000000000021");

    private static final GraphServer SERVER = new GraphServer();

    private TestClients.Ticker ticker;
    private Connector connector;

    @BeforeEach
    void start() {
        SERVER.reset();
        ticker = new TestClients.Ticker();
        connector = connector(Map.of(
                "own",
                "{\"token\": \"token-own\", \"ig_user_id\": \"" + OWN_ID + "\"}",
                "asking",
                "{\"token\": \"token-asking\", \"ig_user_id\": \"" + ASKING_ID + "\"}"));
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void readsAnOwnedProfileByItsId() {
        SERVER.answerFixture("instagram/user.json", "/v25.0/" + OWN_ID, "fields", PROFILE);

        Result<AccountReading> result = connector.accounts(List.of(OWN)).get(OWN);

        assertThat(result.reading()).returns(OWN_ID, AccountReading::stableId);
        assertThat(SERVER.authorizations()).containsExactly("Bearer token-own");
    }

    @Test
    void resolvesAnOwnedAccountByTheIdThatBelongsToItsAccess() {
        SERVER.answerFixture("instagram/user.json", "/v25.0/" + OWN_ID, "fields", PROFILE);
        AccountRef unresolved = owned("Klinik.AmSee", null);

        assertThat(connector.accounts(List.of(unresolved)).get(unresolved).reading())
                .returns(OWN_ID, AccountReading::stableId);
    }

    @Test
    void resolvesAnOwnedAccountByItsNameWhereTheAccessServesSeveral() {
        AccountRef sister = owned("tochter.klinik", null);
        SERVER.answerFixture("instagram/user.json", "/v25.0/" + OWN_ID, "fields", PROFILE);
        SERVER.answer(
                "{\"business_discovery\": {\"id\": \"17841400000000102\", \"username\": \"tochter.klinik\"}}",
                "/v25.0/" + OWN_ID,
                "fields",
                "business_discovery.username(tochter.klinik){" + PROFILE + "}");
        SERVER.answer(
                "{\"id\": \"17841400000000102\", \"username\": \"tochter.klinik\", \"followers_count\": 7}",
                "/v25.0/17841400000000102",
                "fields",
                PROFILE);

        assertThat(connector.accounts(List.of(sister)).get(sister).reading())
                .returns("17841400000000102", AccountReading::stableId);
    }

    @Test
    void readsAnotherProfileThroughOurOwnAccount() {
        AccountRef unresolved = other("@hospital.rival", null);
        SERVER.answerFixture(
                "instagram/business_discovery.json",
                "/v25.0/" + ASKING_ID,
                "fields",
                "business_discovery.username(hospital.rival){" + PROFILE + "}");

        Result<AccountReading> result = connector.accounts(List.of(unresolved)).get(unresolved);

        assertThat(result.reading())
                .returns(RIVAL_ID, AccountReading::stableId)
                .returns(AccountStatus.ACTIVE, AccountReading::status)
                .returns(
                        new AccountReading.Profile(false, false, true, null, null, null, null),
                        AccountReading::profile);
        assertThat(SERVER.authorizations()).containsExactly("Bearer token-asking");
        assertThat(SERVER.asked()).noneMatch(request -> request.contains("token"));
    }

    @Test
    void takesOurOwnAccountFromTheSettingsWhereTheCredentialIsATokenAlone() {
        PlatformSettings settings = SERVER.settings().withSettings(Map.of("ig-user-id", "17841400000000888"));
        SERVER.answerFixture(
                "instagram/business_discovery.json",
                "/v25.0/17841400000000888",
                "fields",
                "business_discovery.username(hospital.rival){" + PROFILE + "}");

        Connector plain = connector(settings, TestClients.credentials(Map.of("asking", "token-asking")));

        assertThat(plain.accounts(List.of(RIVAL)).get(RIVAL).reading()).returns(RIVAL_ID, AccountReading::stableId);
    }

    @Test
    void saysWhatIsMissingWhereNoAccountOfOurOwnIsNamed() {
        Connector plain = connector(Map.of("asking", "token-asking"));

        assertThatThrownBy(() -> plain.accounts(List.of(RIVAL)))
                .isInstanceOf(MissingCredentialException.class)
                .hasMessage("Cannot use credential 'asking' for instagram: it has no part 'ig_user_id', and there is "
                        + "no setting 'ig-user-id'. Write one of them.");
        assertThat(SERVER.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "110, 2207013, RENAMED_OR_GONE, 400 110/2207013",
        "100, 2207013, RENAMED_OR_GONE, 400 100/2207013",
        "10, , PERMISSION, 400 10",
        "190, 463, AUTH_EXPIRED, 400 190/463",
        "100, , BAD_REQUEST, 400 100",
    })
    void tellsWhyAnAccountCannotBeRead(int code, Integer subcode, ProblemCode expected, String evidence) {
        SERVER.refuse(
                code,
                subcode,
                "/v25.0/" + ASKING_ID,
                "fields",
                "business_discovery.username(hospital.rival){" + PROFILE + "}");

        assertThat(connector.accounts(List.of(RIVAL)).get(RIVAL).problem())
                .isEqualTo(PlatformProblem.of(expected, "business_discovery", evidence));
    }

    @Test
    void doesNotTakeANewOwnerOfANameForTheOldOne() {
        AccountRef former = other("hospital.rival", "17841400000000203");
        SERVER.answerFixture(
                "instagram/business_discovery.json",
                "/v25.0/" + ASKING_ID,
                "fields",
                "business_discovery.username(hospital.rival){" + PROFILE + "}");

        assertThat(connector.accounts(List.of(former)).get(former).problem())
                .isEqualTo(PlatformProblem.of(
                        ProblemCode.RENAMED_OR_GONE, "business_discovery", "200 name of another account"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a){id},media{id", "two words", "", "https://www.instagram.com/x"})
    void sendsNoHandleThatIsNoName(String handle) {
        AccountRef wrong = other(handle, null);

        assertThat(connector.accounts(List.of(wrong)).get(wrong).problem())
                .isEqualTo(PlatformProblem.of(ProblemCode.BAD_REQUEST, "business_discovery", "handle is no user name"));
        assertThat(SERVER.asked()).isEmpty();
    }

    @Test
    void doesNotAnswerForAnAccountThatTheAnswerLeavesOut() {
        SERVER.answer(
                "{\"id\": \"" + ASKING_ID + "\"}",
                "/v25.0/" + ASKING_ID,
                "fields",
                "business_discovery.username(hospital.rival){" + PROFILE + "}");

        assertThat(connector.accounts(List.of(RIVAL)).get(RIVAL).problem())
                .isEqualTo(PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "ig-user", "field id"));
    }

    @Test
    void pagesThroughMediaOfOthersByRewritingTheField() {
        discoverMedia("instagram/discovered_media_1.json", "");
        discoverMedia("instagram/discovered_media_2.json", ".after(CURSOR-1)");
        discoverMedia("instagram/discovered_media_end.json", ".after(CURSOR-2)");

        Page<PostReading> first = connector.posts(RIVAL, WINDOW, Cursor.START);
        Page<PostReading> second = connector.posts(RIVAL, WINDOW, new Cursor(first.next()));
        Page<PostReading> third = connector.posts(RIVAL, WINDOW, new Cursor(second.next()));

        assertThat(first.items())
                .extracting(PostReading::postId)
                .containsExactly("17900000000000011", "17900000000000012");
        assertThat(second.items()).extracting(PostReading::postId).containsExactly("17900000000000013");
        assertThat(third).isEqualTo(Page.empty());
    }

    @Test
    void listsNothingOfAnAccountWithoutMedia() {
        SERVER.answer(
                "{\"business_discovery\": {\"id\": \"" + RIVAL_ID + "\"}}",
                "/v25.0/" + ASKING_ID,
                "fields",
                discovered(""));

        assertThat(connector.posts(RIVAL, WINDOW, Cursor.START)).isEqualTo(Page.empty());
    }

    @Test
    void asksToBeginAgainWhereACursorIsRefused() {
        SERVER.refuse(100, null, "/v25.0/" + ASKING_ID, "fields", discovered(".after(OLD)"));

        assertThatThrownBy(() -> connector.posts(RIVAL, WINDOW, new Cursor("OLD")))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        e -> assertThat(e.problem())
                                .isEqualTo(PlatformProblem.of(
                                        ProblemCode.CONTRACT_DRIFT, "business_discovery", "cursor refused")));
    }

    @Test
    void listsOwnedMediaWithTheirInsights() {
        ownMedia("instagram/media_1.json", null);
        mediaInsights("17900000000000021", "reach,saved,shares,views");

        Page<PostReading> page = connector.posts(OWN, WINDOW, Cursor.START);

        assertThat(page.next()).isEqualTo("A1");
        assertThat(page.items()).hasSize(1);
        assertThat(connector.completesPosts(OWN)).isTrue();
        assertThat(connector.completesPosts(RIVAL)).isFalse();
        PostReading post = completed(page).item();
        assertThat(post.counters().get(Counter.LIKES).value()).isEqualTo(40);
        assertThat(post.counters().get(Counter.COMMENTS).value()).isEqualTo(2);
        assertThat(post.counters().get(Counter.VIEWS).value()).isEqualTo(402);
        assertThat(post.counters().get(Counter.REACH).value()).isEqualTo(310);
        assertThat(post.counters().get(Counter.SAVES).value()).isEqualTo(5);
        assertThat(post.counters().get(Counter.SHARES).value()).isEqualTo(7);
        assertThat(page.problems())
                .containsExactly(new ItemProblem(
                        "17900000000000022",
                        PlatformProblem.of(ProblemCode.INCOMPLETE_RECORD, "ig-user/media", "field timestamp")));
    }

    @Test
    void goesOnWithOwnedMediaByTheCursorAndNotByTheAddress() {
        ownMedia("instagram/media_2.json", "A1");
        SERVER.answer("{\"data\": []}", "/v25.0/17900000000000023/insights", "metric", "reach,saved,shares,views");

        Page<PostReading> page = connector.posts(OWN, WINDOW, new Cursor("A1"));

        assertThat(page.next()).isNull();
        PostReading young = completed(page).item();
        assertThat(young.counters().get(Counter.LIKES).state()).isEqualTo(MeasureState.DISABLED);
        assertThat(young.counters().get(Counter.COMMENTS).value()).isZero();
        assertThat(young.counters().get(Counter.REACH).state()).isEqualTo(MeasureState.PENDING);
        assertThat(page.problems()).isEmpty();
        assertThat(completed(page).problems()).isEmpty();
    }

    @Test
    void reportsARetiredMetricAndReadsTheOthers() {
        ownMedia("instagram/media_1.json", null);
        SERVER.refuse(100, null, "/v25.0/17900000000000021/insights", "metric", "reach,saved,shares,views");
        SERVER.answer(
                "{\"data\": [{\"name\": \"reach\", \"values\": [{\"value\": 10}]}]}",
                "/v25.0/17900000000000021/insights",
                "metric",
                "reach,saved");
        SERVER.refuse(100, null, "/v25.0/17900000000000021/insights", "metric", "shares,views");
        SERVER.refuse(100, null, "/v25.0/17900000000000021/insights", "metric", "shares");
        SERVER.answer(
                "{\"data\": [{\"name\": \"views\", \"values\": [{\"value\": 11}]}]}",
                "/v25.0/17900000000000021/insights",
                "metric",
                "views");

        Completed<PostReading> completed = completed(connector.posts(OWN, WINDOW, Cursor.START));

        Counters counters = completed.item().counters();
        assertThat(counters.get(Counter.VIEWS).value()).isEqualTo(11);
        assertThat(counters.get(Counter.REACH).value()).isEqualTo(10);
        assertThat(counters.get(Counter.SAVES).state()).isEqualTo(MeasureState.NOT_AVAILABLE);
        assertThat(counters.get(Counter.SHARES).state()).isEqualTo(MeasureState.NOT_IN_SOURCE);
        assertThat(completed.problems())
                .containsExactly(new ItemProblem(
                        "shares", PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "ig-media/insights", "400 100")));
    }

    @Test
    void readsAnOwnedMediumAgain() {
        SERVER.answer(
                TestClients.json(TestClients.fixture("instagram/media_1.json"))
                        .items("data")
                        .get(0)
                        .node()
                        .toString(),
                "/v25.0/17900000000000021",
                "fields",
                MEDIA);
        mediaInsights("17900000000000021", "reach,saved,shares,views");
        PostRef deleted = new PostRef(OWN, "17900000000000029");
        SERVER.refuse(100, 33, "/v25.0/17900000000000029", "fields", MEDIA);

        Map<PostRef, Result<PostReading>> results = connector.refresh(List.of(deleted, OWN_POST));

        assertThat(results.get(OWN_POST).reading()).returns("17900000000000021", PostReading::postId);
        assertThat(results.get(deleted).problem())
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, "ig-media", "400 100/33"));
    }

    @Test
    void readsMediaOfOthersAgainByListingThem() {
        discoverMedia("instagram/discovered_media_1.json", "");
        discoverMedia("instagram/discovered_media_2.json", ".after(CURSOR-1)");
        PostRef newer = new PostRef(RIVAL, "17900000000000012");
        PostRef older = new PostRef(RIVAL, "17900000000000013");

        Map<PostRef, Result<PostReading>> results = connector.refresh(List.of(older, newer));

        assertThat(results.get(newer).reading()).returns("17900000000000012", PostReading::postId);
        assertThat(results.get(older).reading()).returns("17900000000000013", PostReading::postId);
        assertThat(SERVER.asked()).hasSize(2);
    }

    @Test
    void takesAMediumOfOthersThatIsNotListedAnyMoreForGone() {
        discoverMedia("instagram/discovered_media_1.json", "");
        discoverMedia("instagram/discovered_media_2.json", ".after(CURSOR-1)");
        discoverMedia("instagram/discovered_media_end.json", ".after(CURSOR-2)");
        PostRef deleted = new PostRef(RIVAL, "17900000000000019");
        PostRef there = new PostRef(RIVAL, "17900000000000011");

        Map<PostRef, Result<PostReading>> results = connector.refresh(List.of(deleted, there));

        assertThat(results.get(deleted).problem())
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, "business_discovery", "200 not listed"));
        assertThat(results.get(there).reading()).isNotNull();
    }

    @Test
    void keepsWhatItFoundWhereTheListingOfOthersBreaksOff() {
        discoverMedia("instagram/discovered_media_1.json", "");
        SERVER.refuse(10, null, "/v25.0/" + ASKING_ID, "fields", discovered(".after(CURSOR-1)"));
        PostRef there = new PostRef(RIVAL, "17900000000000011");
        PostRef older = new PostRef(RIVAL, "17900000000000013");
        AccountRef gone = other("gone.hospital", "17841400000000204");
        PostRef ofGone = new PostRef(gone, "17900000000000099");
        SERVER.refuse(
                110,
                2207013,
                "/v25.0/" + ASKING_ID,
                "fields",
                discovered("").replace("hospital.rival", "gone.hospital"));

        Map<PostRef, Result<PostReading>> results = connector.refresh(List.of(ofGone, there, older));

        assertThat(results.get(there).reading()).isNotNull();
        assertThat(results.get(older).problem()).returns(ProblemCode.PERMISSION, PlatformProblem::code);
        assertThat(results.get(ofGone).problem()).returns(ProblemCode.RENAMED_OR_GONE, PlatformProblem::code);
    }

    @Test
    void listsCommentsWithAllTheirReplies() {
        SERVER.answerFixture(
                "instagram/comments.json", "/v25.0/17900000000000021/comments", "fields", COMMENTS, "limit", "50");
        SERVER.answerFixture(
                "instagram/replies.json",
                "/v25.0/18000000000000001/replies",
                "fields",
                COMMENT,
                "limit",
                "50",
                "after",
                "R1");

        Page<InteractionReading> page = connector.interactions(OWN_POST, WINDOW, Cursor.START);

        assertThat(page.next()).isEqualTo("C1");
        assertThat(page.items())
                .extracting(
                        InteractionReading::interactionId,
                        InteractionReading::kind,
                        InteractionReading::parentId,
                        InteractionReading::authorId,
                        InteractionReading::isByOwner)
                .containsExactlyInAnyOrder(
                        tuple(
                                "18000000000000001",
                                InteractionKind.COMMENT,
                                OWN_POST.postId(),
                                "6500000000000001",
                                false),
                        tuple("18000000000000002", InteractionKind.REPLY, "18000000000000001", OWN_ID, true),
                        tuple(
                                "18000000000000003",
                                InteractionKind.REPLY,
                                "18000000000000001",
                                "6500000000000002",
                                false),
                        tuple("18000000000000005", InteractionKind.COMMENT, OWN_POST.postId(), null, null));
        assertThat(page.problems())
                .containsExactly(new ItemProblem(
                        "18000000000000004",
                        PlatformProblem.of(ProblemCode.INCOMPLETE_RECORD, "ig-media/comments", "field timestamp")));
    }

    @Test
    void keepsTheCommentsWhereOnesRepliesCannotBeRead() {
        SERVER.answerFixture(
                "instagram/comments.json",
                "/v25.0/17900000000000021/comments",
                "fields",
                COMMENTS,
                "limit",
                "50",
                "after",
                "C0");
        SERVER.refuse(100, 33, "/v25.0/18000000000000001/replies", "fields", COMMENT, "limit", "50", "after", "R1");

        Page<InteractionReading> page = connector.interactions(OWN_POST, WINDOW, new Cursor("C0"));

        assertThat(page.items()).hasSize(3);
        assertThat(page.problems())
                .contains(new ItemProblem(
                        "18000000000000001", PlatformProblem.of(ProblemCode.GONE, "ig-comment/replies", "400 100/33")));
    }

    @Test
    void saysSoWhereCommentsAreHeldBack() {
        noComments();
        SERVER.answer("{\"comments_count\": 4}", "/v25.0/17900000000000021", "fields", "comments_count");

        Page<InteractionReading> page = connector.interactions(OWN_POST, WINDOW, Cursor.START);

        assertThat(page.items()).isEmpty();
        assertThat(page.problems())
                .containsExactly(new ItemProblem(
                        "17900000000000021",
                        PlatformProblem.of(
                                ProblemCode.PERMISSION, "ig-media/comments", "200 no comments though there are some")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"comments_count\": 0}", "{}"})
    void listsNothingWhereThereAreNoComments(String medium) {
        noComments();
        SERVER.answer(medium, "/v25.0/17900000000000021", "fields", "comments_count");

        assertThat(connector.interactions(OWN_POST, WINDOW, Cursor.START)).isEqualTo(Page.empty());
    }

    @Test
    void listsMediaOfOthersThatTagTheAccount() {
        SERVER.answerFixture(
                "instagram/tags.json",
                "/v25.0/" + OWN_ID + "/tags",
                "fields",
                "id,caption,timestamp,username,like_count",
                "limit",
                "50");

        Page<InteractionReading> page = connector.mentions(OWN, WINDOW, Cursor.START);

        assertThat(page.next()).isNull();
        assertThat(page.items())
                .singleElement()
                .satisfies(mention -> assertThat(mention)
                        .returns("17900000000000091", InteractionReading::interactionId)
                        .returns(InteractionKind.MENTION, InteractionReading::kind)
                        .returns(null, InteractionReading::postId)
                        .returns(null, InteractionReading::authorId)
                        .returns(false, InteractionReading::isByOwner)
                        .returns("Danke an @klinik.amsee", InteractionReading::text));
    }

    @Test
    void listsInsightsPerDay() {
        series("reach,follower_count", TestClients.fixture("instagram/insights.json"));
        totals("2026-11-19T08:00:00Z", "{\"data\": [{\"name\": \"views\", \"total_value\": {\"value\": 1400}}]}");
        totals("2026-11-20T08:00:00Z", "{\"data\": [{\"name\": \"views\", \"total_value\": {\"value\": 5}}]}");
        totals("2026-11-21T08:00:00Z", "{\"data\": []}");

        Page<InsightReading> page = connector.insights(OWN, yesterday(), Cursor.START);

        assertThat(page.next()).isNull();
        assertThat(page.problems()).isEmpty();
        assertThat(page.items())
                .extracting(
                        InsightReading::metric,
                        InsightReading::day,
                        reading -> reading.value().state(),
                        reading -> reading.value().value())
                .containsExactly(
                        tuple("reach", day(19), MeasureState.REPORTED, 512L),
                        tuple("reach", day(20), MeasureState.PENDING, null),
                        tuple("reach", day(21), MeasureState.PENDING, null),
                        tuple("follower_count", day(19), MeasureState.REPORTED, 3L),
                        tuple("follower_count", day(20), MeasureState.PENDING, null),
                        tuple("follower_count", day(21), MeasureState.PENDING, null),
                        tuple("views", day(19), MeasureState.REPORTED, 1400L),
                        tuple("views", day(20), MeasureState.PENDING, null),
                        tuple("views", day(21), MeasureState.PENDING, null));
    }

    @Test
    void asksForARetiredTotalOnce() {
        series("reach,follower_count", "{\"data\": []}");
        String[] parameters = totalsParameters("2026-11-19T08:00:00Z");
        SERVER.refuse(100, null, "/v25.0/" + OWN_ID + "/insights", parameters);

        Page<InsightReading> page = connector.insights(OWN, yesterday(), Cursor.START);

        assertThat(page.problems())
                .containsExactly(new ItemProblem(
                        "views", PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "ig-user/insights", "400 100")));
        assertThat(page.items()).extracting(InsightReading::metric).doesNotContain("views");
        assertThat(SERVER.asked()).hasSize(2);
    }

    @Test
    void asksForNewFollowersOfTheLastMonthOnly() {
        Instant from = Instant.parse("2026-10-23T20:00:00Z");
        SERVER.answer(
                "{\"data\": []}",
                "/v25.0/" + OWN_ID + "/insights",
                "metric",
                "reach",
                "period",
                "day",
                "since",
                seconds("2026-10-23T07:00:00Z"),
                "until",
                seconds("2026-10-26T07:00:00Z"));
        totals("2026-10-23T07:00:00Z", "{\"data\": []}");
        totals("2026-10-24T07:00:00Z", "{\"data\": []}");

        Page<InsightReading> page =
                connector.insights(OWN, new Window(from, TestClients.NOW), new Cursor("2026-10-24"));

        assertThat(page.next()).isNull();
        assertThat(page.problems()).isEmpty();
        assertThat(page.items()).extracting(InsightReading::metric).containsOnly("reach", "views");
    }

    @Test
    void stopsForTheAccountThatHasNoPermission() {
        SERVER.refuse(
                200,
                null,
                "/v25.0/" + OWN_ID + "/insights",
                "metric",
                "reach,follower_count",
                "period",
                "day",
                "since",
                seconds("2026-11-19T08:00:00Z"),
                "until",
                seconds("2026-11-22T10:00:00Z"));

        assertThatThrownBy(() -> connector.insights(OWN, yesterday(), Cursor.START))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        e -> assertThat(e.problem())
                                .isEqualTo(PlatformProblem.of(ProblemCode.PERMISSION, "ig-user/insights", "400 200")));
    }

    @Test
    void waitsNoLongerThanAllowedWhereTheAllowanceIsUsedUp() {
        SERVER.answer(
                aResponse()
                        .withStatus(400)
                        .withHeader(
                                "X-Business-Use-Case-Usage",
                                "{\"1\": [{\"type\": \"instagram\", \"call_count\": 100, "
                                        + "\"estimated_time_to_regain_access\": 30}]}")
                        .withBody("{\"error\": {\"code\": 80002}}"),
                "/v25.0/" + OWN_ID,
                "fields",
                PROFILE);

        Map<AccountRef, Result<AccountReading>> results =
                connector.accounts(List.of(OWN, owned("another", "17841400000000103")));

        assertThat(results.values())
                .allSatisfy(result -> assertThat(result.problem())
                        .isEqualTo(new PlatformProblem(
                                ProblemCode.RATE_LIMITED, "ig-user", "400 80002", Duration.ofMinutes(30))));
        assertThat(SERVER.asked()).hasSize(1);
        assertThat(ticker.pauses()).isEmpty();
    }

    @Test
    void slowsDownWhereMostOfTheAllowanceIsUsed() {
        SERVER.answer(
                aResponse()
                        .withHeader("X-App-Usage", "{\"call_count\": 70, \"total_time\": 5, \"total_cputime\": 5}")
                        .withBody(TestClients.fixture("instagram/user.json")),
                "/v25.0/" + OWN_ID,
                "fields",
                PROFILE);

        connector.accounts(List.of(OWN));
        connector.accounts(List.of(OWN));
        connector.accounts(List.of(OWN));

        assertThat(ticker.waited()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void tellsWhatItOffers() {
        assertThat(connector.capabilities().of(DataFamily.POSTS, Relation.OTHER).offer())
                .isEqualTo(Capability.Offer.PARTIAL);
        assertThat(connector
                        .capabilities()
                        .of(DataFamily.INTERACTIONS, Relation.OWNED)
                        .offer())
                .isEqualTo(Capability.Offer.FULL);
        assertThat(List.of(DataFamily.INTERACTIONS, DataFamily.MENTIONS, DataFamily.INSIGHTS, DataFamily.REVIEWS))
                .allSatisfy(family -> assertThat(connector
                                .capabilities()
                                .of(family, Relation.OTHER)
                                .isOffered())
                        .isFalse());
        assertThat(connector
                        .capabilities()
                        .of(DataFamily.REVIEWS, Relation.OWNED)
                        .isOffered())
                .isFalse();
    }

    private void noComments() {
        SERVER.answer("{\"data\": []}", "/v25.0/17900000000000021/comments", "fields", COMMENTS, "limit", "50");
    }

    private void discoverMedia(String fixture, String after) {
        SERVER.answerFixture(fixture, "/v25.0/" + ASKING_ID, "fields", discovered(after));
    }

    private static String discovered(String after) {
        return DISCOVERED + "media" + after + ".limit(50){" + MEDIA + ",view_count}}";
    }

    private void ownMedia(String fixture, String after) {
        String path = "/v25.0/" + OWN_ID + "/media";
        if (after == null) {
            SERVER.answerFixture(fixture, path, "fields", MEDIA, "limit", "50");
        } else {
            SERVER.answerFixture(fixture, path, "fields", MEDIA, "limit", "50", "after", after);
        }
    }

    private Completed<PostReading> completed(Page<PostReading> page) {
        return connector.complete(OWN, page.items().get(0), WINDOW.until());
    }

    private void mediaInsights(String id, String metrics) {
        SERVER.answerFixture("instagram/media_insights.json", "/v25.0/" + id + "/insights", "metric", metrics);
    }

    private void series(String metrics, String body) {
        SERVER.answer(
                body,
                "/v25.0/" + OWN_ID + "/insights",
                "metric",
                metrics,
                "period",
                "day",
                "since",
                seconds("2026-11-19T08:00:00Z"),
                "until",
                seconds("2026-11-22T10:00:00Z"));
    }

    private void totals(String begin, String body) {
        SERVER.answer(body, "/v25.0/" + OWN_ID + "/insights", totalsParameters(begin));
    }

    private static String[] totalsParameters(String begin) {
        Instant end = Instant.parse(begin).plus(Duration.ofDays(1));
        return new String[] {
            "metric",
            "views",
            "period",
            "day",
            "metric_type",
            "total_value",
            "since",
            seconds(begin),
            "until",
            seconds(end.toString())
        };
    }

    private static Window yesterday() {
        return new Window(TestClients.NOW.minus(Duration.ofDays(1)), TestClients.NOW);
    }

    private static LocalDate day(int ofNovember) {
        return LocalDate.of(2026, 11, ofNovember);
    }

    private static String seconds(String instant) {
        return Long.toString(Instant.parse(instant).getEpochSecond());
    }

    private Connector connector(Map<String, String> credentials) {
        return connector(SERVER.settings(), TestClients.credentials(credentials));
    }

    private Connector connector(PlatformSettings settings, Credentials credentials) {
        return new InstagramConnectorFactory()
                .connector(
                        settings, credentials, TestClients.of("instagram", settings, ticker, new TestClients.Ledger()));
    }

    private static AccountRef owned(String handle, String stableId) {
        return new AccountRef("instagram", "roster", handle, stableId, Relation.OWNED, null, "own");
    }

    private static AccountRef other(String handle, String stableId) {
        return new AccountRef("instagram", "roster", handle, stableId, Relation.OTHER, null, "asking");
    }
}
