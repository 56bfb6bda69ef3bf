package org.carebench.spark.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.spark.metric.CuratedWorld.BUSINESS_DATE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carebench.contract.dataset.CoverageState;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.mart.ProviderMetric;
import org.carebench.contract.schema.DatasetSchema;
import org.carebench.spark.MetricDefinitions;
import org.carebench.spark.TestSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderMetricsTest {

    private static final Instant NOON = Instant.parse("2024-01-10T12:00:00Z");
    private static final String FIRST = "2024-01-01";
    private static final MetricComputation COMPUTATION = new MetricComputation(
            MetricDefinitions.all(),
            MetricDefinitions.rule(),
            List.of("billing", "prevention"),
            List.of("community", "patients", "physicians"),
            BUSINESS_DATE);

    private final CuratedWorld world = new CuratedWorld();

    @Test
    void hasTheColumnsOfTheContract() {
        assertThat(List.of(ProviderMetrics.of(world.inputs(), COMPUTATION).columns()))
                .isEqualTo(DatasetSchema.of(ProviderMetric.class).columnNames());
    }

    /** New York puts its clocks forward on 10 March, Auckland has long been in the next quarter. */
    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2024-04-01T03:59:59Z, 2024-01-01",
        "America/New_York, 2024-01-01T04:59:59Z, 2023-10-02",
        "America/New_York, 2024-01-01T05:00:00Z, 2024-01-01",
        "Pacific/Auckland, 2023-12-31T11:00:00Z, 2024-01-01",
        "Pacific/Auckland, 2023-12-31T10:59:59Z, 2023-10-02",
        ", 2023-12-31T23:59:59Z, 2023-10-02"
    })
    void putsPostsItemsAndReviewsIntoThePeriodOfTheProvidersCalendar(@Nullable String zone, Instant at, String period) {
        world.organization("cms:1", zone)
                .account("a", "cms:1", "facebook")
                .post("p", "a", "facebook", at, null)
                .item("i", "a", at, null)
                .review("r", "cms:1", "google", at, 5);

        assertThat(value("posts", "facebook", period)).isEqualTo(1);
        assertThat(value("inbound_volume", "facebook", period)).isEqualTo(1);
        assertThat(row("review_star", "google", period).<Long>getAs("items")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        // 9 March to 11 March in New York is 47 hours, in UTC as everywhere.
        "2024-03-09T12:00:00Z, 2024-03-11T12:00:00Z, 1",
        "2024-03-09T12:00:00Z, 2024-03-11T12:00:01Z, 2"
    })
    void measuresTheTimeBetweenCrossPostsInElapsedHours(Instant first, Instant second, double posts) {
        world.organization("cms:1", "America/New_York")
                .account("a", "cms:1", "facebook")
                .account("b", "cms:1", "x")
                .post("p", "a", "facebook", first, "Flu shots TODAY! https://a.example/1")
                .post("q", "b", "x", second, "flu shots today - https://b.example/2");

        assertThat(row("posting_rate", "all", FIRST).<Double>getAs("numerator")).isEqualTo(posts);
    }

    @Test
    void doesNotTakePostsWithoutWordsForTheSame() {
        world.organization("cms:1", null)
                .account("a", "cms:1", "facebook")
                .post("p", "a", "facebook", NOON, "https://a.example/1")
                .post("q", "a", "facebook", NOON, "!!!")
                .post("r", "a", "facebook", NOON, null);

        assertThat(row("posting_rate", "all", FIRST).<Double>getAs("numerator")).isEqualTo(3);
    }

    @Test
    void countsOriginalPostsThatLivedForADay() {
        world.organization("cms:1", null)
                .account("a", "cms:1", "facebook")
                .post("kept", "a", "facebook", NOON, "one")
                .post("answer", "a", "facebook", "REPLY", NOON, "two", false)
                .post("passed on", "a", "facebook", "REPOST", NOON, "three", false)
                .post("gone at once", "a", "facebook", "ORIGINAL", NOON, "four", true)
                .seen("gone at once", "facebook", NOON.plus(Duration.ofHours(20)))
                .post("gone later", "a", "facebook", "ORIGINAL", NOON, "five", true)
                .seen("gone later", "facebook", NOON.plus(Duration.ofHours(24)));

        assertThat(value("posts", "facebook", FIRST)).isEqualTo(2);
    }

    @Test
    void subtractsTheOwnersCommentsThatTheCounterHadCounted() {
        Instant counted = NOON.plus(Duration.ofDays(7));
        world.organization("cms:1", null)
                .account("a", "cms:1", "facebook")
                .post("p", "a", "facebook", NOON, null)
                .engaged("p", "facebook", NOON, 10, 5, 1)
                .comment("c1", "a", "facebook", "COMMENT", "p", true, NOON.plusSeconds(60))
                .comment("c2", "a", "facebook", "REPLY", "p", true, counted)
                .comment("c3", "a", "facebook", "REPLY", "p", true, counted.plusSeconds(1))
                .comment("c4", "a", "facebook", "COMMENT", "p", false, NOON.plusSeconds(60));

        assertThat(value("interactions", "facebook", FIRST)).isEqualTo(10 + 3 + 1);
    }

    @Test
    void subtractsOnlyCommentsOfTheKindThatThePlatformCounts() {
        world.organization("cms:1", null)
                .account("a", "cms:1", "x")
                .post("p", "a", "x", NOON, null)
                .engaged("p", "x", NOON, 10, 5, 1)
                .counted("p", "x", "quotes", 7, NOON, 0L, "ON_TIME")
                .comment("c1", "a", "x", "COMMENT", "p", true, NOON.plusSeconds(60))
                .comment("c2", "a", "x", "REPLY", "p", true, NOON.plusSeconds(60));

        assertThat(value("interactions", "x", FIRST)).isEqualTo(10 + 4 + 1);
    }

    @Test
    void doesNotKnowInteractionsWhereCommentsCannotBeTold() {
        world.organization("cms:1", null)
                .account("unread", "cms:1", "facebook")
                .account("unknown", "cms:1", "tiktok")
                .account("silent", "cms:1", "linkedin")
                .covered("silent", "cms:1", DataFamily.INTERACTIONS, 1, CoverageState.COMPLETE)
                .covered("silent", "cms:1", DataFamily.POSTS, 1, CoverageState.COMPLETE)
                .post("p", "unread", "facebook", NOON, null)
                .engaged("p", "facebook", NOON, 10, 5, 1)
                .post("q", "unknown", "tiktok", NOON, null)
                .engaged("q", "tiktok", NOON, 10, 5, 1)
                .comment("c", "unknown", "tiktok", "COMMENT", "q", null, NOON.plusSeconds(60))
                .post("r", "silent", "linkedin", NOON, null)
                .engaged("r", "linkedin", NOON, 10, 5, 1);

        assertThat(row("interactions", "facebook", FIRST).<String>getAs("state"))
                .isEqualTo("NOT_COLLECTABLE");
        assertThat(row("interactions", "tiktok", FIRST).<String>getAs("state")).isEqualTo("NOT_COLLECTABLE");
        assertThat(value("interactions", "linkedin", FIRST)).isEqualTo(16);
    }

    @Test
    void readsCountersAtSevenDaysOnTimeOnly() {
        world.organization("cms:1", null).account("a", "cms:1", "youtube");
        for (String capture : List.of("ON_TIME", "LATE", "IMMATURE", "MISSED")) {
            world.post(capture, "a", "youtube", NOON, null)
                    .counted(capture, "youtube", "likes", 7, NOON, capture.equals("IMMATURE") ? null : 5L, capture)
                    .counted(capture, "youtube", "likes", 28, NOON, 99L, "ON_TIME")
                    .counted(capture, "youtube", "comments", 7, NOON, 0L, capture);
        }

        Row interactions = row("interactions", "youtube", FIRST);
        assertThat(interactions.<Double>getAs("value")).isEqualTo(5);
        assertThat(interactions.<Long>getAs("items")).isEqualTo(1);
        assertThat(interactions.<Long>getAs("excluded")).isEqualTo(3);
    }

    @Test
    void anAccountOfTwoProvidersCountsForBothAndAnItemOfTwoAccountsOnce() {
        world.organization("cms:1", null)
                .organization("cms:2", "Pacific/Auckland")
                .account("a", "cms:1", "facebook")
                .account("b", "cms:1", "facebook")
                .account("a", "cms:2", "facebook")
                .post("p", "a", "facebook", NOON, null)
                .post("q", "b", "facebook", NOON, null)
                .item("i", "a", NOON, null)
                .item("i", "b", NOON, NOON.plusSeconds(3600));

        Map<String, Double> posts = new HashMap<>();
        metrics(world.inputs()).stream()
                .filter(row -> row.getAs("metric_id").equals("posts")
                        && row.getAs("period_start").toString().equals(FIRST))
                .forEach(row -> posts.put(row.getAs("organization_id"), row.getAs("value")));

        assertThat(posts).isEqualTo(Map.of("cms:1", 2.0, "cms:2", 1.0));
        assertThat(row("response_rate", "all", FIRST).<Double>getAs("numerator"))
                .isEqualTo(1);
        assertThat(row("response_rate", "all", FIRST).<Double>getAs("denominator"))
                .isEqualTo(1);
    }

    @Test
    void believesTheLatestRunOfTheNight() {
        world.organization("cms:1", null)
                .account("a", "cms:1", "facebook")
                .covered("a", "cms:1", DataFamily.POSTS, 1, CoverageState.FAILED)
                .covered("a", "cms:1", DataFamily.POSTS, 2, CoverageState.NOT_OFFERED);

        assertThat(metrics(world.inputs()))
                .filteredOn(row -> row.getAs("metric_id").equals("posts"))
                .extracting(row -> row.<String>getAs("state"))
                .containsExactly("NOT_COLLECTABLE");
    }

    @Test
    void leavesOutProvidersWithoutAccountAndReviewsWithoutDateOrStars() {
        world.organization("cms:1", null)
                .review("r1", "cms:1", "google", null, 5)
                .review("r2", "cms:1", "google", NOON, null);

        assertThat(metrics(world.inputs())).isEmpty();
    }

    @Test
    void readsTagsAndProfilesOfTheRightPost() {
        world.organization("cms:1", null).account("a", "cms:1", "facebook").day("a", "facebook", NOON, 500);
        for (int i = 0; i < 20; i++) {
            world.post("p" + i, "a", "facebook", NOON.plusSeconds(i), "text " + i)
                    .tag("p" + i, "topic", i < 10 ? "billing" : "prevention")
                    .tag("p" + i, "audience", "patients");
        }

        assertThat(value("topic_breadth", "all", FIRST)).isEqualTo(2);
        assertThat(value("audience_breadth", "all", FIRST)).isEqualTo(0);
        assertThat(value("profile_completeness", "all", FIRST)).isEqualTo(0.5);
        assertThat(value("followers", "facebook", FIRST)).isEqualTo(Math.log(500));
    }

    @ParameterizedTest
    @CsvSource({"1, 7", "3, 3", "7, 1"})
    void givesTheSameToTheLastBitForAnyNumberOfPartitions(int inputPartitions, int shufflePartitions) {
        CuratedWorld many = randomWorld(11);
        List<String> expected = sorted(metrics(many.inputs()));
        SparkSession spark = TestSession.spark();
        String before = spark.conf().get("spark.sql.shuffle.partitions");
        spark.conf().set("spark.sql.shuffle.partitions", Integer.toString(shufflePartitions));
        try {
            List<String> actual = sorted(metrics(many.inputs(rows -> rows.repartition(inputPartitions))));

            assertThat(actual).hasSizeGreaterThan(200).isEqualTo(expected);
        } finally {
            spark.conf().set("spark.sql.shuffle.partitions", before);
        }
    }

    /** Providers that post, are answered, rated and watched by seeded chance. */
    static CuratedWorld randomWorld(long seed) {
        Random random = new Random(seed);
        CuratedWorld world = new CuratedWorld();
        for (int o = 0; o < 12; o++) {
            String organization = "cms:" + o;
            String account = "account" + o;
            String platform = o % 2 == 0 ? "facebook" : "linkedin";
            world.organization(
                            organization,
                            List.of("America/New_York", "Asia/Kolkata").get(o % 2))
                    .account(account, organization, platform)
                    .account(account, "cms:" + (o + 1) % 12, platform)
                    .covered(account, organization, DataFamily.POSTS, 1, CoverageState.COMPLETE)
                    .covered(account, organization, DataFamily.INTERACTIONS, 1, CoverageState.COMPLETE);
            for (int day = 0; day < 100; day += 2) {
                Instant at = NOON.plus(Duration.ofDays(day)).plusSeconds(random.nextInt(40_000));
                String post = "post" + o + "." + day;
                world.day(account, platform, at, 90 + random.nextInt(900))
                        .post(post, account, platform, at, "text " + random.nextInt(20))
                        .engaged(post, platform, at, random.nextInt(50), random.nextInt(9), random.nextInt(5))
                        .comment("c" + post, account, platform, "COMMENT", post, random.nextBoolean(), at)
                        .tag(post, "topic", random.nextBoolean() ? "billing" : "prevention")
                        .tag(post, "topic", random.nextBoolean() ? "billing" : "other")
                        .tag(post, "audience", random.nextBoolean() ? "patients" : "community")
                        .item(
                                "c" + post,
                                account,
                                at,
                                random.nextBoolean() ? at.plusSeconds(random.nextInt(900_000)) : null)
                        .review("r" + post, organization, "google", at, 1 + random.nextInt(5));
            }
        }
        return world;
    }

    static List<Row> metrics(MetricInputs inputs) {
        return ProviderMetrics.of(inputs, COMPUTATION).collectAsList();
    }

    private static List<String> sorted(List<Row> rows) {
        return rows.stream().map(Row::toString).sorted().toList();
    }

    private @Nullable Double value(String metric, String platform, String period) {
        return row(metric, platform, period).getAs("value");
    }

    private Row row(String metric, String platform, String period) {
        return metrics(world.inputs()).stream()
                .filter(row -> row.getAs("organization_id").equals("cms:1")
                        && row.getAs("metric_id").equals(metric)
                        && row.getAs("platform").equals(platform)
                        && row.getAs("period_start").equals(LocalDate.parse(period)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row of " + metric + " on " + platform + " in " + period));
    }
}
