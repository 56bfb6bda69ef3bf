package org.carebench.spark.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.carebench.contract.schema.Column;
import org.carebench.contract.schema.DatasetSchema;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table back and compares it with its contract, before it becomes part of a release. The footer tells of rows and
 * missing values; keys are compared with the one before, which finds all that repeat because files are in their order.
 */
final class WrittenTableCheck {

    private final DatasetSchema schema;
    private final InputFile file;

    WrittenTableCheck(DatasetSchema schema, InputFile file) {
        this.schema = schema;
        this.file = file;
    }

    /**
     * Counts the rows of the table.
     *
     * @throws IllegalStateException where a key occurs twice, or a column is NULL that must not be
     */
    long countRows() throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(file)) {
            for (Column column : schema.columns()) {
                if (!column.nullable()) {
                    refuse("rows have no " + column.name(), missing(reader, column.name()));
                }
            }
            refuse("keys occur more than once, its key being " + schema.key(), repeatedKeys(reader));
            return reader.getRecordCount();
        }
    }

    private long missing(ParquetFileReader reader, String column) throws IOException {
        long missing = 0;
        for (BlockMetaData rowGroup : reader.getFooter().getBlocks()) {
            missing += missing(rowGroup, ColumnPath.get(column));
        }
        return missing;
    }

    private long missing(BlockMetaData rowGroup, ColumnPath column) throws IOException {
        for (ColumnChunkMetaData chunk : rowGroup.getColumns()) {
            if (chunk.getPath().equals(column) && chunk.getStatistics().isNumNullsSet()) {
                return chunk.getStatistics().getNumNulls();
            }
        }
        throw new IOException("Cannot check " + file + ": its footer does not count the rows without " + column);
    }

    private long repeatedKeys(ParquetFileReader reader) throws IOException {
        MessageType whole = reader.getFileMetaData().getSchema();
        MessageType keys = new MessageType(
                whole.getName(), schema.key().stream().<Type>map(whole::getType).toList());
        reader.setRequestedSchema(keys);
        MessageColumnIO columns = new ColumnIOFactory().getColumnIO(keys, whole);
        long repeated = 0;
        List<@Nullable String> before = List.of();
        for (PageReadStore rowGroup = reader.readNextRowGroup();
                rowGroup != null;
                rowGroup = reader.readNextRowGroup()) {
            RecordReader<Group> rows = columns.getRecordReader(rowGroup, new GroupRecordConverter(keys));
            for (long row = 0; row < rowGroup.getRowCount(); row++) {
                List<@Nullable String> key = values(rows.read());
                if (key.equals(before)) {
                    repeated++;
                }
                before = key;
            }
        }
        return repeated;
    }

    private static List<@Nullable String> values(Group row) {
        int columns = row.getType().getFieldCount();
        List<@Nullable String> values = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            values.add(row.getFieldRepetitionCount(i) == 0 ? null : row.getValueToString(i, 0));
        }
        return values;
    }

    private void refuse(String what, long count) {
        if (count > 0) {
            throw new IllegalStateException(
                    "Cannot write " + schema.name() + ": " + count + " " + what + "; it must hold " + schema.grain());
        }
    }
}
