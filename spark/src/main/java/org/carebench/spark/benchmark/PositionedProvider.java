package org.carebench.spark.benchmark;

import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A value of a provider, to be placed among those of its peers.
 *
 * @param platform that the value was observed on; all where it was not observed on one
 * @param n surveys, posts or items behind the value; NULL where not known
 * @param share the value as a share of counted cases; NULL where it is none or n is not known
 * @param isOfPeople whether n counts people, of whom few are not shown
 */
record PositionedProvider(
        String organizationId,
        String measureId,
        String platform,
        @Nullable LocalDate periodStart,
        @Nullable LocalDate periodEnd,
        double value,
        @Nullable Long n,
        @Nullable Share share,
        boolean isOfPeople,
        String unit,
        String definitionVersion,
        Map<String, String> groups)
        implements PeerGroups.Member {

    /** Reads a row of {@link PeerPositions}. */
    static PositionedProvider of(Row row) {
        double value = row.<Double>getAs("value");
        Long cases = row.getAs("cases");
        return new PositionedProvider(
                row.getAs("organization_id"),
                row.getAs("measure_id"),
                row.getAs("platform"),
                row.getAs("period_start"),
                row.getAs("period_end"),
                value,
                row.getAs("n"),
                cases == null ? null : Share.of(value, cases),
                row.<Boolean>getAs("is_of_people"),
                row.getAs("unit"),
                row.getAs("definition_version"),
                row.getJavaMap(row.fieldIndex("peer_groups")));
    }

    /** Whether so few people are behind the value that it must not be shown. */
    boolean isWithheld(long minimum) {
        return isOfPeople && n != null && n > 0 && n < minimum;
    }
}
