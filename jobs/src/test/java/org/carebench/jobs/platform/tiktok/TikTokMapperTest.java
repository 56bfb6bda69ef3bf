package org.carebench.jobs.platform.tiktok;

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
import org.junit.jupiter.params.provider.CsvSource;

class TikTokMapperTest {

    private static final AccountRef ALBA = account("@Clinica.Alba", "b-550011");

    @Test
    void readsABusinessProfile() {
        AccountReading reading =
                TikTokMapper.businessAccount(fixture("business_profile").at("data"), ALBA);

        assertThat(reading.stableId()).isEqualTo("b-550011");
        assertThat(reading.handle()).isEqualTo("clinica.alba");
        assertThat(reading.displayName()).isEqualTo("Clinica Alba");
        assertThat(reading.status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(reading.profile()).isEqualTo(new AccountReading.Profile(false, null, true, true, null, null, null));
        assertThat(reading.counters().get(Counter.FOLLOWERS)).isEqualTo(exact(5021, "tiktok.followers.v1"));
        assertThat(reading.counters().get(Counter.FOLLOWING)).isEqualTo(exact(11, "tiktok.following.v1"));
        assertThat(reading.counters().get(Counter.POSTS)).isEqualTo(exact(73, "tiktok.posts.v1"));
        assertThat(reading.counters().get(Counter.VIEWS_TOTAL).state()).isEqualTo(MeasureState.NOT_IN_SOURCE);
    }

    @ParameterizedTest
    @CsvSource({"alba_old, b-550011, RENAMED", "b-550011, b-550011, ACTIVE", "CLINICA.ALBA, b-550011, ACTIVE"})
    void noticesANewName(String handle, String id, AccountStatus expected) {
        assertThat(TikTokMapper.businessAccount(fixture("business_profile").at("data"), account(handle, id))
                        .status())
                .isEqualTo(expected);
    }

    @Test
    void doesNotTakeAnAbsentCounterForZero() {
        AccountReading reading = TikTokMapper.businessAccount(TestClients.json("{\"followers_count\":3}"), ALBA);

        assertThat(reading.counters().get(Counter.POSTS))
                .isEqualTo(Measure.missing(MeasureState.UNREADABLE, "tiktok.posts.v1"));
        assertThat(reading.profile()).isEqualTo(AccountReading.Profile.UNKNOWN);
    }

    @Test
    void readsADisplayProfile() {
        AccountReading reading =
                TikTokMapper.displayAccount(fixture("display_user").at("data", "user"), ALBA);

        assertThat(reading.stableId()).isEqualTo("o-550011");
        assertThat(reading.handle()).isNull();
        assertThat(reading.counters().get(Counter.FOLLOWERS)).isEqualTo(exact(5021, "tiktok.followers.v1"));
        assertThat(reading.counters().get(Counter.POSTS)).isEqualTo(exact(73, "tiktok.posts.v1"));
    }

    @Test
    void readsABusinessVideo() {
        List<Fields> videos = fixture("business_videos").at("data").items("videos");

        PostReading reading = TikTokMapper.businessVideo(videos.get(0));

        assertThat(reading.postId()).isEqualTo("7300000000000000103");
        assertThat(reading.kind()).isEqualTo(PostKind.ORIGINAL);
        assertThat(reading.publishedAt()).isEqualTo(Instant.ofEpochSecond(1795050000));
        assertThat(reading.permalink()).isEqualTo("https://t.example/v/103");
        assertThat(reading.text()).isEqualTo("Lavado de manos");
        assertThat(reading.counters().get(Counter.LIKES)).isEqualTo(exact(10, "tiktok.likes.v1"));
        assertThat(reading.counters().get(Counter.COMMENTS)).isEqualTo(exact(2, "tiktok.comments.v1"));
        assertThat(reading.counters().get(Counter.SHARES)).isEqualTo(exact(0, "tiktok.shares.v1"));
        assertThat(reading.counters().get(Counter.VIEWS)).isEqualTo(exact(900, "tiktok.views.v1"));
        assertThat(reading.counters().get(Counter.REACH)).isEqualTo(exact(700, "tiktok.reach.v1"));
        assertThat(TikTokMapper.businessVideo(videos.get(1))
                        .counters()
                        .get(Counter.REACH)
                        .state())
                .isEqualTo(MeasureState.NOT_AVAILABLE);
    }

    @Test
    void readsADisplayVideo() {
        PostReading reading = TikTokMapper.displayVideo(
                fixture("display_videos").at("data").items("videos").get(0));

        assertThat(reading.postId()).isEqualTo("7300000000000000103");
        assertThat(reading.title()).isEqualTo("Lavado de manos");
        assertThat(reading.text()).isEqualTo("Como lavarse las manos");
        assertThat(reading.durationSeconds()).isEqualTo(31);
        assertThat(reading.counters().get(Counter.VIEWS)).isEqualTo(exact(900, "tiktok.views.v1"));
        assertThat(reading.counters().get(Counter.REACH).state()).isEqualTo(MeasureState.NOT_IN_SOURCE);
    }

    @ParameterizedTest
    @CsvSource({"7300000000000000103", "9007199254740993", "9223372036854775807", "73000000000000000000000000103"})
    void readsIdsThatAreNumbersToTheLastDigit(String id) {
        PostReading reading =
                TikTokMapper.businessVideo(TestClients.json("{\"item_id\":" + id + ",\"create_time\":1795050000}"));

        assertThat(reading.postId()).isEqualTo(id);
    }

    @Test
    void refusesATimeInMilliseconds() {
        Fields video = TestClients.json("{\"id\":\"1\",\"create_time\":1795050000000}");

        assertThatThrownBy(() -> TikTokMapper.displayVideo(video))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("create_time");
    }

    @Test
    void readsACommentAndAReply() {
        Fields comment =
                fixture("business_comments").at("data").items("comments").get(0);

        InteractionReading direct = TikTokMapper.comment(comment, "103", null, "b-550011");
        InteractionReading reply = TikTokMapper.comment(comment, "103", "7310000000000000009", "b-550011");

        assertThat(direct.interactionId()).isEqualTo("7310000000000000001");
        assertThat(direct.kind()).isEqualTo(InteractionKind.COMMENT);
        assertThat(direct.postId()).isEqualTo("103");
        assertThat(direct.parentId()).isEqualTo("103");
        assertThat(direct.authorId()).isEqualTo("u-77");
        assertThat(direct.isByOwner()).isFalse();
        assertThat(direct.publishedAt()).isEqualTo(Instant.ofEpochSecond(1795051000));
        assertThat(direct.text()).isEqualTo("Y el domingo?");
        assertThat(direct.counters().get(Counter.LIKES).value()).isEqualTo(3);
        assertThat(reply.kind()).isEqualTo(InteractionKind.REPLY);
        assertThat(reply.parentId()).isEqualTo("7310000000000000009");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"owner\":true', true",
        "'\"owner\":false,\"user_id\":\"b-550011\"', false",
        "'\"user_id\":\"b-550011\"', true",
        "'\"unique_identifier\":\"u-1\"', false",
        "'\"text\":\"t\"', ",
    })
    void knowsWhoWroteACommentAsFarAsItIsTold(String fields, Boolean expected) {
        InteractionReading reading = TikTokMapper.comment(
                TestClients.json("{\"comment_id\":\"1\",\"create_time\":1795051000," + fields + "}"),
                "103",
                null,
                "b-550011");

        assertThat(reading.isByOwner()).isEqualTo(expected);
    }

    private static AccountRef account(String handle, String id) {
        return new AccountRef("tiktok", "k", handle, id, Relation.OWNED, null, "tt");
    }

    private static Fields fixture(String name) {
        return TestClients.json(TestClients.fixture("tiktok/" + name + ".json"));
    }

    private static Measure exact(long value, String definition) {
        return Measure.reported(value, Precision.EXACT, definition);
    }
}
