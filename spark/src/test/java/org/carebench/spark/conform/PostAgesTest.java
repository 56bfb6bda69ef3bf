package org.carebench.spark.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.spark.LandingRecords.OBSERVED;
import static org.carebench.spark.LandingRecords.livePost;
import static org.carebench.spark.LandingRecords.post;
import static org.carebench.spark.LandingRecords.tombstone;
import static org.carebench.spark.TestSession.rows;
import static org.carebench.spark.TestSession.spark;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.PostSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostAgesTest {

    /** Live posts of these tests were published a day before {@link org.carebench.spark.LandingRecords#OBSERVED}. */
    private static final Instant PUBLISHED = OBSERVED.minus(Duration.ofDays(1));

    @AfterEach
    void restorePartitions() {
        spark().conf().set("spark.sql.shuffle.partitions", "1");
    }

    @Test
    void readsEveryMetricThatIsCarriedAtEveryAgeFromAllObservations() {
        Dataset<Row> snapshots = rows(
                PostSnapshot.class,
                livePost("bluesky:1", PostKind.ORIGINAL, PUBLISHED.plus(Duration.ofHours(2)), 1),
                livePost("bluesky:1", PostKind.ORIGINAL, PUBLISHED.plus(Duration.ofHours(25)), 4),
                livePost("bluesky:1", PostKind.ORIGINAL, PUBLISHED.plus(Duration.ofHours(49)), 6),
                livePost("bluesky:1", PostKind.ORIGINAL, PUBLISHED.plus(Duration.ofDays(7)), 9));

        assertThat(atAges(snapshots, 30))
                .containsExactlyInAnyOrder(
                        "bluesky:1 likes 7 9 REPORTED ON_TIME bluesky.likes.v1",
                        "bluesky:1 likes 28 null NOT_AVAILABLE MISSED null",
                        "bluesky:1 comments 7 2 REPORTED ON_TIME bluesky.replies.v1",
                        "bluesky:1 comments 28 null NOT_AVAILABLE MISSED null");
    }

    @Test
    void callsAFirstObservationLateAndTakesItsValue() {
        Dataset<Row> snapshots = rows(
                PostSnapshot.class,
                livePost("bluesky:1", PostKind.ORIGINAL, PUBLISHED.plus(Duration.ofDays(8)), 5),
                livePost("bluesky:1", PostKind.ORIGINAL, PUBLISHED.plus(Duration.ofDays(9)), 6));

        assertThat(atAges(snapshots, 9))
                .contains(
                        "bluesky:1 likes 7 5 REPORTED LATE bluesky.likes.v1",
                        "bluesky:1 likes 28 null PENDING IMMATURE null");
    }

    @Test
    void doesNotTakeATombstoneForAnObservation() {
        Dataset<Row> snapshots = rows(
                PostSnapshot.class,
                livePost("bluesky:1", PostKind.ORIGINAL, PUBLISHED.plus(Duration.ofHours(174)), 3),
                tombstone("bluesky:1", PUBLISHED.plus(Duration.ofHours(168))),
                tombstone("bluesky:2", PUBLISHED.plus(Duration.ofHours(168))));

        assertThat(atAges(snapshots, 8))
                .contains("bluesky:1 likes 7 3 REPORTED ON_TIME bluesky.likes.v1")
                .noneMatch(row -> row.startsWith("bluesky:2"));
    }

    @Test
    void leavesPostsOfNobodyOnTheRosterOut() {
        assertThat(atAges(rows(PostSnapshot.class, post("1", null, OBSERVED, "flu", 10L, 2)), 9))
                .isEmpty();
    }

    @Test
    void letsTheRowWithMostViewsSpeakForAnInstantInWhateverOrderTheRowsCome() {
        PostSnapshot few = post("1", "birch", OBSERVED, "flu", 10L, 7);
        PostSnapshot many = post("1", "birch", OBSERVED, "cold", 12L, 7);

        assertThat(atAges(rows(PostSnapshot.class, few, many), 9))
                .contains("youtube:1 views 7 12 REPORTED ON_TIME youtube.view_count.v1")
                .isEqualTo(atAges(rows(PostSnapshot.class, many, few), 9));
    }

    @Test
    void leavesACounterOutThatWasLookedAtInTimeAndNotGiven() {
        PostSnapshot withoutComments = post("1", "birch", OBSERVED, "flu", 10L, 7);

        assertThat(atAges(rows(PostSnapshot.class, withoutComments), 9))
                .contains("youtube:1 views 7 10 REPORTED ON_TIME youtube.view_count.v1")
                .contains("youtube:1 comments 28 null PENDING IMMATURE null")
                .noneMatch(row -> row.startsWith("youtube:1 comments 7"));
    }

    @Test
    void givesTheSameRowsForAnyNumberOfPartitions() {
        PostSnapshot[] snapshots = new PostSnapshot[30];
        for (int i = 0; i < snapshots.length; i++) {
            snapshots[i] = livePost("bluesky:" + i % 5, PostKind.ORIGINAL, PUBLISHED.plus(Duration.ofHours(7L * i)), i);
        }
        List<String> one = atAges(rows(PostSnapshot.class, snapshots), 9);
        spark().conf().set("spark.sql.shuffle.partitions", "7");

        assertThat(atAges(rows(PostSnapshot.class, snapshots).repartition(5), 9))
                .hasSize(20)
                .containsExactlyInAnyOrderElementsOf(one);
    }

    private static List<String> atAges(Dataset<Row> snapshots, int daysAfterPublication) {
        return PostAges.atAges(snapshots, PUBLISHED.plus(Duration.ofDays(daysAfterPublication)))
                .select("post_id", "metric", "age_days", "value", "value_state", "capture", "definition")
                .collectAsList()
                .stream()
                .map(row -> row.mkString(" "))
                .toList();
    }
}
