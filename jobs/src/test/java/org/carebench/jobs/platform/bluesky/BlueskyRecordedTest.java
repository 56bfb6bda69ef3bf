package org.carebench.jobs.platform.bluesky;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.Relation;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.LimitSignal;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.PlatformSettings;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.Result;
import org.carebench.jobs.platform.TestClients;
import org.carebench.jobs.platform.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer that a real Bluesky network gave is read, or its error classified, as the platform's contract says. */
class BlueskyRecordedTest {

    private static final String CLINICO = "did:plc:vbie7nudmxyzikz2crptjfcx";
    private static final String RIVAL = "did:plc:v4l4brpttvea6qgjb7n4lzni";
    private static final String DEACTIVATED = "did:plc:wgbe3t3nq4rfgtgrs3bipwrw";
    private static final String TAKEN_DOWN = "did:plc:ckwcv6cghcnjatzbm5xmcj5u";
    private static final String PATIENT = "did:plc:y3gijtqsdd7mgncjvjdtss7x";
    private static final String CARER = "did:plc:znbdzidyersnzqrrr37mog6r";
    private static final String VACCINATION = "at://" + CLINICO + "/app.bsky.feed.post/3n2vhfgpslc2w";

    private static final Window ALL = new Window(null, TestClients.NOW);

    private static final WireMockServer SERVER =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    private final BlueskyRules rules = new BlueskyRules();
    private final BlueskyMapper mapper = new BlueskyMapper();

    /** What an answer without an error must give. */
    private record Good(String name, Consumer<RecordedAnswer> expectation) {

