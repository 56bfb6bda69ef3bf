package org.carebench.spark.io;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carebench.contract.schema.DatasetSchema;

/** Reads a table back and compares it with its contract, before it becomes part of a release. */
final class WrittenTableCheck {

    private WrittenTableCheck() {}

    /**
     * Counts the rows of a table.
     *
     * @throws IllegalStateException where a key occurs twice, or a column is NULL that must not be
     */
    static long countRows(DatasetSchema schema, Dataset<Row> rows) {
        Column[] key = schema.key().stream().map(name -> col(name)).toArray(Column[]::new);
        List<String> required = schema.columns().stream()
                .filter(column -> !column.nullable())
                .map(org.carebench.contract.schema.Column::name)
                .toList();
        Column[] nulls = required.stream()
                .map(name -> count_if(col(name).isNull()).as("nulls_of_" + name))
                .toArray(Column[]::new);
        Column[] sums = required.stream()
                .map(name -> coalesce(sum("nulls_of_" + name), lit(0L)).as(name))
                .toArray(Column[]::new);
        Row counts = rows.groupBy(key)
                .agg(count(lit(1)).as("rows_of_key"), nulls)
                .agg(
                        coalesce(sum("rows_of_key"), lit(0L)).as("rows"),
                        with(count_if(col("rows_of_key").gt(1)).as("repeated"), sums))
                .first();
        refuse(schema, "keys occur more than once, its key being " + schema.key(), counts.getAs("repeated"));
        required.forEach(name -> refuse(schema, "rows have no " + name, counts.getAs(name)));
        return counts.getAs("rows");
    }

    private static Column[] with(Column first, Column[] others) {
        return Stream.concat(Stream.of(first), Stream.of(others)).toArray(Column[]::new);
    }

    private static void refuse(DatasetSchema schema, String what, long count) {
        if (count > 0) {
            throw new IllegalStateException(
                    "Cannot write " + schema.name() + ": " + count + " " + what + "; it must hold " + schema.grain());
        }
    }
}
