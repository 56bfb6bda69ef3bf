package org.carebench.jobs.platform.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.TestClients;
import org.carebench.jobs.platform.UnreadableItemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MastodonMapperTest {

    private static final String SERVER = "salud.example";
    private static final String NORD = "109302837465564738";

    private final MastodonMapper mapper = new MastodonMapper();
    private final List<Fields> statuses = list("statuses.json");

    @Test
    void readsAnAccount() {
        assertThat(mapper.account(SERVER, fixture("account.json")))
                .isEqualTo(new AccountReading(
                        NORD,
                        "nordklinik@salud.example",
                        "Nordklinik",
                        AccountStatus.ACTIVE,
                        null,
                        new AccountReading.Profile(true, true, true, true, null, null, null),
                        Counters.of("mastodon")
                                .exact(Counter.FOLLOWERS, 914)
                                .exact(Counter.FOLLOWING, 40)
                                .exact(Counter.POSTS, 322)
                                .build()));
    }

    @Test
    void theZerosOfASuspendedAccountAreNoCounters() {
        AccountReading reading = mapper.account(SERVER, fixture("account-suspended.json"));

        assertThat(reading.status()).isEqualTo(AccountStatus.SUSPENDED);
        assertThat(reading.stableId()).isEqualTo("109302837465564739");
        assertThat(reading.profile()).isEqualTo(AccountReading.Profile.UNKNOWN);
        assertThat(List.of(Counter.FOLLOWERS, Counter.FOLLOWING, Counter.POSTS))
                .allSatisfy(counter -> assertThat(reading.counters().get(counter))
                        .isEqualTo(Measure.missing(MeasureState.NOT_AVAILABLE, counter.definition("mastodon", "v1"))));
    }

    @Test
    void anAccountThatMovedSaysWhereAndIsStillRead() {
        AccountReading reading = mapper.account(SERVER, fixture("account-moved.json"));

        assertThat(reading.status()).isEqualTo(AccountStatus.MOVED);
        assertThat(reading.movedTo()).isEqualTo("westklinik@neu.example");
        assertThat(reading.counters().get(Counter.FOLLOWERS).value()).isEqualTo(12);
        assertThat(reading.counters().get(Counter.FOLLOWING).state()).isEqualTo(MeasureState.UNREADABLE);
        assertThat(reading.counters().get(Counter.POSTS).state()).isEqualTo(MeasureState.NOT_AVAILABLE);
        assertThat(reading.profile())
                .isEqualTo(new AccountReading.Profile(false, false, false, false, null, null, null));
    }

    @Test
    void readsAnAccountOfAnotherSoftware() {
        AccountReading reading = mapper.account("gts.example", fixture("account-gotosocial.json"));

        assertThat(reading.stableId()).isEqualTo("01FBVD42CQ3ZEEVMW180SBX03B");
        assertThat(reading.handle()).isEqualTo("ostklinik@gts.example");
        assertThat(reading.status())
                .as("who approves followers may still publish for everybody")
                .isEqualTo(AccountStatus.ACTIVE);
        assertThat(reading.profile().hasAvatar()).isFalse();
    }

    @Test
    void whatAProfileDoesNotHaveIsNotKnown() {
        AccountReading reading = mapper.account(SERVER, TestClients.json("{\"id\":\"1\",\"acct\":\"a\"}"));

        assertThat(reading.profile()).isEqualTo(AccountReading.Profile.UNKNOWN);
        assertThat(reading.displayName()).isNull();
    }

    @Test
    void readsAStatus() {
        assertThat(mapper.post(statuses.get(0)))
                .isEqualTo(new PostReading(
                        "113500000000000004",
                        PostKind.ORIGINAL,
                        Instant.parse("2026-11-20T09:00:00Z"),
                        Instant.parse("2026-11-20T09:30:00.500Z"),
                        "https://salud.example/@nordklinik/113500000000000004",
                        "de",
                        null,
                        "113500000000000004",
                        "image",
                        null,
                        "Neue Sprechzeiten\nab Montag\n\nMehr: https://nordklinik.example/a/b",
                        null,
                        Counters.of("mastodon")
                                .exact(Counter.LIKES, 5)
                                .exact(Counter.COMMENTS, 2)
                                .exact(Counter.SHARES, 1)
                                .exact(Counter.QUOTES, 0)
                                .build()));
    }

    @Test
    void readsAReplyOfAnOlderServer() {
        PostReading reply = mapper.post(statuses.get(1));

        assertThat(reply.kind()).isEqualTo(PostKind.REPLY);
        assertThat(reply.replyToId()).isEqualTo("113400000000000009");
        assertThat(reply.conversationId()).isNull();
        assertThat(reply.editedAt()).isNull();
        assertThat(reply.language()).isNull();
        assertThat(reply.permalink()).isEqualTo("https://salud.example/users/nordklinik/statuses/113500000000000003");
        assertThat(reply.counters().get(Counter.QUOTES).state()).isEqualTo(MeasureState.NOT_IN_SOURCE);
    }

    @Test
    void aBoostHasNoneOfTheCountersOfOthersAndNoZeros() {
        PostReading boost = mapper.post(statuses.get(2));

        assertThat(boost.kind()).isEqualTo(PostKind.REPOST);
        assertThat(boost.postId()).isEqualTo("113500000000000002");
        assertThat(boost.replyToId()).isEqualTo("113300000000000007");
        assertThat(boost.publishedAt()).isEqualTo(Instant.parse("2026-11-18T08:00:00Z"));
        assertThat(boost.text()).isNull();
        assertThat(List.of(Counter.LIKES, Counter.COMMENTS, Counter.SHARES, Counter.QUOTES))
                .allSatisfy(counter ->
                        assertThat(boost.counters().get(counter).state()).isEqualTo(MeasureState.NOT_APPLICABLE));
    }

    @Test
    void readsAQuoteAndAPoll() {
        PostReading quote = mapper.post(statuses.get(3));

        assertThat(quote.kind()).isEqualTo(PostKind.QUOTE);
        assertThat(quote.replyToId()).isEqualTo("113300000000000008");
        assertThat(quote.contentForm()).isEqualTo("poll");
        assertThat(quote.counters().get(Counter.QUOTES).value()).isEqualTo(3);
    }

    @Test
    void aQuoteThatIsNotShownNamesWhatItQuotes() {
        Fields status =
                TestClients.json("{\"id\":\"1\",\"created_at\":\"2026-11-17T09:00:00Z\",\"visibility\":\"public\","
                        + "\"quote\":{\"state\":\"pending\",\"quoted_status_id\":\"9\"}}");

        assertThat(mapper.post(status).replyToId()).isEqualTo("9");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "4, true", "5, false", "6, false"})
    void hidesWhatIsNotForEverybody(int status, boolean isHidden) {
        assertThat(mapper.isHidden(statuses.get(status))).isEqualTo(isHidden);
    }

    @ParameterizedTest
    @CsvSource({"5, created_at", "6, visibility"})
    void doesNotReadAStatusThatLacksWhatItNeeds(int status, String field) {
        assertThatThrownBy(() -> mapper.post(statuses.get(status)))
                .isInstanceOfSatisfying(
                        UnreadableItemException.class,
                        e -> assertThat(e.field()).isEqualTo(field));
    }

    @Test
    void readsAnAnswer() {
        Fields answer = fixture("context.json").items("descendants").get(0);

        assertThat(mapper.answer(SERVER, NORD, "113500000000000004", answer))
                .isEqualTo(new InteractionReading(
                        "113500000000000010",
                        InteractionKind.COMMENT,
                        "113500000000000004",
                        "113500000000000004",
                        "salud.example/108000000000000001",
                        false,
                        Instant.parse("2026-11-20T09:30:00Z"),
                        "@nordklinik Auch ohne Termin?",
                        "de",
                        Counters.of("mastodon")
                                .exact(Counter.LIKES, 2)
                                .exact(Counter.COMMENTS, 1)
                                .exact(Counter.SHARES, 0)
                                .missing(Counter.QUOTES, MeasureState.NOT_IN_SOURCE)
                                .build()));
    }

    @Test
    void theSameNumberIsSomebodyElseOnAnotherServer() {
        Fields answer = fixture("context.json").items("descendants").get(0);

        assertThat(mapper.answer("a.example", NORD, "1", answer).authorId())
                .isNotEqualTo(mapper.answer("b.example", NORD, "1", answer).authorId());
    }

    @Test
    void anAnswerToAnAnswerMayBeTheOwners() {
        InteractionReading reply = mapper.answer(
                SERVER,
                NORD,
                "113500000000000004",
                fixture("context.json").items("descendants").get(1));

        assertThat(reply.kind()).isEqualTo(InteractionKind.REPLY);
        assertThat(reply.parentId()).isEqualTo("113500000000000010");
        assertThat(reply.isByOwner()).isTrue();
    }

    @Test
    void aMentionIsAnAnswerAQuoteOrNeither() {
        List<Fields> notified = list("notifications.json").stream()
                .map(notification -> notification.at("status"))
                .toList();
        Fields quote = TestClients.json("""
                {"id": "7", "created_at": "2026-11-21T18:00:00Z", "visibility": "public",
                 "quote": {"quoted_status": {"id": "113500000000000004", "account": {"id": "%s"}}}}
                """.formatted(NORD));

        assertThat(mapper.mention(SERVER, NORD, notified.get(0)).kind()).isEqualTo(InteractionKind.MENTION);
        assertThat(mapper.mention(SERVER, NORD, notified.get(0)).postId()).isNull();
        assertThat(mapper.mention(SERVER, NORD, notified.get(1)).kind()).isEqualTo(InteractionKind.COMMENT);
        assertThat(mapper.mention(SERVER, NORD, notified.get(1)).postId()).isEqualTo("113500000000000004");
        assertThat(mapper.mention(SERVER, NORD, quote).kind()).isEqualTo(InteractionKind.QUOTE);
        assertThat(mapper.mention(SERVER, NORD, quote).postId()).isEqualTo("113500000000000004");
        assertThat(mapper.mention(SERVER, NORD, quote).authorId()).isNull();
        assertThat(mapper.mention(SERVER, NORD, quote).isByOwner()).isNull();
    }

    private static List<Fields> list(String file) {
        return TestClients.json("{\"all\":" + TestClients.fixture("mastodon/" + file) + "}")
                .items("all");
    }

    private static Fields fixture(String file) {
        return TestClients.json(TestClients.fixture("mastodon/" + file));
    }
}
