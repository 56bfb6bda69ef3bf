package org.carebench.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.spark.LandingRecords.BIRCH;
import static org.carebench.spark.LandingRecords.OBSERVED;
import static org.carebench.spark.LandingRecords.account;
import static org.carebench.spark.LandingRecords.coverage;
import static org.carebench.spark.LandingRecords.discussion;
import static org.carebench.spark.LandingRecords.facility;
import static org.carebench.spark.LandingRecords.insight;
import static org.carebench.spark.LandingRecords.interaction;
import static org.carebench.spark.LandingRecords.link;
import static org.carebench.spark.LandingRecords.liveAccount;
import static org.carebench.spark.LandingRecords.livePost;
import static org.carebench.spark.LandingRecords.liveReview;
import static org.carebench.spark.LandingRecords.organization;
import static org.carebench.spark.LandingRecords.outcome;
import static org.carebench.spark.LandingRecords.platformProblem;
import static org.carebench.spark.LandingRecords.post;
import static org.carebench.spark.LandingRecords.review;
import static org.carebench.spark.LandingRecords.rosterLink;
import static org.carebench.spark.TestSession.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carebench.contract.curated.AccountDay;
import org.carebench.contract.curated.PostMetricAtAge;
import org.carebench.contract.curated.PostTag;
import org.carebench.contract.dataset.AccountCoverage;
import org.carebench.contract.dataset.AccountInsight;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.AccountSnapshot;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.CoverageState;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.Discussion;
import org.carebench.contract.dataset.Facility;
import org.carebench.contract.dataset.Interaction;
import org.carebench.contract.dataset.LinkEvidence;
import org.carebench.contract.dataset.Organization;
import org.carebench.contract.dataset.Outcome;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.contract.dataset.Problem;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.Review;
import org.carebench.contract.lake.BenchmarkRequest;
import org.carebench.contract.lake.HopCount;
import org.carebench.contract.mart.Adoption;
import org.carebench.contract.mart.PeerDistribution;
import org.carebench.spark.io.LakeJson;
import org.carebench.spark.io.ReleaseLayer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkAppIT {

    private static final LocalDate NIGHT = LocalDate.of(2025, 12, 6);
    private static final LocalDate EVE = NIGHT.minusDays(1);

    @TempDir
    private static Path root;

    private static BenchmarkRequest request;
    private static Map<String, String> expected;

    @BeforeAll
    static void computeOnce() throws IOException {
        request = night(new LandingLake(root)).request();
        new BenchmarkApp(spark(), request).run();
        expected = checksums();
    }

    @AfterEach
    void restorePartitions() {
        spark().conf().set("spark.sql.shuffle.partitions", "1");
    }

    private static LandingLake night(LandingLake lake) throws IOException {
        List<Organization> organizations = new ArrayList<>();
        List<Facility> facilities = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            LandingRecords.Place place = BIRCH.named("Hospital " + i)
                    .at(i + " Birch Road")
                    .called("555010" + (1000 + i))
                    .in(i < 8 ? "AL" : "TX");
            organizations.add(organization("" + i, place, "US", i % 2 == 0 ? "Proprietary" : "Local", i + 2L));
            facilities.add(facility("" + i, place, 20 * i));
            outcomes.add(outcome("cms:" + i, i == 11 ? null : 50.0 + i, i == 11 ? null : 100L + i, i + 2L));
        }
        outcomes.add(outcome("cms:gone", 99.0, 500L, 14));
        facilities.add(
                facility("twin", BIRCH.named("Hospital 3").at("3 Birch Road").called("5550101003"), 5));
        return lake.land("cms-hospitals", Organization.class, organizations.toArray(Organization[]::new))
                .land("hifld-hospitals", Facility.class, facilities.toArray(Facility[]::new))
                .land("cms-hcahps-recommend", Outcome.class, outcomes.toArray(Outcome[]::new))
                .land(
                        "youtube-crosswalk",
                        AccountLink.class,
                        link("birch", "cms:1", LinkEvidence.CANDIDATE, 2),
                        link("elm", "cms:2", LinkEvidence.VERIFIED, 3),
                        link("oak", "cms:3", LinkEvidence.CANDIDATE, 4))
                .land("youtube-videos", AccountSnapshot.class, account("birch", OBSERVED, 5))
                .land(
                        "youtube-videos",
                        PostSnapshot.class,
                        post("1", "birch", OBSERVED, "flu", 10L, 2),
                        post("1", "birch", OBSERVED, "cold", 10L, 3),
                        post("2", null, OBSERVED, "flu", null, 4))
                .land("nhs-feedback", Review.class, review("1", "cms:1", 2))
                .collectedBefore(
                        "bluesky-0", "2025-12-05.1", AccountLink.class, rosterLink("bluesky:birch", "cms:1", EVE))
                .collectedBefore(
                        "bluesky-0",
                        "2025-12-05.1",
                        AccountSnapshot.class,
                        liveAccount("bluesky:birch", OBSERVED.minusSeconds(86_400), "birch", AccountStatus.ACTIVE, 7))
                .collectedBefore(
                        "bluesky-0",
                        "2025-12-05.1",
                        PostSnapshot.class,
                        livePost("bluesky:post", PostKind.ORIGINAL, OBSERVED.minusSeconds(86_400), 1L),
                        livePost("bluesky:passed-on", PostKind.REPOST, OBSERVED.minusSeconds(86_400), 9L))
                .collectedBefore(
                        "bluesky-0",
                        "2025-12-05.1",
                        Interaction.class,
                        interaction("bluesky:r1", "bluesky:birch", OBSERVED.minusSeconds(86_400), "Hello", 0))
                .collect("bluesky-0", "2025-12-06.1", AccountLink.class, rosterLink("bluesky:birch", "cms:1", NIGHT))
                .collect(
                        "bluesky-0",
                        "2025-12-06.1",
                        AccountSnapshot.class,
                        liveAccount("bluesky:birch", OBSERVED, "birch", AccountStatus.ACTIVE, 8))
                .collect(
                        "bluesky-0",
                        "2025-12-06.1",
                        PostSnapshot.class,
                        livePost("bluesky:post", PostKind.ORIGINAL, OBSERVED, 2L))
                .collect(
                        "bluesky-0",
                        "2025-12-06.1",
                        Interaction.class,
                        interaction("bluesky:r1", "bluesky:birch", OBSERVED, "Hello", 1),
                        interaction("bluesky:r2", "bluesky:birch", OBSERVED, "Thank you", 0))
                .collect("bluesky-0", "2025-12-06.1", Discussion.class, discussion("bluesky:d", "waits", OBSERVED, 4))
                .collect(
                        "bluesky-0",
                        "2025-12-06.1",
                        AccountInsight.class,
                        insight("instagram:birch", LocalDate.of(2025, 12, 4), OBSERVED, 70L))
                .collect("google-0", "2025-12-06.1", Review.class, liveReview("google:1", "cms:1", OBSERVED, 5))
                .collect(
                        "bluesky-0",
                        "2025-12-06.1",
                        AccountCoverage.class,
                        coverage("bluesky:birch", DataFamily.POSTS, CoverageState.COMPLETE, null),
                        coverage("bluesky:birch", DataFamily.INSIGHTS, CoverageState.NOT_OFFERED, "OWNER_ONLY"))
                .collect("bluesky-0", "2025-12-06.1", Problem.class, platformProblem(1, "It is gone."))
                .land(
                        "cms-hospitals",
                        Problem.class,
                        new Problem(
                                "cms-hospitals",
                                "cms-hospitals.csv",
                                30,
                                ProblemCode.INVALID_ID,
                                "id",
                                null,
                                null,
                                null,
                                null,
                                null,
                                true,
                                "No id."));
    }

    @Test
    void accountsForEveryLandedRecord() throws IOException {
        assertThat(ReleaseLayer.curated(spark(), request).manifest().hops())
                .containsExactly(
                        new HopCount("conform", "organization", 12, 12, 0, 0),
                        new HopCount("conform", "account", 5, 4, 0, 1),
                        new HopCount("conform", "account_day", 3, 3, 0, 0),
                        new HopCount("conform", "post", 6, 4, 0, 2),
                        new HopCount("conform", "post_metric", 15, 10, 0, 5),
                        new HopCount("conform", "interaction", 3, 2, 0, 1),
                        new HopCount("conform", "discussion", 1, 1, 0, 0),
                        new HopCount("conform", "account_insight", 1, 1, 0, 0),
                        new HopCount("conform", "review", 2, 2, 0, 0),
                        new HopCount("conform", "outcome", 13, 13, 0, 0),
                        new HopCount("conform", "account_coverage", 2, 2, 0, 0),
                        new HopCount("conform", "problem", 4, 4, 0, 0));
    }

    @Test
    void writesEveryTableOnceAndNothingElse() {
        assertThat(expected.keySet())
                .containsExactly(
                        "curated/release=2025-12-06.1/account/part-00000.parquet",
                        "curated/release=2025-12-06.1/account_coverage/part-00000.parquet",
                        "curated/release=2025-12-06.1/account_day/part-00000.parquet",
                        "curated/release=2025-12-06.1/account_insight/part-00000.parquet",
                        "curated/release=2025-12-06.1/answerable_item/part-00000.parquet",
                        "curated/release=2025-12-06.1/dictionary.csv",
                        "curated/release=2025-12-06.1/discussion/part-00000.parquet",
                        "curated/release=2025-12-06.1/interaction/part-00000.parquet",
                        "curated/release=2025-12-06.1/manifest.json",
                        "curated/release=2025-12-06.1/organization/part-00000.parquet",
                        "curated/release=2025-12-06.1/outcome/part-00000.parquet",
                        "curated/release=2025-12-06.1/post/part-00000.parquet",
                        "curated/release=2025-12-06.1/post_metric/part-00000.parquet",
                        "curated/release=2025-12-06.1/post_metric_at_age/part-00000.parquet",
                        "curated/release=2025-12-06.1/post_tag/part-00000.parquet",
                        "curated/release=2025-12-06.1/problem/part-00000.parquet",
                        "curated/release=2025-12-06.1/review/part-00000.parquet",
                        "mart/release=2025-12-06.1/adoption/part-00000.parquet",
                        "mart/release=2025-12-06.1/adoption_summary/part-00000.parquet",
                        "mart/release=2025-12-06.1/cohort_balance/part-00000.parquet",
                        "mart/release=2025-12-06.1/cohort_comparison/part-00000.parquet",
                        "mart/release=2025-12-06.1/cohort_membership/part-00000.parquet",
                        "mart/release=2025-12-06.1/comparison_variant/part-00000.parquet",
                        "mart/release=2025-12-06.1/dictionary.csv",
                        "mart/release=2025-12-06.1/dose_response/part-00000.parquet",
                        "mart/release=2025-12-06.1/index_component/part-00000.parquet",
                        "mart/release=2025-12-06.1/index_validity/part-00000.parquet",
                        "mart/release=2025-12-06.1/integration_index/part-00000.parquet",
                        "mart/release=2025-12-06.1/manifest.json",
                        "mart/release=2025-12-06.1/metric_distribution/part-00000.parquet",
                        "mart/release=2025-12-06.1/peer_distribution/part-00000.parquet",
                        "mart/release=2025-12-06.1/peer_position/part-00000.parquet",
                        "mart/release=2025-12-06.1/provider_metric/part-00000.parquet",
                        "mart/release=2025-12-06.1/recommendation/part-00000.parquet");
    }

    @Test
    void makesDerivedTablesOfTheCuratedOnesWithoutAHop() throws IOException {
        ReleaseLayer curated = ReleaseLayer.curated(spark(), request);

        assertThat(curated.read(PostTag.class)
                        .select("post_id", "scheme")
                        .distinct()
                        .collectAsList())
                .extracting(row -> row.mkString(" "))
                .containsExactlyInAnyOrder(
                        "bluesky:post topic", "bluesky:post audience", "youtube:1 topic", "youtube:1 audience");
        assertThat(curated.read(PostMetricAtAge.class)
                        .where("post_id = 'bluesky:post' and metric = 'likes'")
                        .orderBy("age_days")
                        .select("age_days", "value", "capture")
                        .collectAsList())
                .extracting(row -> row.mkString(" "))
                .containsExactly("7 null IMMATURE", "28 null IMMATURE");
        assertThat(curated.manifest().definitionVersions()).containsKey("topics");
        assertThat(curated.manifest().hops()).extracting(HopCount::subject).doesNotContain("post_tag");
    }

    @Test
    void addsWhatEarlierNightsCollected() throws IOException {
        assertThat(ReleaseLayer.curated(spark(), request)
                        .read(AccountDay.class)
                        .where("account_id = 'bluesky:birch'")
                        .select("observed_on", "followers")
                        .collectAsList())
                .extracting(row -> row.mkString(" "))
                .containsExactly("2025-12-05 7", "2025-12-06 8");
        assertThat(ReleaseLayer.mart(spark(), request)
                        .read(Adoption.class)
                        .where("platform = 'bluesky'")
                        .select("organization_id", "evidence", "posts_observed")
                        .collectAsList())
                .extracting(row -> row.mkString(" "))
                .containsExactly("cms:1 VERIFIED 1");
    }

    @Test
    void describesOutcomesByPeerGroup() throws IOException {
        List<Row> groups = ReleaseLayer.mart(spark(), request)
                .read(PeerDistribution.class)
                .where("peer_dimension = 'ownership_group'")
                .select("peer_group", "n", "n_missing", "median", "mean", "suppressed_reason")
                .collectAsList();

        assertThat(groups)
                .extracting(row -> row.mkString(" "))
                .containsExactly(
                        "FOR_PROFIT 6 0 55.0 55.0 null",
                        "GOVERNMENT null null null null COMPLEMENTARY",
                        "unknown null null null null FEWER_THAN_MINIMUM");
    }

    /** Also by compiled code, while the other tests interpret. */
    @Test
    void givesTheSameBytesHoweverTheRowsArePartitionedAndComputed() throws IOException {
        SparkSession other = spark().newSession();
        other.conf().set("spark.sql.shuffle.partitions", "7");
        other.conf().set("spark.sql.adaptive.enabled", "true");
        other.conf().set("spark.sql.adaptive.coalescePartitions.enabled", "false");
        other.conf().set("spark.sql.codegen.factoryMode", "CODEGEN_ONLY");
        other.conf().set("spark.sql.codegen.wholeStage", "true");
        deleteReleases();

        new BenchmarkApp(other, request).run();

        assertThat(checksums()).isEqualTo(expected);
    }

    @Test
    void completesWhatADeadAttemptBegan() throws IOException {
        Path mart = root.resolve("mart/release=2025-12-06.1");
        Files.delete(mart.resolve("manifest.json"));
        Files.delete(mart.resolve("recommendation/part-00000.parquet"));
        Files.writeString(mart.resolve("adoption/part-00000.parquet"), "half");
        Files.createDirectories(mart.resolve("unfinished/recommendation"));
        Files.writeString(mart.resolve("unfinished/recommendation/part-0.parquet"), "half");

        new BenchmarkApp(spark(), request).run();

        assertThat(checksums()).isEqualTo(expected);
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        Path file = root.resolve("mart/release=2025-12-06.1/manifest.json");
        Object before = Files.getLastModifiedTime(file);

        new BenchmarkApp(spark(), request).run();

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
        assertThat(checksums()).isEqualTo(expected);
    }

    @Test
    void givesTheSameBytesInAnotherJvm() throws IOException, InterruptedException {
        Path elsewhere = root.resolve("elsewhere");
        Path file = root.resolve("request.json");
        Files.writeString(file, LakeJson.write(night(new LandingLake(elsewhere)).request()));
        Path output = root.resolve("output.txt");

        int exitCode = submit(output, "--request", file.toString());

        assertThat(exitCode).as(Files.readString(output)).isZero();
        assertThat(checksums(elsewhere)).isEqualTo(expected);
    }

    @Test
    void endsWithANonZeroCodeAndSaysWhyWhereItFails() throws IOException, InterruptedException {
        Path file = root.resolve("request.json");
        Files.writeString(
                file,
                LakeJson.write(night(new LandingLake(root.resolve("other")))
                        .claimRows(99)
                        .request()));
        Path output = root.resolve("output.txt");

        int exitCode = submit(output, "--request", file.toString());

        assertThat(exitCode).isNotZero();
        assertThat(Files.readString(output, StandardCharsets.UTF_8))
                .contains("it holds 1 rows, but its manifest says 99");
        assertThat(root.resolve("other/curated")).doesNotExist();
    }

    /** Starts the application as production does, in a JVM of its own. */
    private static int submit(Path output, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=256m"));
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                "local[1]",
                "--conf",
                "spark.sql.codegen.factoryMode=NO_CODEGEN",
                "--conf",
                "spark.sql.codegen.wholeStage=false",
                "--class",
                BenchmarkApp.class.getName(),
                "spark-internal"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void deleteReleases() throws IOException {
        for (String layer : List.of("curated", "mart")) {
            try (Stream<Path> paths = Files.walk(root.resolve(layer))) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static Map<String, String> checksums() throws IOException {
        return checksums(root);
    }

    private static Map<String, String> checksums(Path root) throws IOException {
        Map<String, String> checksums = new TreeMap<>();
        for (String layer : List.of("curated", "mart")) {
            try (Stream<Path> paths = Files.walk(root.resolve(layer))) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    checksums.put(
                            root.relativize(path).toString(), HexFormat.of().formatHex(Files.readAllBytes(path)));
                }
            }
        }
        return checksums;
    }
}
