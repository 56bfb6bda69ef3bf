package org.carebench.landing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.carebench.contract.schema.Column;
import org.carebench.contract.schema.DatasetSchema;
import org.jspecify.annotations.Nullable;

/** Writes the records of one dataset into one Parquet file. */
public final class ParquetFileWriter implements Closeable {

    private final DatasetSchema schema;
    private final ParquetWriter<@Nullable Object[]> writer;
    private long rows;

    private ParquetFileWriter(DatasetSchema schema, ParquetWriter<@Nullable Object[]> writer) {
        this.schema = schema;
        this.writer = writer;
    }

    /** Starts a file; what an earlier attempt left there is replaced. */
    public static ParquetFileWriter create(DatasetSchema schema, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        return new ParquetFileWriter(schema, new Builder(new LocalOutputFile(file), schema).build());
    }

    public void write(Record row) throws IOException {
        writer.write(DatasetSchema.values(row));
        rows++;
    }

    public long rows() {
        return rows;
    }

    public String dataset() {
        return schema.name();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static final class Builder extends ParquetWriter.Builder<@Nullable Object[], Builder> {

        private final DatasetSchema schema;

        Builder(OutputFile file, DatasetSchema schema) {
            super(file);
            this.schema = schema;
            withConf(new PlainParquetConfiguration());
            withCodecFactory(new Zstd());
            withCompressionCodec(CompressionCodecName.ZSTD);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // Parquet still declares it abstract
        protected WriteSupport<@Nullable Object[]> getWriteSupport(Configuration conf) {
            throw new UnsupportedOperationException("Cannot write with Hadoop: the lake is written without it");
        }

        @Override
        protected WriteSupport<@Nullable Object[]> getWriteSupport(ParquetConfiguration conf) {
            return new RowWriteSupport(schema);
        }
    }

    private static final class RowWriteSupport extends WriteSupport<@Nullable Object[]> {

        private static final long MICROS_PER_SECOND = 1_000_000;
        private static final int NANOS_PER_MICRO = 1_000;

        private final DatasetSchema schema;
        private @Nullable RecordConsumer consumer;

        RowWriteSupport(DatasetSchema schema) {
            this.schema = schema;
        }

        @Override
        @SuppressWarnings("deprecation") // Parquet still declares it abstract
        public WriteContext init(Configuration conf) {
            throw new UnsupportedOperationException("Cannot write with Hadoop: the lake is written without it");
        }

        @Override
        public WriteContext init(ParquetConfiguration conf) {
            return new WriteContext(ParquetTypes.messageType(schema), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(@Nullable Object[] values) {
            RecordConsumer out = Objects.requireNonNull(consumer, "write before prepareForWrite");
            List<Column> columns = schema.columns();
            out.startMessage();
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                if (value != null) {
                    out.startField(columns.get(i).name(), i);
                    write(out, columns.get(i), value);
                    out.endField(columns.get(i).name(), i);
                }
            }
            out.endMessage();
        }

        private static long epochMicros(Instant instant) {
            return Math.addExact(
                    Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND),
                    instant.getNano() / NANOS_PER_MICRO);
        }

        private static void write(RecordConsumer out, Column column, Object value) {
            switch (column.type()) {
                case TEXT -> out.addBinary(Binary.fromString((String) value));
                case INTEGER -> out.addInteger((Integer) value);
                case BIGINT -> out.addLong((Long) value);
                case DOUBLE -> out.addDouble((Double) value);
                case BOOLEAN -> out.addBoolean((Boolean) value);
                case DATE -> out.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
                case TIMESTAMP -> out.addLong(epochMicros((Instant) value));
            }
        }
    }
}
