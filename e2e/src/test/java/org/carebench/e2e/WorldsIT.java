package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole worlds from files to findings: what was planted is found, and where nothing was planted nothing is claimed. */
@Order(2)
class WorldsIT {

    private static final Path RESOURCES =
            Path.of("src", "test", "resources", "worlds").toAbsolutePath();

    /** The night that landed the world, and the one that computes from it. */
    private static final String LANDED = "2025-07-07";

    private static final String NIGHT = "2025-07-08";
    private static final String RELEASE = NIGHT + ".1";

    private static final double NORMAL_999 = 3.29;

    private static final Once<World> PLANTED = new Once<>(() -> World.of("planted", "nightly"));
    private static final Once<World> NULL = new Once<>(() -> World.of("null", "extract", "benchmark"));

    private record World(Home home, Path files) {

        static World of(String name, String... commands) {
            Path scenario = RESOURCES.resolve(name + ".yaml");
            Path files = Home.emptyFolder("world_" + name);
            Home home = Home.create("of_" + name);
            Simulator.run(
                    "generate",
                    "--scenario",
                    scenario.toString(),
                    "--output",
                    files.toString(),
                    "--truth-at",
                    LANDED + "T23:59:59Z");
            Simulator.run(
                    "bulk",
                    "--scenario",
                    scenario.toString(),
                    "--lake",
                    home.folder().resolve("lake").toString(),
                    "--business-date",
                    LANDED,
                    "--pseudonym-key",
                    "worlds");
            for (String command : commands) {
                home.call(command, "--business-date", NIGHT)
                        .with("--config", RESOURCES.resolve("profile.yaml").toString(), "--input", files.toString())
                        .run()
                        .succeeded();
            }
            return new World(home, files);
        }

        Rows mart(String table, String columns, String where) {
            return new Rows(Rows.ofFiles("select " + columns + " from " + table("mart", table) + " where " + where)
                    .list());
        }

        Row headline(String claim) {
            return mart(
                            "cohort_comparison",
                            "*",
                            "is_headline and is_primary and peer_dimension = 'national' and claim = '" + claim
                                    + "' order by state = 'SHOWN' desc, exposure_end desc limit 1")
                    .single();
        }

        String table(String layer, String table) {
            return "read_parquet('" + home.folder().resolve("lake") + "/" + layer + "/release=" + RELEASE + "/" + table
                    + "/*.parquet', hive_partitioning = false)";
        }

        String truth(String file) {
            return "'" + files.resolve("truth").resolve(file) + "'";
        }
    }

    /**
     * Nothing is deleted in these worlds, so that the ledger of the last day holds every post that can still be seen. Those
     * of accounts that have gone or turned private since were seen before, and are not in it: they are left out here.
     */
    @ParameterizedTest
    @ValueSource(strings = {"planted", "null"})
    void everyPostOfAPeriodIsCounted(String name) {
        World world = world(name);
        // The zone is that of the state in which the provider is; a post belongs to the quarter of its local day.
        Rows counts = Rows.ofFiles("""
                with posted as (
                    select
                        unnest(string_split(a.organization_ids, ' ')) as organization_id, p.platform,
                        p.created_at::timestamptz as created_at
                    from read_json(%1$s, columns = {platform: 'varchar', account: 'varchar', kind: 'varchar', created_at: 'varchar', appeared_at: 'varchar'}) p
                    join read_csv(%2$s, all_varchar = true) a on a.platform = p.platform and a.stable_id = p.account
                    where p.kind = 'ORIGINAL'),
                gone as (
                    select unnest(string_split(organization_ids, ' ')) as organization_id, platform
                    from read_csv(%2$s, all_varchar = true)
                    where status_from is not null),
                expected as (
                    select posted.organization_id, posted.platform, count(*) as posts
                    from posted
                    join %3$s o on o.organization_id = posted.organization_id
                    where (posted.created_at at time zone o.time_zone)::date between date '2024-09-30' and date '2024-12-29'
                    group by all),
                counted as (
                    select organization_id, platform, value::bigint as posts
                    from %4$s
                    where metric_id = 'posts' and period_start = date '2024-09-30' and value > 0)
                select
                    count(*) as compared,
                    count(*) filter (where expected.posts is distinct from counted.posts) as different
                from expected
                full join counted using (organization_id, platform)
                anti join gone using (organization_id, platform)""".formatted(
                        world.truth("post_at.jsonl"),
                        world.truth("accounts.csv"),
                        world.table("curated", "organization"),
                        world.table("mart", "provider_metric")));

        assertThat(counts.single().number("compared")).isGreaterThan(900);
        assertThat(counts.single().number("different")).isZero();
    }

