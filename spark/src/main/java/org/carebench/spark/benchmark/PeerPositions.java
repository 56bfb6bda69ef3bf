package org.carebench.spark.benchmark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.carebench.contract.lake.BenchmarkRequest;
import org.carebench.contract.lake.MetricDefinition;
import org.carebench.contract.lake.MetricRole;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.contract.mart.PeerPosition;
import org.carebench.spark.metric.PeriodGrid;
import org.carebench.spark.table.RecordRows;

/**
 * Question 3: where every provider with a value stands among its peers. Values are the outcomes of surveys, in every
 * period that the source reports, and the outcome metrics of the newest period that has ended, platform by platform.
 */
final class PeerPositions {

    private static final String ALL_PLATFORMS = "all";
    private static final Object[] PERCENT_UNITS = {"pct", "top_box_pct"};

    private PeerPositions() {}

    /**
     * Rows of {@link PeerPosition}; one task holds all providers of a measure, platform and period, some thousands.
     *
     * @param values of {@link #surveyed} and {@link #observed}
     * @param organizations curated organizations
     */
    static Dataset<Row> of(Dataset<Row> values, Dataset<Row> organizations, long minimumGroupSize) {
        return Peers.measured(values, organizations)
                .groupByKey((MapFunction<Row, String>) PeerPositions::comparison, Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Row>)
                                (comparison, rows) -> positions(rows, minimumGroupSize),
                        RecordRows.encoder(PeerPosition.class));
    }

    /** Values of curated outcomes. Percentages of patients are shares, whatever else they were adjusted for. */
    static Dataset<Row> surveyed(Dataset<Row> outcomes) {
        return values(outcomes.withColumn("platform", lit(ALL_PLATFORMS)), lit(true), lit(true));
    }

    /** Values of provider metrics, of which those of the newest period and of the role OUTCOME count. */
    static Dataset<Row> observed(Dataset<Row> providerMetrics, BenchmarkRequest request) {
        LocalDate businessDate =
                ReleaseId.parse(request.release()).businessDate().day();
        LocalDate newest = PeriodGrid.of(businessDate.plusDays(1)).plus(-1).start();
        Object[] outcomes = request.metrics().stream()
                .filter(metric -> metric.role() == MetricRole.OUTCOME)
                .map(MetricDefinition::id)
                .toArray();
        Dataset<Row> metrics = providerMetrics
                .where(col("metric_id").isin(outcomes).and(col("period_start").equalTo(newest)))
                .withColumnRenamed("metric_id", "measure_id")
                .withColumnRenamed("items", "n");
        // Where the denominator is anything but the items counted, interactions per follower for example, chance
        // follows
        // no binomial law. Metrics of reviews have a minimum of people of their own.
        return values(metrics, col("denominator").equalTo(col("n")), lit(false));
    }

    private static Dataset<Row> values(Dataset<Row> rows, Column isCounted, Column isOfPeople) {
        Column isShare = isCounted
                .and(col("unit").isin(PERCENT_UNITS))
                .and(col("value").between(0, Share.PERCENT))
                .and(col("n").gt(0));
        return rows.where(col("value").isNotNull())
                .withColumn("cases", when(isShare, col("n")))
                .withColumn("is_of_people", isOfPeople)
                .select(
                        "organization_id",
                        "measure_id",
                        "platform",
                        "period_start",
                        "period_end",
                        "value",
                        "n",
                        "cases",
                        "is_of_people",
                        "unit",
                        "definition_version");
    }

    private static String comparison(Row row) {
        return row.getAs("measure_id") + "|" + row.getAs("platform") + "|" + row.getAs("period_start");
    }

    private static Iterator<Row> positions(Iterator<Row> rows, long minimumGroupSize) {
        List<PositionedProvider> providers = new ArrayList<>();
        rows.forEachRemaining(row -> providers.add(PositionedProvider.of(row)));
        return RecordRows.of(new MeasurePositions(minimumGroupSize).of(providers))
                .iterator();
    }
}
