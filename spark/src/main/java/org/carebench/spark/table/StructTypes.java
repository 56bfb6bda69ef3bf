package org.carebench.spark.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.carebench.contract.schema.Column;
import org.carebench.contract.schema.ColumnType;
import org.carebench.contract.schema.DatasetSchema;

/** Spark schemas made from the contract, so that nothing is ever inferred. */
public final class StructTypes {

    private StructTypes() {}

    public static StructType of(DatasetSchema schema) {
        return of(schema, false);
    }

    /**
     * A schema as it is written to files, in which every column may be missing: whether Spark knows that a column never is
     * depends on how it came to plan the query. {@link org.carebench.contract.schema.Column#nullable} is checked by counting.
     */
    public static StructType written(DatasetSchema schema) {
        return of(schema, true);
    }

    private static StructType of(DatasetSchema schema, boolean allNullable) {
        StructType type = new StructType();
        for (Column column : schema.columns()) {
            type = type.add(
                    column.name(), dataType(column.type()), allNullable || column.nullable(), column.description());
        }
        return type;
    }

    private static DataType dataType(ColumnType type) {
        return switch (type) {
            case TEXT -> DataTypes.StringType;
            case INTEGER -> DataTypes.IntegerType;
            case BIGINT -> DataTypes.LongType;
            case DOUBLE -> DataTypes.DoubleType;
            case BOOLEAN -> DataTypes.BooleanType;
            case DATE -> DataTypes.DateType;
            case TIMESTAMP -> DataTypes.TimestampType;
        };
    }
}
