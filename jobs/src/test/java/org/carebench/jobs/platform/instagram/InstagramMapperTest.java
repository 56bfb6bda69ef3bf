package org.carebench.jobs.platform.instagram;

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
import org.carebench.jobs.platform.PostRef;
import org.carebench.jobs.platform.TestClients;
import org.carebench.jobs.platform.UnreadableItemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstagramMapperTest {

    private static final AccountRef OWN =
            new AccountRef("instagram", "key", "@Klinik.AmSee", "17841400000000101", Relation.OWNED, null, "alias");
    private static final PostRef POST = new PostRef(OWN, "17900000000000021");

    private final InstagramMapper mapper = new InstagramMapper();

    @Test
    void readsAProfile() {
        AccountReading account =
                mapper.account(new InstagramResponse(json(TestClients.fixture("instagram/user.json"))), OWN);

        assertThat(account)
                .returns("17841400000000101", AccountReading::stableId)
                .returns("klinik.amsee", AccountReading::handle)
                .returns("Klinik am See", AccountReading::displayName)
                .returns(AccountStatus.ACTIVE, AccountReading::status)
                .returns(null, AccountReading::movedTo)
                .returns(
                        new AccountReading.Profile(true, true, false, null, null, null, null), AccountReading::profile);
        assertThat(account.counters().get(Counter.FOLLOWERS)).isEqualTo(reported(2310, "followers"));
        assertThat(account.counters().get(Counter.FOLLOWING)).isEqualTo(reported(41, "following"));
        assertThat(account.counters().get(Counter.POSTS)).isEqualTo(reported(388, "posts"));
    }

    @Test
    void seesThatAnAccountWasRenamed() {
        AccountReading account = mapper.account(
                new InstagramResponse(json("{\"id\": \"17841400000000101\", \"username\": \"klinik.am.see\"}")), OWN);

        assertThat(account.status()).isEqualTo(AccountStatus.RENAMED);
        assertThat(account.handle()).isEqualTo("klinik.am.see");
    }

    @Test
    void takesHiddenCountersOfAnAccountForHidden() {
        AccountReading account = mapper.account(
                new InstagramResponse(json("{\"id\": \"17841400000000101\", \"media_count\": \"many\"}")), OWN);

        assertThat(account.counters().get(Counter.FOLLOWERS).state()).isEqualTo(MeasureState.DISABLED);
        assertThat(account.counters().get(Counter.FOLLOWING).state()).isEqualTo(MeasureState.DISABLED);
        assertThat(account.counters().get(Counter.POSTS).state()).isEqualTo(MeasureState.UNREADABLE);
    }

    @Test
    void readsAMediumOfAnotherAccount() {
        Fields medium = media("instagram/discovered_media_1.json").get(0);

        PostReading post = mapper.discovered(medium);

        assertThat(post)
                .returns("17900000000000011", PostReading::postId)
                .returns(PostKind.ORIGINAL, PostReading::kind)
                .returns(Instant.parse("2026-11-18T10:30:00Z"), PostReading::publishedAt)
                .returns("https://www.instagram.com/p/AAA/", PostReading::permalink)
                .returns("CAROUSEL_ALBUM", PostReading::contentForm)
                .returns("D\u00eda de puertas abiertas", PostReading::text)
                .returns(null, PostReading::title)
                .returns(null, PostReading::language);
        assertThat(post.counters().get(Counter.LIKES)).isEqualTo(reported(210, "likes"));
        assertThat(post.counters().get(Counter.COMMENTS)).isEqualTo(reported(12, "comments"));
        assertThat(post.counters().get(Counter.VIEWS).state()).isEqualTo(MeasureState.NOT_AVAILABLE);
        assertThat(List.of(Counter.REACH, Counter.SAVES, Counter.SHARES))
                .allSatisfy(counter ->
                        assertThat(post.counters().get(counter).state()).isEqualTo(MeasureState.NOT_PERMITTED));
        assertThat(List.of(Counter.IMPRESSIONS, Counter.CLICKS, Counter.QUOTES))
                .allSatisfy(counter ->
                        assertThat(post.counters().get(counter).state()).isEqualTo(MeasureState.NOT_IN_SOURCE));
    }

    @Test
    void readsTheViewsOfAReel() {
        PostReading reel =
                mapper.discovered(media("instagram/discovered_media_1.json").get(1));

        assertThat(reel.contentForm()).isEqualTo("REELS");
        assertThat(reel.text()).isNull();
        assertThat(reel.counters().get(Counter.VIEWS)).isEqualTo(reported(4100, "views"));
    }

    @Test
    void takesCountersThatAreLeftOutForHidden() {
        PostReading hidden =
                mapper.discovered(media("instagram/discovered_media_2.json").get(0));

        assertThat(List.of(Counter.LIKES, Counter.COMMENTS, Counter.VIEWS))
                .allSatisfy(counter ->
                        assertThat(hidden.counters().get(counter).state()).isEqualTo(MeasureState.DISABLED));
    }

    @ParameterizedTest
    @CsvSource({"{\"timestamp\": \"2026-11-18T10:30:00+0000\"}, id", "{\"id\": \"1\"}, timestamp"})
    void refusesAMediumWithoutIdOrTime(String medium, String field) {
        assertThatThrownBy(() -> mapper.discovered(json(medium)))
                .isInstanceOfSatisfying(
                        UnreadableItemException.class,
                        e -> assertThat(e.field()).isEqualTo(field));
    }

    @Test
    void readsACommentWithoutTheNameOfItsAuthor() {
        InteractionReading comment = mapper.comment(comments().get(0), POST, null);

        assertThat(comment)
                .returns("18000000000000001", InteractionReading::interactionId)
                .returns(InteractionKind.COMMENT, InteractionReading::kind)
                .returns("17900000000000021", InteractionReading::postId)
                .returns("17900000000000021", InteractionReading::parentId)
                .returns("6500000000000001", InteractionReading::authorId)
                .returns(false, InteractionReading::isByOwner)
                .returns(Instant.parse("2026-11-11T09:00:00Z"), InteractionReading::publishedAt)
                .returns("Ist die Notaufnahme heute offen?", InteractionReading::text);
        assertThat(comment.counters().get(Counter.LIKES)).isEqualTo(reported(2, "likes"));
        assertThat(comment.toString()).doesNotContain("erfundene.person");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"from\": {\"id\": \"17841400000000101\"}, \"username\": \"an.earlier.name\" | true",
                "\"from\": {\"id\": \"5\"}, \"username\": \"KLINIK.amsee\" | true",
                "\"from\": {\"username\": \"klinik.amsee\"} | true",
                "\"username\": \"somebody\" | false",
                "\"from\": {\"id\": \"5\"} | false",
                "\"text\": \"nobody says who wrote it\" |",
            })
    void knowsTheOwnersCommentsByIdOrName(String author, Boolean expected) {
        Fields comment = json("{\"id\": \"1\", \"timestamp\": \"2026-11-11T09:00:00+0000\", " + author + "}");

        assertThat(mapper.comment(comment, POST, null).isByOwner()).isEqualTo(expected);
    }

    @Test
    void readsAReplyToTheCommentAboveWhereItDoesNotNameOne() {
        Fields reply = json("{\"id\": \"2\", \"timestamp\": \"2026-11-11T09:00:00+0000\"}");

        assertThat(mapper.comment(reply, POST, "1"))
                .returns(InteractionKind.REPLY, InteractionReading::kind)
                .returns("1", InteractionReading::parentId)
                .returns(null, InteractionReading::authorId);
    }

    private static List<Fields> media(String fixture) {
        return json(TestClients.fixture(fixture))
                .at("business_discovery", "media")
                .items("data");
    }

    private static List<Fields> comments() {
        return json(TestClients.fixture("instagram/comments.json")).items("data");
    }

    private static Fields json(String text) {
        return TestClients.json(text);
    }

    private static Measure reported(long value, String name) {
        return Measure.reported(value, Precision.EXACT, "instagram." + name + ".v1");
    }
}