        @Override
        public String toString() {
            return name;
        }
    }

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

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "04-getProfile-unknown,                400 InvalidRequest,         RENAMED_OR_GONE",
        "05-getProfile-bad-identifier,         400 InvalidRequest,         RENAMED_OR_GONE",
        "06-getProfile-missing-param,          400 InvalidRequest,         RENAMED_OR_GONE",
        "12-getAuthorFeed-unknown-actor,       400 InvalidRequest,         RENAMED_OR_GONE",
        "13-getAuthorFeed-limit-too-big,       400 InvalidRequest,         RENAMED_OR_GONE",
        "14-getAuthorFeed-bad-cursor,          500 InternalServerError,    TRANSIENT",
        "22-getPosts-over-25,                  400 InvalidRequest,         BAD_REQUEST",
        "31-createSession-wrong-password,      401 AuthenticationRequired, AUTH_REVOKED",
        "35-listNotifications-unauthenticated, 401 AuthMissing,            PERMISSION",
        "36-bad-token,                         400 InvalidToken,           AUTH_REVOKED",
        "37-access-token-used-as-refresh,      400 InvalidToken,           AUTH_REVOKED",
        "39-expired-access-token,              400 ExpiredToken,           AUTH_EXPIRED",
        "43-resolveHandle-unknown,             400 HandleNotFound,         RENAMED_OR_GONE",
        "51-getPostThread-deleted-post,        400 NotFound,               GONE",
        "54-getProfile-by-old-handle,          400 InvalidRequest,         RENAMED_OR_GONE",
        "56-getProfile-deactivated,            400 AccountDeactivated,     GONE",
        "57-getProfile-takendown,              400 AccountTakedown,        GONE",
        "59-getAuthorFeed-deactivated,         400 InvalidRequest,         RENAMED_OR_GONE",
        "60-getAuthorFeed-takendown,           400 InvalidRequest,         RENAMED_OR_GONE",
        "63-getAuthorFeed-blocked-by-actor,    400 BlockedByActor,         PERMISSION",
        "70-ratelimit-headers-first,           401 AuthenticationRequired, AUTH_REVOKED",
        "71-rate-limited-429,                  429 RateLimitExceeded,      RATE_LIMITED",
    })
    void classifiesAnError(String name, String evidence, ProblemCode code) {
        assertThat(rules.problem(RecordedAnswer.named(name).answer())).get().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.evidence()).isEqualTo(evidence);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void readsAGoodAnswer(Good good) {
        RecordedAnswer recorded = RecordedAnswer.named(good.name());

        assertThat(rules.problem(recorded.answer())).isEmpty();
        good.expectation().accept(recorded);
    }

    @Test
    void leavesOutNoRecordedAnswer() throws NoSuchMethodException {
        Set<String> tested = new HashSet<>();
        good().forEach(good -> tested.add(good.name()));
        for (String row : getClass()
                .getDeclaredMethod("classifiesAnError", String.class, String.class, ProblemCode.class)
                .getAnnotation(CsvSource.class)
                .value()) {
            tested.add(row.substring(0, row.indexOf(',')));
        }

        assertThat(tested).hasSize(52).containsExactlyInAnyOrderElementsOf(RecordedAnswer.names());
    }

    @Test
    void aRefusedLoginSaysWhenToTryAgain() {
        RecordedAnswer limited = RecordedAnswer.named("71-rate-limited-429");

        assertThat(rules.problem(limited.answer()))
                .get()
                .extracting(PlatformProblem::retryIn)
                .isEqualTo(Duration.ofSeconds(290));
        assertThat(rules.limits(limited.answer()).remaining()).isZero();
        assertThat(rules.limits(RecordedAnswer.named("70-ratelimit-headers-first")
                                .answer())
                        .remaining())
                .isEqualTo(29);
    }

    @Test
    void theThreePagesOfAFeedHoldEveryPostOnce() {
        String feed = "/xrpc/app.bsky.feed.getAuthorFeed";
        serve("10-getAuthorFeed-page1", get(urlPathEqualTo(feed)).withQueryParam("cursor", absent()));
        serve(
                "10-getAuthorFeed-page2",
                get(urlPathEqualTo(feed))
                        .withQueryParam(
                                "cursor",
                                equalTo("1795345030826__bafyreic4khyguiyupnhud44vh4yljqtv4htqg4inzlf5d3ft6v4ni22gsy")));
        serve(
                "10-getAuthorFeed-page3",
                get(urlPathEqualTo(feed))
                        .withQueryParam(
                                "cursor",
                                equalTo("1795345030452__bafyreihwevmjbb4z2glkb3aq4pzw6iwwlp7avksxxkd6pfyhhcj3vihmfi")));
        Connector connector = connector();
        List<PostReading> posts = new ArrayList<>();
        Cursor cursor = Cursor.START;
        do {
            Page<PostReading> page = connector.posts(account(CLINICO), ALL, cursor);
            assertThat(page.problems()).isEmpty();
            posts.addAll(page.items());
            cursor = new Cursor(page.next());
        } while (cursor.position() != null);

        assertThat(posts)
                .extracting(PostReading::kind)
                .containsExactly(
                        PostKind.REPLY,
                        PostKind.REPOST,
                        PostKind.ORIGINAL,
                        PostKind.ORIGINAL,
                        PostKind.ORIGINAL,
                        PostKind.ORIGINAL,
                        PostKind.ORIGINAL);
        assertThat(posts).extracting(PostReading::postId).doesNotHaveDuplicates();
        assertThat(posts.get(6).publishedAt())
                .as("a post of this year, backdated by its author")
                .isEqualTo(Instant.parse("2019-01-02T03:04:05Z"));
    }

    @Test
    void accountsThatABatchLeavesOutTellTheirStatusOneByOne() {
        serve("58-getProfiles-with-closed-accounts", get(urlPathEqualTo("/xrpc/app.bsky.actor.getProfiles")));
        serve("56-getProfile-deactivated", profile(DEACTIVATED));
        serve("57-getProfile-takendown", profile(TAKEN_DOWN));

        Map<AccountRef, Result<AccountReading>> results =
                connector().accounts(List.of(account(CLINICO), account(DEACTIVATED), account(TAKEN_DOWN)));

        assertThat(results.get(account(CLINICO)).reading().status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(results.get(account(DEACTIVATED)).reading().status()).isEqualTo(AccountStatus.DEACTIVATED);
        assertThat(results.get(account(TAKEN_DOWN)).reading().status()).isEqualTo(AccountStatus.SUSPENDED);
        assertThat(results.get(account(TAKEN_DOWN))
                        .reading()
                        .counters()
                        .get(Counter.FOLLOWERS)
                        .value())
                .isNull();
    }

    @Test
    void theFeedOfAClosedAccountFailsWithTheCauseThatItsProfileGives() {
        serve("60-getAuthorFeed-takendown", get(urlPathEqualTo("/xrpc/app.bsky.feed.getAuthorFeed")));
        serve("57-getProfile-takendown", profile(TAKEN_DOWN));
        Connector connector = connector();

        assertThat(BlueskyConnectorTest.problem(() -> connector.posts(account(TAKEN_DOWN), ALL, Cursor.START)))
                .isEqualTo(PlatformProblem.of(ProblemCode.GONE, "app.bsky.actor.getProfile", "400 AccountTakedown"));
    }

    static List<Good> good() {
        BlueskyRecordedTest test = new BlueskyRecordedTest();
        return List.of(
                new Good("01-getProfile", test::isTheClinic),
                new Good("02-getProfile-minimal-no-profile-record", answer -> {
                    AccountReading reading = test.mapper.account(answer.answer().body());
                    assertThat(reading.handle()).isEqualTo("rivalclinic.test");
                    assertThat(reading.displayName()).isNull();
                    assertThat(reading.profile().hasDescription()).isFalse();
                    assertThat(reading.profile().hasAvatar()).isFalse();
                    assertThat(reading.counters().get(Counter.POSTS))
                            .isEqualTo(Measure.reported(6, Precision.EXACT, "bluesky.posts.v1"));
                }),
                new Good(
                        "03-getProfiles-with-unknown",
                        answer -> assertThat(values(answer, "profiles", "handle"))
                                .as("asked for three, of which one is unknown")
                                .containsExactly("clinico.test", "rivalclinic.test")),
                new Good("10-getAuthorFeed-page1", answer -> {
                    assertThat(test.feed(answer))
                            .extracting(PostReading::kind)
                            .containsExactly(PostKind.REPLY, PostKind.REPOST, PostKind.ORIGINAL);
                    PostReading repost = test.feed(answer).get(1);
                    assertThat(repost.postId()).isEqualTo("at://" + CLINICO + "/app.bsky.feed.repost/3n2vhfhmx722w");
                    assertThat(repost.replyToId()).isEqualTo("at://" + RIVAL + "/app.bsky.feed.post/3n2vhfgxpj22w");
                    assertThat(repost.counters().get(Counter.LIKES).value()).isNull();
                }),
                new Good("10-getAuthorFeed-page2", answer -> {
                    assertThat(test.feed(answer))
                            .extracting(PostReading::contentForm)
                            .containsExactly("images", "external", null);
                    assertThat(answer.response().cursor()).isNotNull();
                }),
                new Good("10-getAuthorFeed-page3", answer -> {
                    assertThat(test.feed(answer)).hasSize(1);
                    assertThat(answer.response().cursor()).isNull();
                }),
                new Good(
                        "11-getAuthorFeed-no-replies",
                        answer -> assertThat(test.feed(answer))
                                .isNotEmpty()
                                .extracting(PostReading::kind)
                                .doesNotContain(PostKind.REPLY)),
                new Good("20-getPostThread", answer -> {
                    List<InteractionReading> replies = test.replies(answer, VACCINATION);
                    assertThat(replies)
                            .extracting(InteractionReading::text)
                            .containsExactly(
                                    "reply that will be removed",
                                    "answer under a removed reply",
                                    "And for children?",
                                    "Do I need an appointment?",
                                    "No, just come between 9 and 14h.");
                    assertThat(replies)
                            .extracting(InteractionReading::kind)
                            .containsExactly(
                                    InteractionKind.COMMENT,
                                    InteractionKind.REPLY,
                                    InteractionKind.COMMENT,
                                    InteractionKind.COMMENT,
                                    InteractionKind.REPLY);
                    assertThat(replies)
                            .extracting(InteractionReading::isByOwner)
                            .containsExactly(false, false, false, false, true);
                }),
                new Good(
                        "21-getPosts",
                        answer -> assertThat(test.posts(answer))
                                .as("asked for three, of which one was deleted")
                                .extracting(post ->
                                        post.counters().get(Counter.LIKES).value())
                                .containsExactly(3L, 1L)),
                new Good("23-getLikes", answer -> {
                    assertThat(answer.response().list("likes")).hasSize(2);
                    assertThat(answer.response().cursor()).isNotNull();
                }),
                new Good(
                        "24-getRepostedBy",
                        answer ->
                                assertThat(answer.response().list("repostedBy")).hasSize(1)),
                new Good(
                        "25-getQuotes",
                        answer -> assertThat(answer.response().list("posts"))
                                .singleElement()
                                .satisfies(post -> {
                                    InteractionReading quote = test.mapper.quote(
                                            BlueskyUri.parse(VACCINATION).orElseThrow(), VACCINATION, post);
                                    assertThat(quote.kind()).isEqualTo(InteractionKind.QUOTE);
                                    assertThat(quote.postId()).isEqualTo(VACCINATION);
                                    assertThat(quote.authorId()).isEqualTo(CARER);
                                })),
                new Good("26-getFollowers", answer -> {
                    assertThat(answer.response().list("followers")).hasSize(1);
                    assertThat(answer.response().cursor()).isNotNull();
                }),
                new Good(
                        "27-searchPosts-mentions",
                        answer -> assertThat(answer.response().list("posts"))
                                .singleElement()
                                .satisfies(post -> {
                                    assertThat(test.mapper.names(CLINICO, post)).isTrue();
                                    assertThat(test.mapper
                                                    .mention(CLINICO, post)
                                                    .kind())
                                            .isEqualTo(InteractionKind.MENTION);
                                })),
                new Good("28-searchPosts-text", answer -> {
                    assertThat(answer.response().list("posts"))
                            .hasSize(2)
                            .noneMatch(post -> test.mapper.names(CLINICO, post));
                    assertThat(answer.response().cursor()).isNotNull();
                }),
                new Good("30-createSession", test::isASession),
                new Good("32-refreshSession", test::isASession),
                new Good(
                        "33-listNotifications-via-pds",
                        answer -> assertThat(values(answer, "notifications", "reason"))
                                .hasSize(5)
                                .contains("mention", "reply")),
                new Good(
                        "34-listNotifications-filtered",
                        answer -> assertThat(answer.response().list("notifications").stream()
                                        .map(notification -> test.mapper.mention(CLINICO, notification)))
                                .extracting(
                                        InteractionReading::kind,
                                        InteractionReading::postId,
                                        InteractionReading::authorId)
                                .containsExactly(
                                        tuple(InteractionKind.MENTION, null, PATIENT),
                                        tuple(InteractionKind.COMMENT, VACCINATION, CARER),
                                        tuple(InteractionKind.COMMENT, VACCINATION, CARER),
                                        tuple(InteractionKind.COMMENT, VACCINATION, PATIENT),
                                        tuple(InteractionKind.QUOTE, VACCINATION, CARER))),
                new Good("38-getProfile-via-pds-with-viewer", test::isTheClinic),
                new Good("40-listRecords", answer -> {
                    assertThat(answer.response().list("records")).hasSize(2);
                    assertThat(answer.response().cursor()).isEqualTo("3n2vhfh22pc2w");
                }),
                new Good(
                        "41-describeRepo",
                        answer -> assertThat(answer.answer().body().requiredText("did"))
                                .isEqualTo(CLINICO)),
                new Good(
                        "42-resolveHandle",
                        answer -> assertThat(answer.answer().body().requiredText("did"))
                                .isEqualTo(CLINICO)),
                new Good(
                        "50-getPosts-after-unlike",
                        answer -> assertThat(test.posts(answer))
                                .as("a like was taken back, and the other post was deleted")
                                .singleElement()
                                .extracting(post ->
                                        post.counters().get(Counter.LIKES).value())
                                .isEqualTo(2L)),
                new Good(
                        "52-getPostThread-with-deleted-reply",
                        answer -> assertThat(test.replies(answer, VACCINATION))
                                .as("what stood below the deleted reply is not shown either")
                                .extracting(InteractionReading::text)
                                .containsExactly(
                                        "And for children?",
                                        "Do I need an appointment?",
                                        "No, just come between 9 and 14h.")),
                new Good("53-getPostThread-parent-deleted", answer -> {
                    assertThat(answer.response().thread().replies()).isEmpty();
                    assertThat(answer.response().thread().top().requiredText("uri"))
                            .contains(PATIENT);
                }),
                new Good("55-getProfile-renamed-by-did", answer -> {
                    AccountReading reading = test.mapper.account(answer.answer().body());
                    assertThat(reading.stableId()).isEqualTo(RIVAL);
                    assertThat(reading.handle()).isEqualTo("rival-renamed.test");
                }),
                new Good(
                        "58-getProfiles-with-closed-accounts",
                        answer -> assertThat(values(answer, "profiles", "did")).containsExactly(CLINICO)),
                new Good("61-getSession-deactivated", answer -> {
                    assertThat(answer.answer().body().flag("active")).contains(false);
                    assertThat(answer.answer().body().text("status")).contains("deactivated");
                }),
                new Good(
                        "62-takendown-token",
                        answer -> assertThat(answer.response().list("notifications"))
                                .isEmpty()));
    }

    private void isTheClinic(RecordedAnswer answer) {
        AccountReading reading = mapper.account(answer.answer().body());
        assertThat(reading.stableId()).isEqualTo(CLINICO);
        assertThat(reading.displayName()).isEqualTo("Hospital Clínico (test)");
        assertThat(reading.profile().hasDescription()).isTrue();
        assertThat(List.of(Counter.FOLLOWERS, Counter.FOLLOWING, Counter.POSTS))
                .extracting(counter -> reading.counters().get(counter).value())
                .containsExactly(2L, 0L, 6L);
    }

    private void isASession(RecordedAnswer answer) {
        Fields session = answer.answer().body();
        assertThat(session.requiredText("did")).isEqualTo(CLINICO);
        assertThat(session.text("accessJwt")).isPresent();
        assertThat(session.text("refreshJwt")).isPresent();
        assertThat(rules.limits(answer.answer())).isNotEqualTo(LimitSignal.NONE);
    }

    private List<PostReading> feed(RecordedAnswer answer) {
        return answer.response().list("feed").stream()
                .map(item -> mapper.feedItem(CLINICO, item))
                .toList();
    }

    private List<PostReading> posts(RecordedAnswer answer) {
        return answer.response().list("posts").stream().map(mapper::post).toList();
    }

    private List<InteractionReading> replies(RecordedAnswer answer, String asked) {
        return answer.response().thread().replies().stream()
                .map(post -> mapper.reply(BlueskyUri.parse(asked).orElseThrow(), asked, post))
                .toList();
    }

    private static List<String> values(RecordedAnswer answer, String list, String field) {
        return answer.response().list(list).stream()
                .map(item -> item.requiredText(field))
                .toList();
    }

    private static void serve(String name, MappingBuilder request) {
        SERVER.stubFor(request.willReturn(RecordedAnswer.named(name).served()));
    }

    private static MappingBuilder profile(String did) {
        return get(urlPathEqualTo("/xrpc/app.bsky.actor.getProfile")).withQueryParam("actor", equalTo(did));
    }

    private static AccountRef account(String did) {
        return new AccountRef("bluesky", did, did, did, Relation.OTHER, null, null);
    }

    private static Connector connector() {
        PlatformSettings settings = PlatformSettings.defaults(URI.create(SERVER.baseUrl()));
        return new BlueskyConnectorFactory()
                .connector(settings, TestClients.credentials(Map.of()), TestClients.of("bluesky", settings));
    }
}
