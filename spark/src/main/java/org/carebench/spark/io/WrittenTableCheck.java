package org.carebench.spark.io;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
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
        refuseRepeatedKeys(schema, rows);
        List<org.carebench.contract.schema.Column> required =
                schema.columns().stream().filter(column -> !column.nullable()).toList();
        List<Column> nulls = new ArrayList<>();
        required.forEach(column -> nulls.add(count_if(col(column.name()).isNull())));
        Row counts = rows.agg(count(lit(1)), nulls.toArray(Column[]::new)).first();
        for (int i = 0; i < required.size(); i++) {
            if (counts.getLong(i + 1) > 0) {
                throw new IllegalStateException("Cannot write " + schema.name() + ": "
                        + required.get(i).name() + " is NULL in " + counts.getLong(i + 1) + " rows");
            }
        }
        return counts.getLong(0);
    }

    private static void refuseRepeatedKeys(DatasetSchema schema, Dataset<Row> rows) {
        Column[] key = schema.key().stream().map(name -> col(name)).toArray(Column[]::new);
        long repeated = rows.groupBy(key).count().where(col("count").gt(1)).count();
        if (repeated > 0) {
            throw new IllegalStateException("Cannot write " + schema.name() + ": " + repeated
                    + " keys occur more than once; its grain is " + schema.grain() + ", its key " + schema.key());
        }
    }
}
