package org.carebench.spark.conform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;

/**
 * Finds the building of a facility directory that a provider of a registry stands for. The two share no id, so three
 * keys are compared within a state: name and ZIP, telephone, address and ZIP. The facility that agrees in most keys is
 * taken; where that leaves a choice, none is. Rules:
 *
 * <ul>
 *   <li>only open facilities take part, and only providers in the United States;
 *   <li>a provider with several equally good facilities is undecided;
 *   <li>a facility goes to one provider only: to the one that agrees in more keys than every other provider that has it
 *       among its best. The others are undecided; they do not fall back to their second best.
 * </ul>
 */
final class FacilityMatch {

    private static final UserDefinedFunction NAME =
            udf((UDF2<String, String, String>) MatchKeys::nameAndZip, DataTypes.StringType);
    private static final UserDefinedFunction ADDRESS =
            udf((UDF2<String, String, String>) MatchKeys::addressAndZip, DataTypes.StringType);
    private static final UserDefinedFunction PHONE = udf((UDF1<String, String>) MatchKeys::phone, DataTypes.StringType);

    private FacilityMatch() {}

    /**
     * Matches providers with facilities.
     *
     * @return organization_id, candidates (how many facilities agree best), directory_id (the one that was taken; NULL
     *     where undecided); no row for a provider that agrees with no facility
     */
    static Dataset<Row> match(Dataset<Row> organizations, Dataset<Row> facilities) {
        return decide(best(scored(organizations, facilities)));
    }

    /** One row per provider and facility that agree in at least one key, with the number of keys. */
    private static Dataset<Row> scored(Dataset<Row> organizations, Dataset<Row> facilities) {
        Dataset<Row> wanted = organizations
                .where(col("country").equalTo("US"))
                .select(
                        col("organization_id"),
                        col("state"),
                        explode(keys(col("name"))).as("key"));
        Column names = array(col("name"), col("alternative_name"));
        Dataset<Row> offered = facilities
                .where(col("is_open"))
                .withColumn("any_name", explode(names))
                .select(
                        col("directory_id"),
                        col("state"),
                        explode(keys(col("any_name"))).as("key"))
                .distinct();
        Column kind = substring(col("key"), 1, 1);
        return wanted.join(offered, new String[] {"state", "key"})
                .groupBy("organization_id", "directory_id")
                .agg(count_distinct(kind).as("score"));
    }

    private static Column keys(Column name) {
        Column zip = col("postal_code");
        return array_compact(array(
                concat(lit("N"), NAME.apply(name, zip)),
                concat(lit("P"), PHONE.apply(col("phone"))),
                concat(lit("A"), ADDRESS.apply(col("address"), zip))));
    }

    private static Dataset<Row> best(Dataset<Row> scored) {
        WindowSpec provider = Window.partitionBy("organization_id");
        return scored.withColumn("best", max("score").over(provider))
                .where(col("score").equalTo(col("best")))
                .withColumn("candidates", count(lit(1)).over(provider));
    }

    private static Dataset<Row> decide(Dataset<Row> best) {
        WindowSpec facility = Window.partitionBy("directory_id");
        Column isStrongest = col("score").equalTo(col("strongest"));
        Column taken =
                col("candidates").equalTo(1).and(isStrongest).and(col("holders").equalTo(1));
        return best.withColumn("strongest", max("score").over(facility))
                .withColumn("holders", sum(when(isStrongest, 1).otherwise(0)).over(facility))
                .groupBy("organization_id")
                .agg(
                        max("candidates").as("candidates"),
                        max(when(taken, col("directory_id"))).as("directory_id"));
    }
}
