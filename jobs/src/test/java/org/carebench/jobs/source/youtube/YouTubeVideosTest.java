package org.carebench.jobs.source.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.carebench.contract.dataset.AccountSnapshot;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.source.Reading;
import org.carebench.jobs.source.Reading.Rejection;
import org.carebench.jobs.source.SourceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YouTubeVideosTest {

    private static final Instant OBSERVED_AT = Instant.parse("2024-07-01T00:00:00Z");

    private final YouTubeVideos format = new YouTubeVideos();
    private final SourceTable videos = SourceTable.of(
                    "video_id",
                    "title",
                    "description",
                    "published_at",
                    "channel_title",
                    "view_count",
                    "like_count",
                    "comment_count",
                    "duration",
                    "topic",
                    "professional")
            .withDefault("video_id", "-abcDEF_019")
            .withDefault("title", "A title")
            .withDefault("published_at", "2023-04-08T16:51:57Z")
            .withDefault("channel_title", "Somebody")
            .withDefault("view_count", "46137")
            .withDefault("like_count", "923")
            .withDefault("comment_count", "0")
            .withDefault("duration", "PT1M1S")
            .withDefault("topic", "sleep");

    private final Path folder;

    YouTubeVideosTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsAVideoOfAChannelOfTheCrosswalk() {
        videos.row("channel_title", "Tauberg General", "description", "One\ntwo");

        assertThat(read().records())
                .containsExactly(
                        new AccountSnapshot(
                                "youtube:Tauberg General",
                                OBSERVED_AT,
                                "youtube",
                                null,
                                "Tauberg General",
                                AccountStatus.UNKNOWN,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                notExported("subscriber_count"),
                                notExported("subscription_count"),
                                notExported("video_count"),
                                notExported("channel_view_count"),
                                notExported("rating_count"),
                                notExported("rating"),
                                Reading.SOURCE_ID,
                                2),
                        new PostSnapshot(
                                "youtube:-abcDEF_019",
                                OBSERVED_AT,
                                "youtube",
                                "youtube:Tauberg General",
                                PostKind.ORIGINAL,
                                Instant.parse("2023-04-08T16:51:57Z"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                "VIDEO",
                                "A title",
                                "One\ntwo",
                                0,
                                "sleep",
                                61L,
                                false,
                                Measure.reported(46137, Precision.EXACT, "youtube.view_count.v1"),
                                Measure.reported(923, Precision.EXACT, "youtube.like_count.v1"),
                                Measure.reported(0, Precision.EXACT, "youtube.comment_count.v1"),
                                notExported("share_count"),
                                notExported("quote_count"),
                                notExported("save_count"),
                                notExported("impression_count"),
                                notExported("reach"),
                                notExported("click_count"),
                                Reading.SOURCE_ID,
                                2));
    }

    private static Measure notExported(String counter) {
        return Measure.missing(MeasureState.NOT_IN_SOURCE, "youtube." + counter + ".v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Somebody", "TAUBERG GENERAL", "Tauberg General 2", "Damaged Link", ""})
    void storesNoAuthorOutsideTheCrosswalk(String channel) {
        videos.row("channel_title", channel);

        assertThat(read().records(AccountSnapshot.class)).isEmpty();
        assertThat(read().records(PostSnapshot.class)).singleElement().satisfies(post -> {
            assertThat(post.accountId()).isNull();
            assertThat(post.toString()).doesNotContain("Somebody", "TAUBERG");
        });
    }

    @Test
    void givesOneSnapshotPerAccountAndEveryRowOfAVideo() {
        videos.row("channel_title", "Tauberg General")
                .row("channel_title", "Tauberg General")
                .row("channel_title", "Tauberg General", "topic", "diet");

        assertThat(read().records(AccountSnapshot.class))
                .extracting(AccountSnapshot::sourceLine)
                .containsExactly(2L);
        assertThat(read().records(PostSnapshot.class))
                .extracting(PostSnapshot::sourceLine, PostSnapshot::sourceTopic)
                .containsExactly(tuple(2L, "sleep"), tuple(3L, "sleep"), tuple(4L, "diet"));
        assertThat(read().rejections()).isEmpty();
    }

    @Test
    void takesTheSnapshotOfAnAccountFromItsFirstReadableRow() {
        videos.row("channel_title", "Tauberg General", "view_count", "12.5K").row("channel_title", "Tauberg General");

        assertThat(read().records(AccountSnapshot.class))
                .extracting(AccountSnapshot::sourceLine)
                .containsExactly(3L);
    }

    @Test
    void takesCountersThatAreNotAvailableForUnknownAndNotForZero() {
        videos.row("view_count", "NA", "like_count", "NA", "comment_count", "NA", "duration", "NA", "topic", "NA");

        assertThat(read().records(PostSnapshot.class)).singleElement().satisfies(post -> {
            assertThat(post.views()).isEqualTo(Measure.missing(MeasureState.NOT_AVAILABLE, "youtube.view_count.v1"));
            assertThat(post.likes()).isEqualTo(Measure.missing(MeasureState.DISABLED, "youtube.like_count.v1"));
            assertThat(post.comments()).isEqualTo(Measure.missing(MeasureState.DISABLED, "youtube.comment_count.v1"));
            assertThat(post.durationSeconds()).isNull();
            assertThat(post.sourceTopic()).isNull();
        });
    }

    @Test
    void unescapesTextsAndThenRedactsThem() {
        videos.row(
                "title", "Q&amp;A &#39;live&#39; &lt;3 \uD83C\uDFE5",
                "description", "Mail rosa&#64;post.example, call (205) 555-0123");

        assertThat(read().records(PostSnapshot.class)).singleElement().satisfies(post -> {
            assertThat(post.title()).isEqualTo("Q&A 'live' <3 \uD83C\uDFE5");
            assertThat(post.text()).isEqualTo("Mail [e-mail], call [phone]");
            assertThat(post.redactions()).isEqualTo(2);
        });
    }

    @Test
    void takesBlankTextsForUnknown() {
        videos.row("title", "", "description", "");

        assertThat(read().records(PostSnapshot.class)).singleElement().satisfies(post -> {
            assertThat(post.title()).isNull();
            assertThat(post.text()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"&#0;", "&#x0;", "&#55357;", "&#xDE00;"})
    void landsNoCharacterThatTextCannotHold(String entity) {
        videos.row("description", "before" + entity + "after");

        assertThat(read().records(PostSnapshot.class))
                .extracting(PostSnapshot::text)
                .allSatisfy(text -> assertThat(text).doesNotContainPattern("[\\x00\\p{Cs}]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    video_id      | short                     | INVALID_ID
                    video_id      | twelve_chars              | INVALID_ID
                    video_id      | #abcDEF_019               | INVALID_ID
                    published_at  | 2023-04-08                | UNREADABLE_VALUE
                    published_at  | NA                        | UNREADABLE_VALUE
                    published_at  | 2024-07-02T00:00:01Z      | VALUE_OUT_OF_RANGE
                    duration      | 1:01                      | UNREADABLE_VALUE
                    view_count    | 12.5K                     | UNREADABLE_VALUE
                    like_count    | -3                        | VALUE_OUT_OF_RANGE
                    comment_count | 1,234                     | UNREADABLE_VALUE
                    view_count    | 1000000000001             | VALUE_OUT_OF_RANGE
                    """)
    void rejectsARowWithAnUnreadableValue(String column, String value, ProblemCode code) {
        videos.row(column, value);

        assertThat(read().records()).isEmpty();
        assertThat(read().rejections())
                .extracting(Rejection::line, Rejection::code, Rejection::column)
                .containsExactly(tuple(2L, code, column));
    }

    @Test
    void reportsTheLeftmostProblemOfARow() {
        videos.row("view_count", "12.5K", "duration", "1:01");

        assertThat(read().rejections()).extracting(Rejection::column).containsExactly("view_count");
    }

    private Reading read() {
        Path file = videos.write(folder.resolve("videos.csv"));
        Path accounts = SourceTable.of("channel_title", "ccn_candidate")
                .row("channel_title", "Tauberg General", "ccn_candidate", "990001")
                .row("channel_title", "Damaged Link", "ccn_candidate", "1")
                .row("channel_title", "Other Hospital", "ccn_candidate", "990002")
                .write(folder.resolve("accounts.csv"));
        return Reading.of(format, Reading.vintage(file, Map.of("accounts", accounts), Map.of("phone-region", "US")));
    }
}
