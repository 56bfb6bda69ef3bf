package org.carebench.spark.table;

import java.util.List;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.carebench.contract.schema.DatasetSchema;

/** Contract records as Spark rows; Spark's own bean encoder sees no column in a record, and says nothing. */
public final class RecordRows {

    private RecordRows() {}

    public static Encoder<Row> encoder(Class<? extends Record> type) {
        return Encoders.row(StructTypes.of(DatasetSchema.of(type)));
    }

    public static Row of(Record row) {
        return RowFactory.create(DatasetSchema.values(row));
    }

    public static List<Row> of(List<? extends Record> rows) {
        return rows.stream().map(RecordRows::of).toList();
    }
}
