package org.carebench.spark.benchmark;

import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.carebench.contract.mart.MetricState;
import org.jspecify.annotations.Nullable;

/**
 * A metric of a provider, to be described together with its peers.
 *
 * @param value NULL where the state says why
 */
record MetricOfProvider(
        String metricId,
        String platform,
        LocalDate periodStart,
        LocalDate periodEnd,
        @Nullable Double value,
        MetricState state,
        String unit,
        String definitionVersion,
        Map<String, String> groups)
        implements PeerGroups.Member {

    /** Reads a row of {@link MetricDistributions}. */
    static MetricOfProvider of(Row row) {
        return new MetricOfProvider(
                row.getAs("metric_id"),
                row.getAs("platform"),
                row.getAs("period_start"),
                row.getAs("period_end"),
                row.getAs("value"),
                MetricState.valueOf(row.getAs("state")),
                row.getAs("unit"),
                row.getAs("definition_version"),
                row.getJavaMap(row.fieldIndex("peer_groups")));
    }
}
