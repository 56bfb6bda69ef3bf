package org.carebench.spark.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carebench.contract.lake.BedBand;
import org.carebench.contract.lake.StateGeography;

/** Providers with the beds of their building, their bed class, their group of ownership, and where they lie. */
final class Organizations {

    private Organizations() {}

    /** Adds beds, directory_id and bed_match, which says why beds are there or are not. */
    static Dataset<Row> withBeds(Dataset<Row> organizations, Dataset<Row> facilities, Dataset<Row> matches) {
        Dataset<Row> beds = facilities.select("directory_id", "beds");
        Dataset<Row> directory = facilities.agg(count(lit(1)).as("facilities"));
        Column hasDirectory = col("country").equalTo("US").and(col("facilities").gt(0));
        return organizations
                .join(
                        matches.join(beds, new String[] {"directory_id"}, "left"),
                        new String[] {"organization_id"},
                        "left")
                .crossJoin(directory)
                .withColumn(
                        "bed_match",
                        when(not(hasDirectory), "NO_DIRECTORY")
                                .when(col("candidates").isNull(), "NO_MATCH")
                                .when(col("directory_id").isNull(), "AMBIGUOUS")
                                .when(col("beds").isNull(), "MATCHED_WITHOUT_BEDS")
                                .otherwise("MATCHED"));
    }

    /** Adds bed_band; NULL where beds are not known or no band holds them. */
    static Dataset<Row> withBedBand(Dataset<Row> organizations, List<BedBand> bands) {
        Column band = lit(null).cast("string");
        for (BedBand each : bands) {
            band = when(col("beds").between(each.from(), each.to()), each.label())
                    .otherwise(band);
        }
        return organizations.withColumn("bed_band", band);
    }

    /** Adds ownership_group; NULL where ownership is not known or in no group. */
    static Dataset<Row> withOwnershipGroup(Dataset<Row> organizations, Map<String, String> groups) {
        Column group = lit(null).cast("string");
        for (Map.Entry<String, String> each : new TreeMap<>(groups).entrySet()) {
            group = when(col("ownership").equalTo(each.getKey()), each.getValue())
                    .otherwise(group);
        }
        return organizations.withColumn("ownership_group", group);
    }

    /** Adds region and time_zone; NULL outside of the United States and where the state is not among those given. */
    static Dataset<Row> withGeography(Dataset<Row> organizations, List<StateGeography> states) {
        return organizations
                .withColumn("region", ofState(states, StateGeography::region))
                .withColumn("time_zone", ofState(states, StateGeography::timeZone));
    }

    private static Column ofState(List<StateGeography> states, Function<StateGeography, String> fact) {
        Column value = when(col("country").notEqual("US"), lit(null).cast("string"));
        for (StateGeography each : states) {
            value = value.when(col("state").equalTo(each.state()), fact.apply(each));
        }
        return value;
    }
}
