package org.carebench.jobs.platform.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.Relation;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.TestClients;
import org.carebench.jobs.platform.UnreadableItemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XMapperTest {

    private static final AccountRef ALBA =
            new AccountRef("x", "alba", "@clinicaalba", "880011", Relation.OTHER, null, "x");

    @Test
    void readsAUserInTheOldSpelling() {
        AccountReading reading = XMapper.account(items("users").get(0), ALBA, MeasureState.UNREADABLE);

        assertThat(reading.stableId()).isEqualTo("880011");
        assertThat(reading.handle()).isEqualTo("ClinicaAlba");
        assertThat(reading.displayName()).isEqualTo("Clinica Alba");
        assertThat(reading.status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(reading.profile()).isEqualTo(new AccountReading.Profile(true, true, true, true, null, null, null));
        assertThat(reading.counters().get(Counter.FOLLOWERS)).isEqualTo(exact(9012, "x.followers.v1"));
        assertThat(reading.counters().get(Counter.FOLLOWING)).isEqualTo(exact(121, "x.following.v1"));
        assertThat(reading.counters().get(Counter.POSTS)).isEqualTo(exact(4107, "x.posts.v1"));
        assertThat(reading.counters().get(Counter.VIEWS_TOTAL).state()).isEqualTo(MeasureState.NOT_IN_SOURCE);
    }

    @Test
    void readsAProtectedUserInTheNewSpelling() {
        AccountReading reading = XMapper.account(items("users").get(1), ALBA, MeasureState.UNREADABLE);

        assertThat(reading.status()).isEqualTo(AccountStatus.PRIVATE);
        assertThat(reading.profile())
                .isEqualTo(new AccountReading.Profile(false, false, false, false, null, null, null));
        assertThat(reading.counters().get(Counter.POSTS)).isEqualTo(exact(3, "x.posts.v1"));
        assertThat(reading.counters().get(Counter.FOLLOWING)).isEqualTo(exact(0, "x.following.v1"));
    }

    @Test
    void noticesThatAnAccountAnswersUnderAnotherName() {
        AccountRef other = new AccountRef("x", "alba", "alba_norte", "880011", Relation.OTHER, null, "x");

        assertThat(XMapper.account(items("users").get(0), other, MeasureState.UNREADABLE)
                        .status())
                .isEqualTo(AccountStatus.RENAMED);
    }

    @Test
    void callsACounterThatIsAbsentInBothSpellingsUnreadableAndNotZero() {
        Fields user = TestClients.json("""
                {"id":"1","username":"clinicaalba","public_metrics":{"followers_count":5,"following_count":2}}
                """);

        AccountReading reading = XMapper.account(user, ALBA, MeasureState.UNREADABLE);

        assertThat(reading.counters().get(Counter.POSTS))
                .isEqualTo(Measure.missing(MeasureState.UNREADABLE, "x.posts.v1"));
        assertThat(reading.counters().get(Counter.FOLLOWERS).value()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeline_old_spelling", "timeline_new_spelling"})
    void readsAPostInBothSpellings(String fixture) {
        PostReading reading = XMapper.post(items(fixture).get(0), MeasureState.UNREADABLE);

        assertThat(reading.postId()).isEqualTo("1990000000000000103");
        assertThat(reading.kind()).isEqualTo(PostKind.ORIGINAL);
        assertThat(reading.publishedAt()).isEqualTo(Instant.parse("2026-11-20T09:00:00Z"));
        assertThat(reading.editedAt()).isNull();
        assertThat(reading.language()).isEqualTo("es");
        assertThat(reading.conversationId()).isEqualTo("1990000000000000103");
        assertThat(reading.replyToId()).isNull();
        assertThat(reading.text()).isEqualTo("Nueva sala de espera");
        assertThat(reading.counters().get(Counter.LIKES)).isEqualTo(exact(10, "x.likes.v1"));
        assertThat(reading.counters().get(Counter.COMMENTS)).isEqualTo(exact(2, "x.comments.v1"));
        assertThat(reading.counters().get(Counter.SHARES)).isEqualTo(exact(3, "x.shares.v1"));
        assertThat(reading.counters().get(Counter.QUOTES)).isEqualTo(exact(0, "x.quotes.v1"));
        assertThat(reading.counters().get(Counter.SAVES)).isEqualTo(exact(1, "x.saves.v1"));
        assertThat(reading.counters().get(Counter.IMPRESSIONS)).isEqualTo(exact(1834, "x.impressions.v1"));
        assertThat(reading.counters().get(Counter.REACH).state()).isEqualTo(MeasureState.NOT_IN_SOURCE);
    }

    @Test
    void readsAReply() {
        PostReading reading = XMapper.post(items("timeline_old_spelling").get(1), MeasureState.UNREADABLE);

        assertThat(reading.kind()).isEqualTo(PostKind.REPLY);
        assertThat(reading.replyToId()).isEqualTo("1990000000000000051");
        assertThat(reading.conversationId()).isEqualTo("1990000000000000050");
        assertThat(reading.publishedAt()).isEqualTo(Instant.parse("2026-11-19T09:00:00Z"));
    }

    @Test
    void readsAQuoteInTheNewSpelling() {
        PostReading reading = XMapper.post(items("timeline_new_spelling").get(1), MeasureState.UNREADABLE);

        assertThat(reading.kind()).isEqualTo(PostKind.QUOTE);
        assertThat(reading.replyToId()).isEqualTo("1980000000000000008");
    }

    @Test
    void doesNotGiveTheCountersOfTheOriginalToWhoReposts() {
        PostReading reading = XMapper.post(items("timeline_old_spelling").get(2), MeasureState.UNREADABLE);

        assertThat(reading.kind()).isEqualTo(PostKind.REPOST);
        assertThat(reading.replyToId()).isNull();
        assertThat(reading.counters().get(Counter.SHARES))
                .isEqualTo(Measure.missing(MeasureState.NOT_APPLICABLE, "x.shares.v1"));
    }

    @Test
    void cannotReadAPostWithoutItsTime() {
        assertThatThrownBy(() -> XMapper.post(TestClients.json("{\"id\":\"1\"}"), MeasureState.UNREADABLE))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("created_at");
    }

    @Test
    void tellsCommentsAndTheOwnersRepliesApart() {
        List<Fields> conversation = items("conversation");

        InteractionReading reply = reply(conversation.get(0));
        InteractionReading comment = reply(conversation.get(1));

        assertThat(comment.kind()).isEqualTo(InteractionKind.COMMENT);
        assertThat(comment.interactionId()).isEqualTo("1990000000000000202");
        assertThat(comment.postId()).isEqualTo("1990000000000000103");
        assertThat(comment.parentId()).isEqualTo("1990000000000000103");
        assertThat(comment.authorId()).isEqualTo("66");
        assertThat(comment.isByOwner()).isFalse();
        assertThat(comment.text()).isEqualTo("Nadie contesta");
        assertThat(comment.counters().get(Counter.LIKES).value()).isEqualTo(3);
        assertThat(reply.kind()).isEqualTo(InteractionKind.REPLY);
        assertThat(reply.parentId()).isEqualTo("1990000000000000202");
        assertThat(reply.isByOwner()).isTrue();
    }

    @Test
    void doesNotKnowWhoseAReplyIsWithoutItsAuthor() {
        InteractionReading reading =
                reply(TestClients.json("{\"id\":\"9\",\"created_at\":\"2026-11-20T10:00:00Z\",\"public_metrics\":{}}"));

        assertThat(reading.authorId()).isNull();
        assertThat(reading.isByOwner()).isNull();
    }

    @Test
    void tellsMentionsFromAnswersToTheProvider() {
        List<InteractionReading> readings = items("mentions").stream()
                .map(post -> XMapper.mention(post, "880011", MeasureState.UNREADABLE))
                .toList();

        assertThat(readings.get(0).kind()).isEqualTo(InteractionKind.MENTION);
        assertThat(readings.get(0).postId()).isNull();
        assertThat(readings.get(1).kind()).isEqualTo(InteractionKind.COMMENT);
        assertThat(readings.get(1).postId()).isEqualTo("1990000000000000103");
        assertThat(readings.get(2).kind()).isEqualTo(InteractionKind.REPLY);
        assertThat(readings.get(2).postId()).isNull();
        assertThat(readings.get(2).parentId()).isEqualTo("1990000000000000203");
    }

    private static InteractionReading reply(Fields post) {
        return XMapper.reply(post, "1990000000000000103", "880011", MeasureState.UNREADABLE);
    }

    private static List<Fields> items(String fixture) {
        return TestClients.json(TestClients.fixture("x/" + fixture + ".json")).items("data");
    }

    private static Measure exact(long value, String definition) {
        return Measure.reported(value, Precision.EXACT, definition);
    }
}
