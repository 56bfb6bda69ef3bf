package org.carebench.spark.table;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.carebench.contract.schema.DatasetSchema;

/**
 * Several tables that one computation makes, as one dataset: a column per table, of which every row fills one.
 *
 * @param types the tables, in the order in which they are written
 */
public record TableUnion(List<Class<? extends Record>> types) implements Serializable {

    public TableUnion {
        types = List.copyOf(types);
    }

    public Encoder<Row> encoder() {
        StructType union = new StructType();
        for (Class<? extends Record> type : types) {
            DatasetSchema schema = DatasetSchema.of(type);
            union = union.add(schema.name(), StructTypes.of(schema), true);
        }
        return Encoders.row(union);
    }

    /** Rows of one of the tables. */
    public Stream<Row> rows(List<? extends Record> records) {
        return records.stream().map(this::row);
    }

    private Row row(Record row) {
        Object[] union = new Object[types.size()];
        union[types.indexOf(row.getClass())] = RecordRows.of(row);
        return RowFactory.create(union);
    }

    /** The rows of one table again. */
    public static Dataset<Row> only(Class<? extends Record> type, Dataset<Row> union) {
        String name = DatasetSchema.of(type).name();
        return union.where(col(name).isNotNull()).select(name + ".*");
    }
}
