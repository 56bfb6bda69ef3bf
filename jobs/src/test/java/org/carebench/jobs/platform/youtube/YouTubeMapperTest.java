package org.carebench.jobs.platform.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carebench.jobs.platform.TestClients.NOW;
import static org.carebench.jobs.platform.TestClients.fixture;
import static org.carebench.jobs.platform.TestClients.json;

import java.time.Instant;
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
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.PostRef;
import org.carebench.jobs.platform.UnreadableItemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YouTubeMapperTest {

    private static final String OWNER = "UCriverbendClinic00000001";
    private static final PostRef POST = new PostRef(account(OWNER), "vid00000001");

    @Test
    void readsAChannel() {
        assertThat(YouTubeMapper.account(item("channels.json", 0), NOW))
                .isEqualTo(new AccountReading(
                        OWNER,
                        "@riverbendclinic",
                        "Riverbend Clinic",
                        AccountStatus.ACTIVE,
                        null,
                        new AccountReading.Profile(true, null, null, null, null, null, null),
                        Counters.of("youtube")
                                .reported(Counter.VIEWS_TOTAL, 9_007_199_254_740_993L, Precision.EXACT, "v3")
                                .exact(Counter.POSTS, 431)
                                .reported(Counter.FOLLOWERS, 12_300, Precision.ROUNDED, "v1")
                                .build()));
    }

    @Test
    void knowsNoSubscribersOfAChannelThatHidesThem() {
        AccountReading reading = YouTubeMapper.account(item("channels.json", 1), NOW);

        assertThat(reading.counters().get(Counter.FOLLOWERS))
                .isEqualTo(Measure.missing(MeasureState.DISABLED, "youtube.followers.v1"));
        assertThat(reading.counters().get(Counter.POSTS).value()).isEqualTo(2);
        assertThat(reading.handle()).isNull();
        assertThat(reading.profile().hasDescription()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"viewCount\":\"1\",\"videoCount\":\"2\"}', DISABLED",
        "'{\"viewCount\":\"1\",\"subscriberCount\":\"many\"}', UNREADABLE",
        "'{\"viewCount\":\"1\",\"subscriberCount\":\"-5\"}', UNREADABLE"
    })
    void saysWhySubscribersAreNotKnown(String statistics, MeasureState state) {
        assertThat(YouTubeMapper.account(json("{\"id\":\"UCx\",\"snippet\":{},\"statistics\":" + statistics + "}"), NOW)
                        .counters()
                        .get(Counter.FOLLOWERS)
                        .state())
                .isEqualTo(state);
    }

    @Test
    void knowsNoCounterOfAChannelWithoutStatistics() {
        Counters counters = YouTubeMapper.account(json("{\"id\":\"UCx\",\"snippet\":{}}"), NOW)
                .counters();

        assertThat(counters.get(Counter.FOLLOWERS).state()).isEqualTo(MeasureState.NOT_AVAILABLE);
        assertThat(counters.get(Counter.VIEWS_TOTAL).state()).isEqualTo(MeasureState.NOT_AVAILABLE);
        assertThat(counters.get(Counter.POSTS).state()).isEqualTo(MeasureState.NOT_AVAILABLE);
        assertThat(counters.get(Counter.FOLLOWING).state()).isEqualTo(MeasureState.NOT_IN_SOURCE);
    }

    @Test
    void believesNoCountersOfAPrivateChannel() {
        AccountReading reading = YouTubeMapper.account(
                json(
                        "{\"id\":\"UCx\",\"snippet\":{},\"status\":{\"privacyStatus\":\"private\"},\"statistics\":{\"viewCount\":\"0\"}}"),
                NOW);

        assertThat(reading.status()).isEqualTo(AccountStatus.PRIVATE);
        assertThat(reading.counters().get(Counter.VIEWS_TOTAL).state()).isEqualTo(MeasureState.NOT_AVAILABLE);
    }

    @Test
    void refusesAChannelWithoutId() {
        assertThatThrownBy(() -> YouTubeMapper.account(json("{\"snippet\":{\"title\":\"X\"}}"), NOW))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("field id");
    }

    @Test
    void readsAVideo() {
        Instant listed = Instant.parse("2026-11-19T17:00:01Z");

        assertThat(YouTubeMapper.post(item("videos.json", 1), listed, NOW))
                .isEqualTo(new PostReading(
                        "vid00000001",
                        PostKind.ORIGINAL,
                        listed,
                        null,
                        "https://www.youtube.com/watch?v=vid00000001",
                        "en-US",
                        null,
                        null,
                        "VIDEO",
                        "Hand washing",
                        "Five steps & one song <3",
                        192L,
                        Counters.of("youtube")
                                .reported(Counter.VIEWS, 1520, Precision.EXACT, "v3")
                                .exact(Counter.LIKES, 40)
                                .exact(Counter.COMMENTS, 6)
                                .build()));
    }

    @Test
    void takesLikesAndCommentsThatAreLeftOutForSwitchedOff() {
        PostReading video = YouTubeMapper.post(item("videos.json", 0), null, NOW);

        assertThat(video.counters().get(Counter.LIKES))
                .isEqualTo(Measure.missing(MeasureState.DISABLED, "youtube.likes.v1"));
        assertThat(video.counters().get(Counter.COMMENTS))
                .isEqualTo(Measure.missing(MeasureState.DISABLED, "youtube.comments.v1"));
        assertThat(video.counters().get(Counter.VIEWS).value()).isEqualTo(88);
        assertThat(video.publishedAt()).isEqualTo("2026-11-15T07:00:00Z");
        assertThat(video.language()).isEqualTo("es");
        assertThat(video.text()).isNull();
    }

    @Test
    void knowsNoCounterOfAVideoWithoutStatistics() {
        Counters counters =
                YouTubeMapper.post(video("\"duration\":\"PT1S\""), null, NOW).counters();

        assertThat(counters.get(Counter.VIEWS))
                .isEqualTo(Measure.missing(MeasureState.NOT_AVAILABLE, "youtube.views.v3"));
        assertThat(counters.get(Counter.LIKES).state()).isEqualTo(MeasureState.NOT_AVAILABLE);
        assertThat(counters.get(Counter.COMMENTS).state()).isEqualTo(MeasureState.NOT_AVAILABLE);
        assertThat(counters.get(Counter.SHARES).state()).isEqualTo(MeasureState.NOT_IN_SOURCE);
    }

    @ParameterizedTest
    @CsvSource({"PT1H2M3S, 3723", "P1DT1S, 86401", "PT0S,", "P0D,", "soon,"})
    void readsTheLengthOfAVideo(String duration, @Nullable Long seconds) {
        assertThat(YouTubeMapper.post(video("\"duration\":\"" + duration + "\""), null, NOW)
                        .durationSeconds())
                .isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-31T06:59:59Z, PT1M, v1",
        "2025-03-31T07:00:00Z, PT1M, v2",
        "2025-03-31T07:00:00Z, PT3M, v2",
        "2025-03-31T07:00:00Z, PT3M1S, v1",
        "2025-03-31T07:00:00Z, P0D, v2",
        "2026-08-27T06:59:59Z, PT3M1S, v1",
        "2026-08-27T07:00:00Z, PT3M1S, v3",
        "2026-08-27T07:00:00Z, PT1M, v3"
    })
    void saysWhatAViewWasWhenItWasRead(Instant observedAt, String duration, String version) {
        PostReading video = YouTubeMapper.post(video("\"duration\":\"" + duration + "\""), null, observedAt);

        assertThat(video.counters().get(Counter.VIEWS).definition()).isEqualTo("youtube.views." + version);
    }

    @ParameterizedTest
    @CsvSource({"2025-03-31T06:59:59Z, v1", "2025-03-31T07:00:00Z, v2", "2026-08-27T07:00:00Z, v3"})
    void saysWhatTheViewsOfAChannelWereWhenTheyWereRead(Instant observedAt, String version) {
        assertThat(YouTubeMapper.account(item("channels.json", 0), observedAt)
                        .counters()
                        .get(Counter.VIEWS_TOTAL)
                        .definition())
                .isEqualTo("youtube.views_total." + version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"id\":\"v\",\"snippet\":{}}", "{\"id\":\"v\",\"snippet\":{\"publishedAt\":\"yesterday\"}}"})
    void refusesAVideoWithoutDate(String video) {
        assertThatThrownBy(() -> YouTubeMapper.post(json(video), null, NOW))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("field publishedAt");
    }

    @Test
    void readsACommentButNoName() {
        Fields comment = item("comment-threads.json", 0).at("snippet", "topLevelComment");

        assertThat(YouTubeMapper.interaction(comment, InteractionKind.COMMENT, POST, "vid00000001"))
                .isEqualTo(new InteractionReading(
                        "UgxThreadA",
                        InteractionKind.COMMENT,
                        "vid00000001",
                        "vid00000001",
                        "UCvisitorOne",
                        false,
                        Instant.parse("2026-11-19T18:00:00Z"),
                        "Is 2 < 3 minutes enough?",
                        null,
                        Counters.of("youtube").exact(Counter.LIKES, 4).build()));
    }

    @Test
    void tellsTheOwnerByTheChannel() {
        Fields reply =
                item("comment-threads.json", 0).at("replies").items("comments").get(0);

        assertThat(YouTubeMapper.interaction(reply, InteractionKind.REPLY, POST, "UgxThreadA")
                        .isByOwner())
                .isTrue();
    }

    @Test
    void doesNotGuessWhoWroteACommentWithoutAuthor() {
        Fields comment = item("comment-threads.json", 1).at("snippet", "topLevelComment");

        InteractionReading reading = YouTubeMapper.interaction(comment, InteractionKind.COMMENT, POST, "vid00000001");

        assertThat(reading.authorId()).isNull();
        assertThat(reading.isByOwner()).isNull();
        assertThat(reading.counters().get(Counter.LIKES).state()).isEqualTo(MeasureState.NOT_AVAILABLE);
    }

    private static Fields item(String fixture, int index) {
        return json(fixture("youtube/" + fixture)).items("items").get(index);
    }

    private static Fields video(String contentDetails) {
        return json("{\"id\":\"v\",\"snippet\":{\"publishedAt\":\"2026-01-02T03:04:05Z\"},\"contentDetails\":{"
                + contentDetails + "}}");
    }

    private static AccountRef account(String stableId) {
        return new AccountRef("youtube", "key", "@riverbendclinic", stableId, Relation.OTHER, null, "key");
    }
}
