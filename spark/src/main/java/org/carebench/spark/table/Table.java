package org.carebench.spark.table;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.carebench.contract.schema.DatasetSchema;

/**
 * Rows that claim to be a dataset of the contract.
 *
 * @param rows exactly the columns of the schema, in its order
 */
public record Table(DatasetSchema schema, Dataset<Row> rows) {

    /** Picks the columns of the contract out of rows that may hold more, and puts them into its order. */
    public static Table of(Class<? extends Record> type, Dataset<Row> rows) {
        DatasetSchema schema = DatasetSchema.of(type);
        Column[] columns = schema.columnNames().stream().map(functions::col).toArray(Column[]::new);
        return new Table(schema, rows.select(columns));
    }

    public String name() {
        return schema.name();
    }
}
