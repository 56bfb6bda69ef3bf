package org.carebench.spark.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.spark.metric.CuratedWorld.BUSINESS_DATE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    /** Every case is a provider of its own, so that Spark has to compute only once. */
    private static final CuratedWorld CASES = new CuratedWorld();

    private static final List<Row> METRICS = metricsOfCases();

    private static List<Row> metricsOfCases() {
        zones();
        crossPosts();
        wordlessPosts();
        livedPosts();
        ownComments();
        unknownComments();
        ages();
        sharedAccounts();
        reviews();
        profilesAndTags();
        return metrics(CASES.inputs());
    }

    private static void zones() {
        atTheEdge("NY before", "America/New_York", "2024-04-01T03:59:59Z");
        atTheEdge("NY winter before", "America/New_York", "2024-01-01T04:59:59Z");
        atTheEdge("NY winter after", "America/New_York", "2024-01-01T05:00:00Z");
        atTheEdge("Auckland after", "Pacific/Auckland", "2023-12-31T11:00:00Z");
        atTheEdge("Auckland before", "Pacific/Auckland", "2023-12-31T10:59:59Z");
        atTheEdge("no zone", null, "2023-12-31T23:59:59Z");
    }

    private static void atTheEdge(String organization, @Nullable String zone, String time) {
        Instant at = Instant.parse(time);
        CASES.organization(organization, zone)
                .account("a " + organization, organization, "facebook")
                .post("p " + organization, "a " + organization, "facebook", at, null)
                .item("i " + organization, "a " + organization, at, null)
                .review("r " + organization, organization, "google", at, 5);
    }

    /** New York puts its clocks forward on 10 March; Auckland is half a day ahead. */
    @ParameterizedTest
    @CsvSource({
        "NY before, 2024-01-01",
        "NY winter before, 2023-10-02",
        "NY winter after, 2024-01-01",
        "Auckland after, 2024-01-01",
        "Auckland before, 2023-10-02",
        "no zone, 2023-10-02"
    })
    void putsPostsItemsAndReviewsIntoThePeriodOfTheProvidersCalendar(String organization, String period) {
        assertThat(row(organization, "posts", "facebook", period).<Double>getAs("value"))
                .isEqualTo(1);
        assertThat(row(organization, "inbound_volume", "facebook", period).<Double>getAs("value"))
                .isEqualTo(1);
        assertThat(row(organization, "review_star", "google", period).<Long>getAs("items"))
                .isEqualTo(1);
    }

    private static void crossPosts() {
        crossPost("48 hours", Instant.parse("2024-03-11T12:00:00Z"));
        crossPost("more than 48 hours", Instant.parse("2024-03-11T12:00:01Z"));
    }

    private static void crossPost(String organization, Instant second) {
        Instant first = Instant.parse("2024-03-09T12:00:00Z");
        CASES.organization(organization, "America/New_York")
                .account("f " + organization, organization, "facebook")
                .account("x " + organization, organization, "x")
                .post(
                        "p " + organization,
                        "f " + organization,
                        "facebook",
                        first,
                        "Flu shots TODAY! https://a.example/1")
                .post("q " + organization, "x " + organization, "x", second, "flu shots today - https://b.example/2");
    }

    /** From 9 to 11 March clocks in New York run 49 hours, and 48 pass. */
    @ParameterizedTest
    @CsvSource({"48 hours, 1", "more than 48 hours, 2"})
    void measuresTheTimeBetweenCrossPostsInElapsedHours(String organization, double posts) {
        assertThat(row(organization, "posting_rate", "all", FIRST).<Double>getAs("numerator"))
                .isEqualTo(posts);
    }

    private static void wordlessPosts() {
        CASES.organization("wordless", null)
                .account("w", "wordless", "facebook")
                .post("w1", "w", "facebook", NOON, "https://a.example/1")
                .post("w2", "w", "facebook", NOON, "!!!")
                .post("w3", "w", "facebook", NOON, null);
    }

    @Test
    void doesNotTakePostsWithoutWordsForTheSame() {
        assertThat(row("wordless", "posting_rate", "all", FIRST).<Double>getAs("numerator"))
                .isEqualTo(3);
    }

    private static void livedPosts() {
        CASES.organization("removed", null)
                .account("d", "removed", "facebook")
                .post("kept", "d", "facebook", NOON, "one")
                .post("answer", "d", "facebook", "REPLY", NOON, "two", false)
                .post("passed on", "d", "facebook", "REPOST", NOON, "three", false)
                .post("gone at once", "d", "facebook", "ORIGINAL", NOON, "four", true)
                .seen("gone at once", "facebook", NOON.plus(Duration.ofHours(20)))
                .post("gone later", "d", "facebook", "ORIGINAL", NOON, "five", true)
                .seen("gone later", "facebook", NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void countsOriginalPostsThatLivedForADay() {
        assertThat(row("removed", "posts", "facebook", FIRST).<Double>getAs("value"))
                .isEqualTo(2);
    }

    private static void ownComments() {
        Instant counted = NOON.plus(Duration.ofDays(7));
        Instant soon = NOON.plusSeconds(60);
        CASES.organization("owner", null)
                .account("of", "owner", "facebook")
                .post("op", "of", "facebook", NOON, null)
                .engaged("op", "facebook", NOON, 10, 5, 1)
                .comment("o1", "of", "facebook", "COMMENT", "op", true, soon)
                .comment("o2", "of", "facebook", "REPLY", "op", true, counted)
                .comment("o3", "of", "facebook", "REPLY", "op", true, counted.plusSeconds(1))
                .comment("o4", "of", "facebook", "COMMENT", "op", false, soon)
                .account("ox", "owner", "x")
                .post("oq", "ox", "x", NOON, null)
                .engaged("oq", "x", NOON, 10, 5, 1)
                .counted("oq", "x", "quotes", 7, NOON, 0L, "ON_TIME")
                .comment("o5", "ox", "x", "COMMENT", "oq", true, soon)
                .comment("o6", "ox", "x", "REPLY", "oq", true, soon);
    }

    @Test
    void subtractsTheOwnersCommentsThatTheCounterHadCounted() {
        assertThat(row("owner", "interactions", "facebook", FIRST).<Double>getAs("value"))
                .isEqualTo(10 + 3 + 1);
    }

    @Test
    void subtractsOnlyCommentsOfTheKindThatThePlatformCounts() {
        assertThat(row("owner", "interactions", "x", FIRST).<Double>getAs("value"))
                .isEqualTo(10 + 4 + 1);
    }

    private static void unknownComments() {
        CASES.organization("unsure", null)
                .account("unread", "unsure", "facebook")
                .post("up", "unread", "facebook", NOON, null)
                .engaged("up", "facebook", NOON, 10, 5, 1)
                .account("unknown", "unsure", "tiktok")
                .post("uq", "unknown", "tiktok", NOON, null)
                .engaged("uq", "tiktok", NOON, 10, 5, 1)
                .comment("u1", "unknown", "tiktok", "COMMENT", "uq", null, NOON.plusSeconds(60))
                .account("silent", "unsure", "linkedin")
                .covered("silent", "unsure", DataFamily.INTERACTIONS, 1, CoverageState.COMPLETE)
                .covered("silent", "unsure", DataFamily.POSTS, 1, CoverageState.COMPLETE)
                .post("ur", "silent", "linkedin", NOON, null)
                .engaged("ur", "linkedin", NOON, 10, 5, 1);
    }

    @Test
    void doesNotKnowInteractionsWhereCommentsCannotBeTold() {
        assertThat(row("unsure", "interactions", "facebook", FIRST).<String>getAs("state"))
                .isEqualTo("NOT_COLLECTABLE");
        assertThat(row("unsure", "interactions", "tiktok", FIRST).<String>getAs("state"))
                .isEqualTo("NOT_COLLECTABLE");
        assertThat(row("unsure", "interactions", "linkedin", FIRST).<Double>getAs("value"))
                .isEqualTo(16);
    }

    private static void ages() {
        CASES.organization("ages", null).account("ag", "ages", "youtube");
        for (String capture : List.of("ON_TIME", "LATE", "IMMATURE", "MISSED")) {
            CASES.post(capture, "ag", "youtube", NOON, null)
                    .counted(capture, "youtube", "likes", 7, NOON, capture.equals("IMMATURE") ? null : 5L, capture)
                    .counted(capture, "youtube", "likes", 28, NOON, 99L, "ON_TIME")
                    .counted(capture, "youtube", "comments", 7, NOON, 0L, capture);
        }
    }

    @Test
    void readsCountersAtSevenDaysOnTimeOnly() {
        Row interactions = row("ages", "interactions", "youtube", FIRST);

        assertThat(interactions.<Double>getAs("value")).isEqualTo(5);
        assertThat(interactions.<Long>getAs("items")).isEqualTo(1);
        assertThat(interactions.<Long>getAs("excluded")).isEqualTo(3);
    }

    private static void sharedAccounts() {
        CASES.organization("two accounts", null)
                .organization("one account", "Pacific/Auckland")
                .account("s1", "two accounts", "facebook")
                .account("s2", "two accounts", "facebook")
                .account("s1", "one account", "facebook")
                .post("sp", "s1", "facebook", NOON, null)
                .post("sq", "s2", "facebook", NOON, null)
                .item("si", "s1", NOON, null)
                .item("si", "s2", NOON, NOON.plusSeconds(3600))
                .organization("later run", null)
                .account("lr", "later run", "facebook")
                .covered("lr", "later run", DataFamily.POSTS, 1, CoverageState.FAILED)
                .covered("lr", "later run", DataFamily.POSTS, 2, CoverageState.NOT_OFFERED);
    }

    @Test
    void anAccountOfTwoProvidersCountsForBothAndAnItemOfTwoAccountsOnce() {
        assertThat(row("two accounts", "posts", "facebook", FIRST).<Double>getAs("value"))
                .isEqualTo(2);
        assertThat(row("one account", "posts", "facebook", FIRST).<Double>getAs("value"))
                .isEqualTo(1);
        assertThat(row("two accounts", "response_rate", "all", FIRST).<Double>getAs("numerator"))
                .isEqualTo(1);
        assertThat(row("two accounts", "response_rate", "all", FIRST).<Double>getAs("denominator"))
                .isEqualTo(1);
        assertThat(row("one account", "response_rate", "all", FIRST).<Double>getAs("value"))
                .isEqualTo(0);
    }

    @Test
    void believesTheLatestRunOfTheNightAndKnowsTheLastPeriodOfAnAccountThatWasNeverSeen() {
        assertThat(METRICS)
                .filteredOn(row -> row.getAs("organization_id").equals("later run")
                        && row.getAs("metric_id").equals("posts"))
                .extracting(row -> row.getAs("period_start") + " " + row.getAs("state"))
                .containsExactly(FIRST + " NOT_COLLECTABLE");
    }

    private static void reviews() {
        CASES.organization("reviewed", null)
                .review("rv1", "reviewed", "google", null, 5)
                .review("rv2", "reviewed", "google", NOON, null);
    }

    @Test
    void leavesOutProvidersWithoutAccountAndReviewsWithoutDateOrStars() {
        assertThat(METRICS)
                .extracting(row -> row.<String>getAs("organization_id"))
                .contains("two accounts")
                .doesNotContain("reviewed");
    }

    private static void profilesAndTags() {
        CASES.organization("tagged", null).account("tg", "tagged", "facebook").day("tg", "facebook", NOON, 500);
        for (int i = 0; i < 20; i++) {
            CASES.post("tg" + i, "tg", "facebook", NOON.plusSeconds(i), "text " + i)
                    .tag("tg" + i, "topic", i < 10 ? "billing" : "prevention")
                    .tag("tg" + i, "audience", "patients");
        }
    }

    @Test
    void readsTagsAndProfiles() {
        assertThat(row("tagged", "topic_breadth", "all", FIRST).<Double>getAs("value"))
                .isEqualTo(2);
        assertThat(row("tagged", "audience_breadth", "all", FIRST).<Double>getAs("value"))
                .isEqualTo(0);
        assertThat(row("tagged", "profile_completeness", "all", FIRST).<Double>getAs("value"))
                .isEqualTo(0.5);
        assertThat(row("tagged", "followers", "facebook", FIRST).<Double>getAs("value"))
                .isEqualTo(Math.log(500));
    }

    @Test
    void hasTheColumnsOfTheContract() {
        assertThat(List.of(METRICS.get(0).schema().fieldNames()))
                .isEqualTo(DatasetSchema.of(ProviderMetric.class).columnNames());
    }

    @Test
    void givesTheSameToTheLastBitForAnyNumberOfPartitions() {
        CuratedWorld many = randomWorld(11);
        SparkSession spark = TestSession.spark();
        String before = spark.conf().get("spark.sql.shuffle.partitions");
        try {
            List<List<String>> results = new ArrayList<>();
            for (int partitions : new int[] {1, 3, 7}) {
                spark.conf().set("spark.sql.shuffle.partitions", Integer.toString(8 - partitions));
                results.add(sorted(metrics(many.inputs(rows -> rows.repartition(partitions)))));
            }

            assertThat(results.get(0)).hasSizeGreaterThan(200);
            assertThat(results.get(1)).isEqualTo(results.get(0));
            assertThat(results.get(2)).isEqualTo(results.get(0));
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

    private static Row row(String organization, String metric, String platform, String period) {
        return METRICS.stream()
                .filter(row -> row.getAs("organization_id").equals(organization)
                        && row.getAs("metric_id").equals(metric)
                        && row.getAs("platform").equals(platform)
                        && row.getAs("period_start").equals(LocalDate.parse(period)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no row of " + organization + ": " + metric + " on " + platform + " in " + period));
    }
}
