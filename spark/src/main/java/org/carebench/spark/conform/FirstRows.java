package org.carebench.spark.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Keeps one row of many. */
final class FirstRows {

    private static final String RANK = "rank_within_key";

    private FirstRows() {}

    /**
     * Keeps the first row of each key. Rows that the order does not tell apart are ordered by all their columns, so that the
     * result does not depend on partitioning.
     */
    static Dataset<Row> perKey(Dataset<Row> rows, List<String> key, Column... order) {
        Column[] keys = key.stream().map(name -> col(name)).toArray(Column[]::new);
        Column[] total = Stream.concat(
                        Stream.of(order),
                        Stream.of(rows.columns()).map(name -> col(name).asc_nulls_first()))
                .toArray(Column[]::new);
        return rows.withColumn(RANK, row_number().over(Window.partitionBy(keys).orderBy(total)))
                .where(col(RANK).equalTo(1))
                .drop(RANK);
    }
}
