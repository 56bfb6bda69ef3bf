package org.carebench.spark.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What files beside the registry know of providers by their number. Each trait is taken from the newest file that says
 * anything of it; of several files of one date, from the source whose id comes first.
 */
final class Traits {

    private Traits() {}

    /**
     * Adds system_id, is_teaching and is_rural, NULL where no source says; and beds where the directory has none, bed_match
     * then being MATCHED_BY_NUMBER.
     *
     * @param organizations with beds, directory_id and bed_match
     */
    static Dataset<Row> with(Dataset<Row> organizations, Dataset<Row> traits) {
        Column isByNumber = col("beds").isNull().and(col("numbered_beds").isNotNull());
        return organizations
                .join(newest(traits), new String[] {"organization_id"}, "left")
                .withColumn("bed_match", when(isByNumber, "MATCHED_BY_NUMBER").otherwise(col("bed_match")))
                // The facility that matches has no beds; naming it would say that they come from there.
                .withColumn("directory_id", when(isByNumber, lit(null)).otherwise(col("directory_id")))
                .withColumn("beds", coalesce(col("beds"), col("numbered_beds")))
                .drop("numbered_beds");
    }

    private static Dataset<Row> newest(Dataset<Row> traits) {
        // A source that knows of no system overrules an older one that names a system.
        Column saysSystem = col("system_id").isNotNull().or(coalesce(col("is_independent"), lit(false)));
        return traits.groupBy("organization_id")
                .agg(
                        newest("system_id", saysSystem).as("system_id"),
                        newest("is_teaching", col("is_teaching").isNotNull()).as("is_teaching"),
                        newest("is_rural", col("is_rural").isNotNull()).as("is_rural"),
                        newest("beds", col("beds").isNotNull()).as("numbered_beds"));
    }

    /** The value of the first row in order among those that say something; NULL where none does. */
    private static Column newest(String trait, Column isSaid) {
        Column order = struct(unix_date(col("source_as_of")).multiply(-1), col("source_id"));
        return min_by(col(trait), when(isSaid, order));
    }
}
