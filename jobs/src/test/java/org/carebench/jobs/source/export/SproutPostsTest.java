package org.carebench.jobs.source.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.source.Reading;
import org.carebench.jobs.source.Reading.Rejection;
import org.carebench.jobs.source.SourceFileException;
import org.carebench.jobs.source.SourceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SproutPostsTest {

    private final SproutPosts format = new SproutPosts();
    private final SourceTable posts = SourceTable.of(
                    "Date",
                    "Post ID",
                    "Network",
                    "Post Type",
                    "Content Type",
                    "Profile",
                    "Network ID",
                    "Link",
                    "Post",
                    "Impressions",
                    "Reach",
                    "Engagements",
                    "Engagement Rate (per Impression)",
                    "Reactions",
                    "Likes",
                    "Comments",
                    "Shares",
                    "Saves",
                    "Post Link Clicks",
                    "Post Clicks (All)",
                    "Video Views")
            .withDefault("Date", "6/20/2024 9:30 pm")
            .withDefault("Post ID", "17900000000000001")
            .withDefault("Network", "Instagram")
            .withDefault("Post Type", "Post")
            .withDefault("Content Type", "Photo")
            .withDefault("Profile", "tauberg")
            .withDefault("Network ID", "17841400000000001")
            .withDefault("Link", "https://www.instagram.com/p/AbC/")
            .withDefault("Post", "Open day")
            .withDefault("Impressions", "1,250")
            .withDefault("Reach", "900")
            .withDefault("Engagements", "130")
            .withDefault("Engagement Rate (per Impression)", "10.4%")
            .withDefault("Reactions", "85")
            .withDefault("Likes", "85")
            .withDefault("Comments", "5")
            .withDefault("Shares", "4")
            .withDefault("Saves", "31")
            .withDefault("Post Link Clicks", "1")
            .withDefault("Post Clicks (All)", "3")
            .withDefault("Video Views", "N/A");

    private final Path folder;

    SproutPostsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsAPostOfAnAccountOfTheCrosswalk() {
        posts.row();

        assertThat(read(posts).records(AccountLink.class))
                .extracting(AccountLink::accountId, AccountLink::organizationId, AccountLink::displayName)
                .containsExactly(tuple("instagram:17841400000000001", "cms:990001", "tauberg"));
        assertThat(read(posts).records(PostSnapshot.class))
                .containsExactly(new PostSnapshot(
                        "instagram:17900000000000001",
                        Instant.parse("2024-07-01T00:00:00Z"),
                        "instagram",
                        "instagram:17841400000000001",
                        PostKind.ORIGINAL,
                        Instant.parse("2024-06-21T01:30:00Z"),
                        null,
                        "https://www.instagram.com/p/AbC/",
                        null,
                        null,
                        null,
                        "Photo",
                        null,
                        "Open day",
                        0,
                        null,
                        null,
                        false,
                        notExported("views"),
                        reported(85, "likes"),
                        reported(5, "comments"),
                        reported(4, "shares"),
                        notExported("quotes"),
                        reported(31, "saves"),
                        reported(1250, "impressions"),
                        reported(900, "reach"),
                        reported(3, "clicks"),
                        Reading.SOURCE_ID,
                        2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Instagram | https://www.instagram.com/tauberg/reel/Ab_C-1/?utm=1                | instagram:Ab_C-1
                    X         | https://twitter.com/tauberg/status/1800000000000000001              | x:1800000000000000001
                    Twitter   | https://x.com/tauberg/status/1800000000000000001?s=20               | x:1800000000000000001
                    YouTube   | https://www.youtube.com/watch?list=a&v=-abcDEF_019                  | youtube:-abcDEF_019
                    YouTube   | https://youtu.be/-abcDEF_019                                        | youtube:-abcDEF_019
                    TikTok    | https://www.tiktok.com/@tauberg/video/7000000000000000001           | tiktok:7000000000000000001
                    LinkedIn  | https://www.linkedin.com/feed/update/urn:li:share:7000000000000000001 | linkedin:urn:li:share:7000000000000000001
                    """)
    void findsTheIdInTheAddressWhereTheReportHasNone(String network, String address, String postId) {
        SourceTable table = SourceTable.of("Date", "Network", "Profile", "Permalink")
                .row("Date", "06/20/2024 09:30", "Network", network, "Profile", "tauberg", "Permalink", address);

        assertThat(read(table).records(PostSnapshot.class))
                .extracting(PostSnapshot::postId, PostSnapshot::likes)
                .containsExactly(tuple(
                        postId,
                        Measure.missing(
                                MeasureState.NOT_IN_SOURCE, postId.substring(0, postId.indexOf(':')) + ".likes.v1")));
    }

    @Test
    void findsTheIdInTheAddressOfARowWithoutOne() {
        posts.row("Post ID", "");

        assertThat(read(posts).records(PostSnapshot.class))
                .extracting(PostSnapshot::postId)
                .containsExactly("instagram:AbC");
    }

    @Test
    void refusesAReportThatTellsNoPostsApart() {
        SourceTable table = SourceTable.of("Date", "Network", "Profile", "Likes")
                .row("Date", "06/20/2024 09:30", "Network", "X", "Profile", "tauberg");

        assertThatThrownBy(() -> read(table))
                .isInstanceOf(SourceFileException.class)
                .hasMessage(
                        "Cannot read export.csv: its header has neither column 'Post ID' nor 'Link', so that its posts"
                                + " cannot be told apart. Export with one of them.");
    }

    @ParameterizedTest
    @CsvSource({
        "Facebook, 100000000000001, 122158000000000001, facebook:100000000000001_122158000000000001",
        "Facebook, 100000000000001, 100000000000001_5, facebook:100000000000001_5",
        "Facebook, 99, 99_5, facebook:99_5",
        "LinkedIn, 77, urn:li:ugcPost:5, linkedin:urn:li:ugcPost:5",
        "YouTube, UCinvented000000000000001, 1E234567890, youtube:1E234567890"
    })
    void readsTheIdsOfEachNetwork(String network, String networkId, String id, String postId) {
        posts.row("Network", network, "Network ID", networkId, "Post ID", id);

        assertThat(read(posts).records(PostSnapshot.class))
                .extracting(PostSnapshot::postId)
                .containsExactly(postId);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Instagram | 90  | 85  | 90
                    Instagram | N/A | 85  | 85
                    X         | ''  | 85  | 85
                    LinkedIn  | 90  | 85  | 90
                    """)
    void takesReactionsOfEveryKindForLikes(String network, String reactions, String likes, long value) {
        posts.row("Network", network, "Post ID", "5", "Reactions", reactions, "Likes", likes);

        assertThat(read(posts).records(PostSnapshot.class))
                .extracting(post -> post.likes().value())
                .containsExactly(value);
    }

    @Test
    void doesNotTakeLikesForAllReactionsWhereTheyAreOneKind() {
        posts.row("Network", "LinkedIn", "Post ID", "5", "Reactions", "N/A", "Likes", "85");

        assertThat(read(posts).records(PostSnapshot.class))
                .extracting(PostSnapshot::likes)
                .containsExactly(Measure.missing(MeasureState.NOT_AVAILABLE, "linkedin.likes.v1"));
    }

    @Test
    void takesViewsOfVideosForViewsOnlyWherePostsAreVideos() {
        posts.row("Network", "TikTok", "Post ID", "7000000000000000001", "Video Views", "1,000")
                .row("Network", "X", "Post ID", "1800000000000000001", "Video Views", "1,000");

        assertThat(read(posts).records(PostSnapshot.class))
                .extracting(PostSnapshot::views)
                .containsExactly(
                        Measure.reported(1000, Precision.EXACT, "tiktok.views.v1"),
                        Measure.missing(MeasureState.NOT_IN_SOURCE, "x.views.v1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@Reply", "'@Reply"})
    void tellsRepliesFromPosts(String type) {
        posts.row("Network", "X", "Post ID", "5", "Post Type", type, "Post", "'@somebody Thanks");

        assertThat(read(posts).records(PostSnapshot.class))
                .extracting(PostSnapshot::kind, PostSnapshot::text)
                .containsExactly(tuple(PostKind.REPLY, "@somebody Thanks"));
    }

    @Test
    void storesNoAuthorAndNoAddressOutsideTheCrosswalk() {
        posts.row("Network ID", "", "Profile", "somebody", "Link", "https://www.instagram.com/somebody/p/AbC/");

        assertThat(read(posts).records()).singleElement().satisfies(record -> {
            assertThat(((PostSnapshot) record).accountId()).isNull();
            assertThat(record.toString()).doesNotContain("somebody");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Date        | 20/06/2024 09:30 | UNREADABLE_VALUE
                    Date        | 06/20/2024       | UNREADABLE_VALUE
                    Network     | Orkut            | VALUE_OUT_OF_RANGE
                    Network     | Bluesky          | INVALID_ID
                    Network ID  | 1.78414E+16      | INVALID_ID
                    Post ID     | 1.79E+16         | INVALID_ID
                    Impressions | 10.4%            | UNREADABLE_VALUE
                    Reactions   | 1.2K             | UNREADABLE_VALUE
                    """)
    void rejectsARowWithAnUnreadableValue(String column, String value, ProblemCode code) {
        posts.withDefault("Post ID", column.equals("Network") ? "" : "17900000000000001")
                .row(column, value);

        assertThat(read(posts).records()).isEmpty();
        assertThat(read(posts).rejections())
                .extracting(Rejection::line, Rejection::code)
                .containsExactly(tuple(2L, code));
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.facebook.com/tauberg/posts/pfbid02a, ''",
        "https://www.facebook.com/tauberg/posts/pfbid02a, 122158"
    })
    void rejectsAPostOfAPageThatNothingLastingIdentifies(String link, String postId) {
        posts.row("Network", "Facebook", "Network ID", "", "Profile", "somebody", "Link", link, "Post ID", postId);

        assertThat(read(posts).rejections()).extracting(Rejection::code).containsExactly(ProblemCode.INVALID_ID);
    }

    @Test
    void rejectsASecondRowOfAPostButNotOfAnotherNetwork() {
        posts.row().row().row("Network", "X");

        assertThat(read(posts).records(PostSnapshot.class)).hasSize(2);
        assertThat(read(posts).rejections())
                .extracting(Rejection::line, Rejection::code, Rejection::column)
                .containsExactly(tuple(3L, ProblemCode.DUPLICATE_ID, "Post ID"));
    }

    private Reading read(SourceTable table) {
        return Exports.read(format, folder, table);
    }

    private static Measure reported(long value, String counter) {
        return Measure.reported(value, Precision.EXACT, "instagram." + counter + ".v1");
    }

    private static Measure notExported(String counter) {
        return Measure.missing(MeasureState.NOT_IN_SOURCE, "instagram." + counter + ".v1");
    }
}
