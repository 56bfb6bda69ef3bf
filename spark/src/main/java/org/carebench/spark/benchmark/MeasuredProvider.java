package org.carebench.spark.benchmark;

import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * An outcome of a provider, with the provider's peer groups.
 *
 * @param value NULL where the source has none
 * @param n completed surveys or cases; NULL where not known
 */
record MeasuredProvider(
        String organizationId,
        String measureId,
        @Nullable LocalDate periodStart,
        @Nullable LocalDate periodEnd,
        @Nullable Double value,
        @Nullable Long n,
        String unit,
        String definitionVersion,
        Map<String, String> groups)
        implements PeerGroups.Member {

    /** Reads a row of {@link Peers#measured}. */
    static MeasuredProvider of(Row row) {
        return new MeasuredProvider(
                row.getAs("organization_id"),
                row.getAs("measure_id"),
                row.getAs("period_start"),
                row.getAs("period_end"),
                row.getAs("value"),
                row.getAs("n"),
                row.getAs("unit"),
                row.getAs("definition_version"),
                row.getJavaMap(row.fieldIndex("peer_groups")));
    }
}
