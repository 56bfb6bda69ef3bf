package org.carebench.spark.index;

import static org.apache.spark.sql.functions.bool_and;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.carebench.contract.dataset.LinkEvidence;
import org.carebench.contract.lake.BedBand;
import org.carebench.contract.lake.BenchmarkRequest;
import org.carebench.contract.lake.IndexPillar;
import org.carebench.contract.lake.IndexRule;
import org.carebench.contract.lake.IndexWall;
import org.carebench.contract.mart.CohortMembership;
import org.carebench.contract.mart.IndexComponent;
import org.carebench.contract.mart.IndexValidity;
import org.carebench.contract.mart.IntegrationIndex;
import org.carebench.spark.table.Table;
import org.carebench.spark.table.TableUnion;
import org.jspecify.annotations.Nullable;

/**
 * The index as tables. A few thousand providers by a few dozen periods fit one task, so that everything is computed in one
 * call of {@link IndexComputation} and ranks need no second shuffle.
 */
public final class IndexRows {

    private static final String EVERYTHING = "everything";
    private static final TableUnion UNION = new TableUnion(
            List.of(IndexComponent.class, IntegrationIndex.class, CohortMembership.class, IndexValidity.class));

    private IndexRows() {}

    /**
     * The four tables of the index.
     *
     * @param providerMetrics rows of provider_metric
     * @throws IllegalArgumentException where the index would be compared with itself
     */
    public static List<Table> of(
            Dataset<Row> providerMetrics, Dataset<Row> organizations, Dataset<Row> accounts, BenchmarkRequest request) {
        IndexRule rule = request.index();
        IndexWall.check(rule, request.metrics());
        List<String> bedClasses =
                request.bedBands().stream().map(BedBand::label).toList();
        Object[] metricIds = rule.pillars().stream()
                .flatMap(pillar -> pillar.components().stream())
                .map(IndexPillar.Component::metricId)
                .toArray();
        Dataset<Row> metrics = providerMetrics
                .where(col("platform").equalTo("all").and(col("metric_id").isin(metricIds)))
                .select("organization_id", "metric_id", "period_start", "value", "state", "numerator", "denominator");
        // Four tables of one computation: kept, so that it runs once.
        Dataset<Row> computed = all(metrics)
                .cogroup(
                        all(providers(organizations, accounts)),
                        (CoGroupFunction<String, Row, Row, Row>)
                                (key, ofMetrics, ofProviders) -> compute(ofMetrics, ofProviders, rule, bedClasses),
                        UNION.encoder())
                .persist(StorageLevel.MEMORY_AND_DISK());
        return UNION.types().stream()
                .map(type -> Table.of(type, TableUnion.only(type, computed)))
                .toList();
    }

    private static KeyValueGroupedDataset<String, Row> all(Dataset<Row> rows) {
        return rows.groupByKey((MapFunction<Row, String>) row -> EVERYTHING, Encoders.STRING());
    }

    /** Every provider with its traits and what is known of its accounts. An account of several providers is its system's. */
    private static Dataset<Row> providers(Dataset<Row> organizations, Dataset<Row> accounts) {
        Dataset<Row> owners = accounts.groupBy("account_id")
                .agg(count_distinct(col("organization_id")).as("owners"));
        Dataset<Row> ofProvider = accounts.join(owners, "account_id")
                .groupBy("organization_id")
                .agg(
                        bool_or(col("evidence").equalTo(LinkEvidence.VERIFIED.name()))
                                .as("is_verified"),
                        bool_and(col("owners").gt(1)).as("is_inherited"));
        return organizations
                .join(ofProvider, new String[] {"organization_id"}, "left")
                .select(
                        col("organization_id"),
                        col("bed_band"),
                        col("is_rural"),
                        col("is_teaching"),
                        col("is_verified"),
                        coalesce(col("is_inherited"), lit(false)).as("is_inherited"));
    }

    private static Iterator<Row> compute(
            Iterator<Row> metrics, Iterator<Row> providers, IndexRule rule, List<String> bedClasses) {
        IndexedProviders indexed = new IndexedProviders(rule);
        metrics.forEachRemaining(row -> indexed.addMetric(
                row.getAs("organization_id"),
                row.getAs("metric_id"),
                row.getAs("period_start"),
                new IndexedProviders.Metric(
                        row.getAs("state"), row.getAs("value"), row.getAs("numerator"), row.getAs("denominator"))));
        providers.forEachRemaining(row -> indexed.addProvider(
                row.getAs("organization_id"),
                new StratumTraits(row.getAs("bed_band"), row.getAs("is_rural"), row.getAs("is_teaching")),
                evidence(row.getAs("is_verified")),
                row.<Boolean>getAs("is_inherited")));
        IndexTables tables = new IndexComputation(rule, bedClasses).examined(indexed.all());
        IndexGates.check(tables.validity());
        return Stream.of(tables.components(), tables.indices(), tables.cohorts(), tables.validity())
                .flatMap(UNION::rows)
                .iterator();
    }

    private static AccountEvidence evidence(@Nullable Boolean isVerified) {
        if (isVerified == null) {
            return AccountEvidence.NONE;
        }
        return isVerified ? AccountEvidence.VERIFIED : AccountEvidence.CANDIDATE;
    }
}
