package org.carebench.spark.index;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carebench.contract.curated.Account;
import org.carebench.contract.lake.BenchmarkRequest;
import org.carebench.contract.lake.MetricDefinition;
import org.carebench.contract.mart.MetricState;
import org.carebench.contract.mart.ProviderMetric;
import org.carebench.spark.LandingLake;
import org.carebench.spark.TestSession;
import org.carebench.spark.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexRowsTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final List<String> METRICS = List.of(
            "channel_breadth",
            "profile_completeness",
            "posting_rate",
            "continuity",
            "response_rate",
            "response_hours",
            "topic_breadth",
            "audience_breadth");

    private final BenchmarkRequest request;
    private final List<ProviderMetric> metrics = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();

    IndexRowsTest(@TempDir Path root) {
        this.request = new LandingLake(root).request();
    }

    @Test
    void makesTheTablesOfTheIndexFromMetricsAndAccounts() {
        for (int i = 0; i < 4; i++) {
            for (String metric : METRICS) {
                add("p" + i, "all", metric, metric.equals("response_hours") ? 10.0 - i : i / 10.0);
            }
            accounts.add(account("x:" + i, "p" + i, "VERIFIED"));
        }
        // Rows of one platform, and of metrics that are no component, do not count.
        add("p0", "x", "channel_breadth", 99.0);
        add("p0", "all", "er_follower_7d", 99.0);
        accounts.add(account("x:9", "p4", "CANDIDATE"));
        accounts.add(account("x:system", "p3", "VERIFIED"));
        accounts.add(account("x:system", "p5", "VERIFIED"));

        Map<String, Dataset<Row>> tables = tables("p0", "p1", "p2", "p3", "p4", "p5", "p6");

        assertThat(tables.keySet())
                .containsExactlyInAnyOrder(
                        "index_component", "integration_index", "cohort_membership", "index_validity");
        assertThat(tables.get("index_component").count()).isEqualTo(32);
        assertThat(texts(tables.get("integration_index"), "organization_id", "state", "index_relative", "is_inherited"))
                .containsExactly(
                        "p0 COMPUTED 12.5 false",
                        "p1 COMPUTED 37.5 false",
                        "p2 COMPUTED 62.5 false",
                        "p3 COMPUTED 87.5 false",
                        "p4 UNKNOWN null false",
                        "p5 INSUFFICIENT null true",
                        "p6 NO_PRESENCE null false");
        assertThat(texts(
                        tables.get("cohort_membership").where(col("exposure").equalTo("dialogue")),
                        "organization_id",
                        "cohort"))
                .contains("p0 INSUFFICIENT", "p4 UNKNOWN", "p6 NO_PRESENCE")
                .hasSize(7);
        assertThat(texts(tables.get("index_validity"), "result")).containsOnly("NOT_ENOUGH_DATA");
    }

    @Test
    void nothingGivesEmptyTables() {
        assertThat(tables().values())
                .allSatisfy(rows -> assertThat(rows.count()).isZero());
    }

    @Test
    void refusesACircularIndex() {
        List<MetricDefinition> circular = request.metrics().stream()
                .map(metric -> metric.id().equals("response_rate")
                        ? withInputs(metric, List.of("post_metric_at_age.value"))
                        : metric)
                .toList();

        assertThatThrownBy(() -> tables(with(circular)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component response_rate")
                .hasMessageContaining("post_metric_at_age.value, as is the outcome");
    }

    private Map<String, Dataset<Row>> tables(String... organizations) {
        return tables(request, organizations);
    }

    private Map<String, Dataset<Row>> tables(BenchmarkRequest asked, String... organizations) {
        StructType type = new StructType()
                .add("organization_id", DataTypes.StringType)
                .add("bed_band", DataTypes.StringType)
                .add("is_rural", DataTypes.BooleanType)
                .add("is_teaching", DataTypes.BooleanType);
        List<Row> rows = new ArrayList<>();
        for (String organization : organizations) {
            rows.add(RowFactory.create(organization, "0-99", null, false));
        }
        return IndexRows.of(
                        TestSession.rows(ProviderMetric.class, metrics.toArray(ProviderMetric[]::new)),
                        TestSession.spark().createDataFrame(rows, type),
                        TestSession.rows(Account.class, accounts.toArray(Account[]::new)),
                        asked)
                .stream()
                .collect(Collectors.toMap(Table::name, Table::rows));
    }

    private static List<String> texts(Dataset<Row> rows, String first, String... others) {
        return rows.select(first, others).collectAsList().stream()
                .map(row -> row.mkString(" "))
                .sorted()
                .toList();
    }

    private void add(String organization, String platform, String metric, double value) {
        metrics.add(new ProviderMetric(
                organization,
                platform,
                metric,
                START,
                START.plusDays(90),
                null,
                null,
                value,
                MetricState.KNOWN,
                10L,
                0L,
                "unit",
                "1"));
    }

    private static Account account(String id, String organization, String evidence) {
        return new Account(id, organization, "x", "handle", "Name", "ACTIVE", evidence);
    }

    private BenchmarkRequest with(List<MetricDefinition> definitions) {
        return new BenchmarkRequest(
                request.release(),
                request.lakeRoot(),
                request.codeVersion(),
                request.night(),
                request.history(),
                request.minimumGroupSize(),
                request.measures(),
                request.bedBands(),
                request.ownershipGroups(),
                request.recommendation(),
                definitions,
                request.metricRule(),
                request.index(),
                request.states(),
                request.comparison(),
                request.topics());
    }

    private static MetricDefinition withInputs(MetricDefinition metric, List<String> inputs) {
        return new MetricDefinition(
                metric.id(),
                metric.title(),
                metric.question(),
                metric.numerator(),
                metric.denominator(),
                metric.unit(),
                metric.nullRule(),
                metric.minimum(),
                metric.timeZone(),
                metric.maturity(),
                metric.direction(),
                metric.role(),
                metric.scope(),
                inputs,
                metric.version());
    }
}
