package org.carebench.spark.metric;

import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carebench.contract.mart.ProviderMetric;
import org.carebench.spark.table.RecordRows;

/** Metrics of providers by platform and period: what index, benchmarks and comparisons are made from. */
public final class ProviderMetrics {

    private ProviderMetrics() {}

    /**
     * Rows of {@link ProviderMetric}. A provider without any account has none, nor has a platform before its first account
     * was seen.
     */
    public static Dataset<Row> of(MetricInputs inputs, MetricComputation computation) {
        return new Histories(inputs, computation.rule())
                .rows()
                .flatMap(
                        (FlatMapFunction<Row, Row>) row -> RecordRows.of(computation.of(HistoryRow.read(row)))
                                .iterator(),
                        RecordRows.encoder(ProviderMetric.class));
    }
}
