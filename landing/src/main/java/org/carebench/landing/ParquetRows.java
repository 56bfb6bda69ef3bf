package org.carebench.landing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.carebench.contract.schema.Column;
import org.carebench.contract.schema.DatasetSchema;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a Parquet file of the lake, value by value in column order. It goes by row groups, because Parquet's
 * reader of whole files needs Hadoop.
 */
public final class ParquetRows implements Closeable {

    private final DatasetSchema schema;
    private final ParquetFileReader file;
    private final MessageType fileSchema;
    private final MessageColumnIO columnIo;
    private @Nullable RecordReader<Group> group;
    private long leftInGroup;
    private @Nullable Group row;

    private ParquetRows(DatasetSchema schema, ParquetFileReader file) {
        this.schema = schema;
        this.file = file;
        this.fileSchema = file.getFileMetaData().getSchema();
        this.columnIo = new ColumnIOFactory().getColumnIO(fileSchema);
    }

    /** Opens a file, whose columns must be those of the dataset. */
    public static ParquetRows open(DatasetSchema schema, Path path) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new Zstd())
                .build();
        return new ParquetRows(schema, ParquetFileReader.open(new LocalInputFile(path), options));
    }

    /** Moves to the next row. */
    public boolean next() throws IOException {
        while (leftInGroup == 0) {
            PageReadStore pages = file.readNextRowGroup();
            if (pages == null) {
                return false;
            }
            leftInGroup = pages.getRowCount();
            group = columnIo.getRecordReader(pages, new GroupRecordConverter(fileSchema));
        }
        row = Objects.requireNonNull(group, "no row group").read();
        leftInGroup--;
        return true;
    }

    /**
     * The value of a column in the current row: String, Integer (also epoch days), Long (also epoch microseconds), Double
     * or Boolean; NULL where it is not known.
     */
    public @Nullable Object value(int index) {
        Group current = Objects.requireNonNull(row, "no current row");
        Column column = schema.columns().get(index);
        int field = fileSchema.getFieldIndex(column.name());
        if (current.getFieldRepetitionCount(field) == 0) {
            return null;
        }
        return switch (column.type()) {
            case TEXT -> current.getString(field, 0);
            case INTEGER, DATE -> current.getInteger(field, 0);
            case BIGINT, TIMESTAMP -> current.getLong(field, 0);
            case DOUBLE -> current.getDouble(field, 0);
            case BOOLEAN -> current.getBoolean(field, 0);
        };
    }

    public List<Column> columns() {
        return schema.columns();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
