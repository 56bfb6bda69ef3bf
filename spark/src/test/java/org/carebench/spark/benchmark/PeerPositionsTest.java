package org.carebench.spark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.spark.TestSession.rows;
import static org.carebench.spark.TestSession.spark;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carebench.contract.lake.BenchmarkRequest;
import org.carebench.contract.mart.PeerPosition;
import org.carebench.contract.mart.ProviderMetric;
import org.carebench.contract.schema.DatasetSchema;
import org.carebench.spark.LandingLake;
import org.junit.jupiter.api.Test;

class PeerPositionsTest {

    /** Business date 2025-12-06, so that the newest period that has ended started on 2025-06-30. */
    private static final BenchmarkRequest REQUEST = new LandingLake(Path.of("unused")).request();

    private static final Dataset<Row> ORGANIZATIONS = spark().range(40)
            .selectExpr(
                    "concat('cms:', id) as organization_id",
                    "'Church' as ownership",
                    "'NON_PROFIT' as ownership_group",
                    "'Acute' as organization_type",
                    "'AL' as state",
                    "if(id < 25, '1-49', '400+') as bed_band");

    /** Values 50 to 89 of the listed providers, none of the next, 90 of three that no registry lists. */
    private static final Dataset<Row> OUTCOMES = spark().range(44)
            .selectExpr(
                    "concat('cms:', id) as organization_id",
                    "'hcahps_recommend_top' as measure_id",
                    "date'2024-01-01' as period_start",
                    "cast(null as date) as period_end",
                    "if(id = 40, null, least(50.0D + id, 90.0D)) as value",
                    "400L as n",
                    "'top_box_pct' as unit",
                    "'1' as definition_version");

    private static final Dataset<Row> NO_METRICS = rows(ProviderMetric.class);
    private static final Dataset<Row> NO_OUTCOMES = OUTCOMES.limit(0);

    private static Dataset<Row> positions(Dataset<Row> outcomes, Dataset<Row> metrics) {
        Dataset<Row> values = PeerPositions.surveyed(outcomes).unionByName(PeerPositions.observed(metrics, REQUEST));
        return PeerPositions.of(values, ORGANIZATIONS, REQUEST.minimumGroupSize());
    }

    /** A metric of every provider: one more of the counted items each. */
    private static Dataset<Row> metric(
            String id, String platform, String start, String denominator, String unit, String value) {
        return spark().range(40)
                .selectExpr(
                        "concat('cms:', id) as organization_id",
                        "'" + platform + "' as platform",
                        "'" + id + "' as metric_id",
                        "date'" + start + "' as period_start",
                        "date_add(date'" + start + "', 90) as period_end",
                        "cast(30 + id as double) as numerator",
                        denominator + " as denominator",
                        value + " as value",
                        "'KNOWN' as state",
                        "100L as items",
                        "0L as excluded",
                        "'" + unit + "' as unit",
                        "'1' as definition_version");
    }

    private static Dataset<Row> recommended(String platform, String start) {
        return metric("recommend_social", platform, start, "100.0D", "pct", "cast(30 + id as double)");
    }

    private static List<String> text(Dataset<Row> rows, String... columns) {
        return rows.selectExpr(columns).distinct().collectAsList().stream()
                .map(row -> row.mkString(" "))
                .toList();
    }

