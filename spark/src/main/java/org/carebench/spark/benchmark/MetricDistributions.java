package org.carebench.spark.benchmark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.carebench.contract.mart.MetricDistribution;
import org.carebench.spark.table.RecordRows;

/** Question 3: how every metric is distributed within every peer group, platform by platform and period by period. */
final class MetricDistributions {

    private MetricDistributions() {}

    /**
     * Rows of {@link MetricDistribution}; one task holds all providers of a metric, platform and period, some thousands.
     *
     * @param providerMetrics rows of provider_metric
     * @param organizations curated organizations
     */
    static Dataset<Row> of(Dataset<Row> providerMetrics, Dataset<Row> organizations, long minimumGroupSize) {
        return Peers.measured(providerMetrics, organizations)
                .groupByKey((MapFunction<Row, String>) MetricDistributions::metric, Encoders.STRING())
                .flatMapGroups(
                        (FlatMapGroupsFunction<String, Row, Row>)
                                (metric, rows) -> distributions(rows, minimumGroupSize),
                        RecordRows.encoder(MetricDistribution.class));
    }

    private static String metric(Row row) {
        return row.getAs("metric_id") + "|" + row.getAs("platform") + "|" + row.getAs("period_start");
    }

    private static Iterator<Row> distributions(Iterator<Row> rows, long minimumGroupSize) {
        List<MetricOfProvider> providers = new ArrayList<>();
        rows.forEachRemaining(row -> providers.add(MetricOfProvider.of(row)));
        return RecordRows.of(new DistributedMetric(minimumGroupSize).of(providers))
                .iterator();
    }
}
