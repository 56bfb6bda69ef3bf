package org.carebench.spark.io;

import java.util.List;
import org.carebench.contract.schema.Column;
import org.carebench.contract.schema.DatasetSchema;

/** Says what every column of a release means, as CSV. */
final class DataDictionary {

    private DataDictionary() {}

    static String csv(List<DatasetSchema> schemas) {
        StringBuilder csv = new StringBuilder("table,grain,column,type,nullable,key,description\n");
        for (DatasetSchema schema : schemas) {
            for (Column column : schema.columns()) {
                csv.append(line(schema, column)).append('\n');
            }
        }
        return csv.toString();
    }

    private static String line(DatasetSchema schema, Column column) {
        return String.join(
                ",",
                schema.name(),
                quoted(schema.grain()),
                column.name(),
                column.type().name(),
                Boolean.toString(column.nullable()),
                Boolean.toString(schema.key().contains(column.name())),
                quoted(column.description()));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