    @Test
    void placesEveryProviderThatHasAValueInTheSurvey() {
        Dataset<Row> positions = positions(OUTCOMES, NO_METRICS);

        assertThat(List.of(positions.columns()))
                .isEqualTo(DatasetSchema.of(PeerPosition.class).columnNames());
        assertThat(text(
                        positions
                                .groupBy("peer_dimension", "peer_group", "peers", "platform")
                                .count(),
                        "*"))
                .containsExactlyInAnyOrder(
                        "national all 43 all 43", "bed_band 1-49 25 all 25", "bed_band 400+ 15 all 15");
        assertThat(text(positions.where("organization_id = 'cms:41'"), "peer_dimension", "value", "n", "position"))
                .containsExactly("national 90.0 400 ABOVE");
        assertThat(positions.where("organization_id = 'cms:40'").isEmpty()).isTrue();
        assertThat(positions
                        .where("ci_low is null or shrunk_value is null or funnel is null")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void takesOutcomeMetricsOfTheNewestPeriodThatHasEnded() {
        Dataset<Row> metrics = recommended("facebook", "2025-06-30")
                .unionByName(recommended("facebook", "2025-03-31"))
                .unionByName(recommended("facebook", "2025-09-29"))
                .unionByName(metric("posting_rate", "all", "2025-06-30", "cast(null as double)", "pct", "1.0D"))
                .unionByName(metric("followers", "facebook", "2025-06-30", "cast(null as double)", "pct", "1.0D"));

        assertThat(text(positions(NO_OUTCOMES, metrics), "measure_id", "period_start", "period_end"))
                .containsExactly("recommend_social 2025-06-30 2025-09-28");
    }

    @Test
    void comparesEveryPlatformApart() {
        Dataset<Row> metrics = recommended("facebook", "2025-06-30")
                .unionByName(recommended("yelp", "2025-06-30").where("numerator < 55"));

        assertThat(text(
                        positions(NO_OUTCOMES, metrics).where("peer_dimension = 'national'"),
                        "platform",
                        "peers",
                        "peer_median"))
                .containsExactlyInAnyOrder("facebook 40 49.5", "yelp 25 42.0");
    }

    @Test
    void givesAnIntervalToSharesOfCountedItemsOnly() {
        Dataset<Row> metrics = recommended("facebook", "2025-06-30")
                .unionByName(metric("er_pooled", "facebook", "2025-06-30", "90000.0D", "pct", "0.5D"))
                .unionByName(metric("review_star", "facebook", "2025-06-30", "100.0D", "stars", "4.5D"))
                .unionByName(metric("er_view", "facebook", "2025-06-30", "100.0D", "pct", "100.5D"))
                .unionByName(metric("er_follower_7d", "facebook", "2025-06-30", "cast(null as double)", "pct", "0.5D"));

        assertThat(text(
                        positions(NO_OUTCOMES, metrics).where("peer_dimension = 'national'"),
                        "measure_id",
                        "ci_low is not null and shrunk_value is not null",
                        "percentile is not null"))
                .containsExactlyInAnyOrder(
                        "recommend_social true true",
                        "er_pooled false true",
                        "review_star false true",
                        "er_view false true",
                        "er_follower_7d false true");
    }

    @Test
    void withholdsFewPatientsButNotFewPosts() {
        Dataset<Row> outcomes = OUTCOMES.selectExpr(
                "organization_id",
                "measure_id",
                "period_start",
                "period_end",
                "value",
                "2L as n",
                "unit",
                "definition_version");
        Dataset<Row> metrics = metric("er_pooled", "x", "2025-06-30", "90000.0D", "pct", "0.5D")
                .selectExpr(
                        "organization_id",
                        "platform",
                        "metric_id",
                        "period_start",
                        "period_end",
                        "numerator",
                        "denominator",
                        "value",
                        "state",
                        "2L as items",
                        "excluded",
                        "unit",
                        "definition_version");

        assertThat(text(positions(outcomes, metrics), "measure_id", "n", "position"))
                .containsExactlyInAnyOrder("hcahps_recommend_top null SUPPRESSED", "er_pooled 2 NOT_ENOUGH_DATA");
    }

    @Test
    void doesNotDependOnThePartitions() {
        Dataset<Row> metrics = recommended("facebook", "2025-06-30");
        List<Row> expected = sorted(positions(OUTCOMES, metrics));

        assertThat(sorted(positions(OUTCOMES.repartition(7), metrics.repartition(5))))
                .isEqualTo(expected);
    }

    private static List<Row> sorted(Dataset<Row> positions) {
        return positions
                .orderBy("measure_id", "platform", "organization_id", "peer_dimension")
                .collectAsList();
    }
}
