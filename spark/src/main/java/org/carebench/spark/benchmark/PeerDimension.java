package org.carebench.spark.benchmark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/** What providers are grouped by. Every provider is in exactly one group of each dimension. */
enum PeerDimension {
    NATIONAL("national", null),
    OWNERSHIP("ownership", "ownership"),
    OWNERSHIP_GROUP("ownership_group", "ownership_group"),
    TYPE("type", "organization_type"),
    STATE("state", "state"),
    BED_BAND("bed_band", "bed_band");

    /** The group of providers for which the dimension is not known. */
    static final String UNKNOWN = "unknown";

    private static final String EVERYBODY = "all";

    private final String label;
    private final @Nullable String column;

    PeerDimension(String label, @Nullable String column) {
        this.label = label;
        this.column = column;
    }

    /** Name in the mart. */
    String label() {
        return label;
    }

    static PeerDimension of(String label) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Cannot compare providers by '" + label
                        + "': use one of "
                        + Arrays.stream(values()).map(PeerDimension::label).toList()));
    }

    /** The group of a curated organization in each dimension, by label. */
    static Column groups() {
        return groups(column -> coalesce(col(column), lit(UNKNOWN)));
    }

    /** The groups of a provider of which nothing is known. */
    static Column unknownGroups() {
        return groups(column -> lit(UNKNOWN));
    }

    private static Column groups(Function<String, Column> group) {
        return map(Arrays.stream(values())
                .flatMap(dimension -> Stream.of(
                        lit(dimension.label),
                        dimension.column == null ? lit(EVERYBODY) : group.apply(dimension.column)))
                .toArray(Column[]::new));
    }
}