    /** Median and pooled rate of reactions and shares per follower, worked out in SQL from what was curated. */
    @Test
    void ratesPerFollowerAreThoseOfAnIndependentCalculation() {
        World world = PLANTED.get();
        String counters = """
                metric = 'likes' or metric = 'shares' and platform <> 'instagram' or metric = 'quotes' and platform = 'x'""";
        Rows rates = Rows.ofFiles("""
                with post as (
                    select
                        account.organization_id, post.platform, post.account_id, post.post_id, post.published_at,
                        (post.published_at at time zone coalesce(o.time_zone, 'UTC'))::date as day
                    from %1$s post
                    join %2$s account using (account_id)
                    join %3$s o on o.organization_id = account.organization_id
                    where post.kind = 'ORIGINAL' and post.platform in ('facebook', 'x', 'instagram')),
                counted as (
                    select
                        post_id, sum(value) filter (where %7$s) as amount, count(value) filter (where %7$s) as counters
                    from %4$s
                    where age_days = 7 and capture = 'ON_TIME'
                    group by post_id),
                followed as (
                    select
                        post.*, counted.amount, day.followers,
                        row_number() over (
                            partition by post.organization_id, post.post_id
                            order by abs(epoch_us(day.observed_at) - epoch_us(post.published_at)), day.observed_at
                        ) as distance
                    from post
                    join counted using (post_id)
                    join %5$s day on day.account_id = post.account_id and day.followers is not null
                        and abs(epoch_us(day.observed_at) - epoch_us(post.published_at)) <= 3 * 86400 * 1000000::bigint
                    where counted.counters = case post.platform when 'x' then 3 when 'facebook' then 2 else 1 end),
                expected as (
                    select
                        organization_id, platform,
                        date '2024-01-01' + (datediff('day', date '2024-01-01', day) // 91 * 91)::int as period_start,
                        100.0 * sum(amount) / sum(followers) as pooled,
                        100 * median(amount::double / followers) as middle, count(*) as posts
                    from followed
                    where distance = 1 and followers >= 100
                    group by all
                    having count(*) >= 8),
                found as (
                    select
                        organization_id, platform, period_start,
                        max(value) filter (where metric_id = 'er_partial_pooled') as pooled,
                        max(value) filter (where metric_id = 'er_partial_7d') as middle,
                        max(items) filter (where metric_id = 'er_partial_7d') as posts
                    from %6$s
                    where metric_id in ('er_partial_pooled', 'er_partial_7d') and value is not null
                    group by all)
                select
                    count(*) as compared,
                    count(*) filter (where abs(expected.pooled - found.pooled) <= 1e-9 * expected.pooled
                        and abs(expected.middle - found.middle) <= 1e-9 and expected.posts = found.posts) as equal
                from expected
                full join found using (organization_id, platform, period_start)
                where period_start <= date '2025-03-31'""".formatted(
                        world.table("curated", "post"),
                        world.table("curated", "account"),
                        world.table("curated", "organization"),
                        world.table("curated", "post_metric_at_age"),
                        world.table("curated", "account_day"),
                        world.table("mart", "provider_metric"),
                        counters));

        assertThat(rates.single().number("compared")).isGreaterThan(1000);
        assertThat(rates.single().number("equal")).isEqualTo(rates.single().number("compared"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"planted", "null"})
    void bothClaimsArePutToTheTest(String name) {
        for (String claim : List.of("C1", "C2")) {
            Row headline = world(name).headline(claim);

            assertThat(headline.get("state"))
                    .as(claim + ": " + headline.get("reason"))
                    .isEqualTo("SHOWN");
            assertThat(headline.number("n_high")).isGreaterThanOrEqualTo(20);
            assertThat(headline.number("n_low")).isGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void thePlantedDifferenceInRecommendationLiesInItsInterval() {
        Row headline = PLANTED.get().headline("C2");
        double truth = structuralDifference(PLANTED.get(), headline);

        assertThat(truth).as("planted difference").isGreaterThan(2);
        assertThat(number(headline, "estimate"))
                .as("estimate against %.2f planted", truth)
                .isCloseTo(truth, offset(NORMAL_999 * number(headline, "standard_error")));
        assertThat(number(headline, "ci_low")).as("found").isPositive();
    }

    @Test
    void thePlantedDifferenceInEngagementIsFound() {
        assertThat(number(PLANTED.get().headline("C1"), "ci_low"))
                .as("lower limit of the ratio")
                .isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C1", "C2"})
    void nothingIsClaimedWhereNothingWasPlanted(String claim) {
        Row headline = NULL.get().headline(claim);

        assertThat(headline.get("verdict"))
                .as(headline.get("finding"))
                .isIn("INCONCLUSIVE", "NO_MEANINGFUL_DIFFERENCE");
    }

    /** The program's own estimator, applied to what the scenario added and to nothing else. */
    private static double structuralDifference(World world, Row headline) {
        Rows members = Rows.ofFiles("""
                select
                    (m.cohort = 'HIGH')::int as high, o.beds, o.ownership_group, o.is_teaching, o.is_rural, o.region,
                    t.structural_percent
                from %1$s m
                join %2$s o using (organization_id)
                join %3$s y on y.organization_id = m.organization_id and y.measure_id = 'hcahps_recommend_top'
                join read_csv(%4$s) t on t.organization_id = m.organization_id
                where m.exposure = '%5$s' and m.period_end = date '%6$s' and m.cohort in ('HIGH', 'LOW')
                    and y.value is not null and y.n >= 100 and o.beds > 0 and o.ownership_group is not null
                    and o.is_teaching is not null and o.is_rural is not null and o.region is not null
                order by m.organization_id""".formatted(
                        world.table("mart", "cohort_membership"),
                        world.table("curated", "organization"),
                        world.table("curated", "outcome"),
                        world.truth("organizations.csv"),
                        headline.get("exposure"),
                        headline.get("exposure_end")));
        List<String> regions = members.list().stream()
                .map(row -> row.get("region"))
                .distinct()
                .sorted()
                .toList();
        List<double[]> rows = new ArrayList<>();
        for (Row row : members.list()) {
            double beds = Math.log(number(row, "beds"));
            List<Double> x = new ArrayList<>(List.of(
                    1.0,
                    number(row, "high"),
                    beds,
                    (beds - 4.5) * (beds - 4.5),
                    is(row.has("ownership_group", "FOR_PROFIT")),
                    is(row.has("ownership_group", "GOVERNMENT")),
                    is(row.has("is_teaching", "true")),
                    is(row.has("is_rural", "true"))));
            regions.stream().skip(1).forEach(region -> x.add(is(row.has("region", region))));
            rows.add(x.stream().mapToDouble(Double::doubleValue).toArray());
        }
        assertThat(rows).hasSize(headline.number("n_high") + headline.number("n_low"));
        return LeastSquaresOracle.coefficients(
                rows,
                members.list().stream()
                        .mapToDouble(row -> number(row, "structural_percent"))
                        .toArray())[1];
    }

    private static World world(String name) {
        return name.equals("null") ? NULL.get() : PLANTED.get();
    }

    private static double number(Row row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static double is(boolean holds) {
        return holds ? 1 : 0;
    }
}
