package org.carebench.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.carebench.contract.schema.Column;
import org.carebench.contract.schema.ColumnType;
import org.carebench.contract.schema.Dataset;
import org.carebench.contract.schema.DatasetSchema;
import org.carebench.contract.schema.Describe;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFileTest {

    private static final DatasetSchema SCHEMA = DatasetSchema.of(AllTypes.class);
    private static final String TEXT = "tab\t line\n quote\" back\\slash \uD83C\uDFE5 日本 \u2028";

    private final Path file;

    ParquetFileTest(@TempDir Path folder) {
        this.file = folder.resolve("deep/er/rows.parquet");
    }

    @Test
    void readsBackEveryTypeAndNull() throws IOException {
        List<AllTypes> rows = List.of(
                full("a", TEXT, 42, LocalDate.parse("2025-12-06"), Instant.parse("2025-12-06T08:30:00.123456Z")),
                withoutOptionals("b"));

        write(rows);

        assertThat(read()).isEqualTo(expected(rows));
    }

    @Test
    void readsBackExtremes() throws IOException {
        Instant earliest = Instant.parse("-9999-01-01T00:00:00.000001Z");
        List<AllTypes> rows = List.of(
                extreme(
                        "min",
                        Integer.MIN_VALUE,
                        Long.MIN_VALUE,
                        -Double.MAX_VALUE,
                        LocalDate.of(-4712, 1, 1),
                        earliest),
                extreme(
                        "max",
                        Integer.MAX_VALUE,
                        Long.MAX_VALUE,
                        Double.MAX_VALUE,
                        LocalDate.of(294276, 12, 31),
                        Instant.parse("9999-12-31T23:59:59.999999Z")),
                extreme(
                        "tiny",
                        0,
                        0,
                        Double.MIN_VALUE,
                        LocalDate.of(1969, 12, 31),
                        Instant.parse("1969-12-31T23:59:59.999999Z")),
                extreme("zero", -1, -1, -0.0, LocalDate.EPOCH, Instant.EPOCH),
                extreme(
                        "infinite",
                        1,
                        1,
                        Double.NEGATIVE_INFINITY,
                        LocalDate.MIN.withYear(1),
                        Instant.parse("0001-01-01T00:00:00Z")),
                extreme("nan", 1, 1, Double.NaN, LocalDate.of(1, 1, 1), Instant.EPOCH));

        write(rows);

        assertThat(read()).isEqualTo(expected(rows));
    }

    @Test
    void writesAndReadsAFileWithoutRows() throws IOException {
        write(List.of());

        assertThat(read()).isEmpty();
    }

    @Test
    void readsManyRowsInOrder() throws IOException {
        Random random = new Random(20251206);
        List<AllTypes> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(
                    random.nextInt(3) == 0
                            ? withoutOptionals("row " + i)
                            : full(
                                    "row " + i,
                                    "text " + random.nextLong(),
                                    i,
                                    LocalDate.ofEpochDay(i),
                                    Instant.ofEpochSecond(i)));
        }

        write(rows);

        assertThat(read()).isEqualTo(expected(rows));
    }

    @Test
    void readsAFileOfSeveralRowGroups() throws IOException {
        MessageType type = ParquetTypes.messageType(DatasetSchema.of(Word.class));
        Files.createDirectories(file.getParent());
        try (var writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new Zstd())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withType(type)
                .withRowGroupSize(1L)
                .build()) {
            SimpleGroupFactory groups = new SimpleGroupFactory(type);
            for (int i = 0; i < 1_000; i++) {
                writer.write(groups.newGroup().append("id", "word " + i));
            }
        }

        List<@Nullable Object> words = new ArrayList<>();
        try (var rows = ParquetRows.open(DatasetSchema.of(Word.class), file)) {
            while (rows.next()) {
                words.add(rows.value(0));
            }
        }

        assertThat(rowGroups()).isGreaterThan(1);
        assertThat(words)
                .isEqualTo(IntStream.range(0, 1_000).mapToObj(i -> "word " + i).toList());
    }

    @Test
    void writesEqualBytesForEqualRows() throws IOException {
        List<AllTypes> rows = List.of(full("a", TEXT, 1, LocalDate.EPOCH, Instant.EPOCH), withoutOptionals("b"));
        write(rows);
        byte[] first = Files.readAllBytes(file);

        write(rows);

        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void countsRowsAndNamesItsDataset() throws IOException {
        try (var writer = ParquetFileWriter.create(SCHEMA, file)) {
            assertThat(writer.rows()).isZero();
            writer.write(withoutOptionals("a"));
            writer.write(withoutOptionals("b"));
            assertThat(writer.rows()).isEqualTo(2);
            assertThat(writer.dataset()).isEqualTo("all_types");
        }
    }

    @Test
    void replacesWhatAnEarlierAttemptLeft() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "half a file");

        write(List.of(withoutOptionals("a")));

        assertThat(read()).hasSize(1);
    }

    @Test
    void refusesAFileThatIsNoParquet() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "this is a text and no Parquet file at all");

        assertThatThrownBy(() -> ParquetRows.open(SCHEMA, file))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("is not a Parquet file");
    }

    /** A dataset of one column. */
    @Dataset(name = "word", grain = "one row per word")
    public record Word(@Describe(value = "Key.", key = true) String id) {}

    private void write(List<? extends Record> rows) throws IOException {
        DatasetSchema schema =
                rows.isEmpty() ? SCHEMA : DatasetSchema.of(rows.get(0).getClass());
        try (var writer = ParquetFileWriter.create(schema, file)) {
            for (Record row : rows) {
                writer.write(row);
            }
        }
    }

    private List<List<@Nullable Object>> read() throws IOException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (var parquet = ParquetRows.open(SCHEMA, file)) {
            while (parquet.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 0; i < SCHEMA.columns().size(); i++) {
                    row.add(parquet.value(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private int rowGroups() throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new Zstd())
                .build();
        try (var parquet = ParquetFileReader.open(new LocalInputFile(file), options)) {
            return parquet.getRowGroups().size();
        }
    }

    /** Dates as epoch days and instants as epoch microseconds, computed apart from the writer. */
    private static List<List<@Nullable Object>> expected(List<AllTypes> rows) {
        return rows.stream()
                .map(row -> {
                    List<@Nullable Object> values = new ArrayList<>();
                    @Nullable Object[] plain = DatasetSchema.values(row);
                    for (int i = 0; i < plain.length; i++) {
                        values.add(stored(SCHEMA.columns().get(i), plain[i]));
                    }
                    return values;
                })
                .toList();
    }

    private static @Nullable Object stored(Column column, @Nullable Object value) {
        if (value != null && column.type() == ColumnType.DATE) {
            return (int) ((LocalDate) value).toEpochDay();
        }
        if (value != null && column.type() == ColumnType.TIMESTAMP) {
            Instant instant = (Instant) value;
            return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
        }
        return value;
    }

    private static AllTypes full(String id, String text, int number, LocalDate day, Instant instant) {
        return new AllTypes(
                id,
                text,
                number,
                number,
                number / 7.0,
                true,
                day,
                instant,
                MeasureState.REPORTED,
                Measure.reported(number, Precision.EXACT, "count.v1"),
                text,
                number,
                (long) number,
                number / 3.0,
                false,
                day,
                instant);
    }

    private static AllTypes withoutOptionals(String id) {
        return new AllTypes(
                id,
                "",
                0,
                0,
                0,
                false,
                LocalDate.EPOCH,
                Instant.EPOCH,
                MeasureState.DISABLED,
                Measure.missing(MeasureState.DISABLED, "count.v1"),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static AllTypes extreme(
            String id, int integer, long bigint, double number, LocalDate day, Instant instant) {
        return new AllTypes(
                id,
                id,
                integer,
                bigint,
                number,
                true,
                day,
                instant,
                MeasureState.REPORTED,
                Measure.reported(bigint, Precision.UNKNOWN, "count.v1"),
                id,
                integer,
                bigint,
                number,
                true,
                day,
                instant);
    }

    @Test
    void knowsEveryColumnType() {
        assertThat(SCHEMA.columns()).extracting(Column::type).contains(ColumnType.values());
        assertThat(SCHEMA.columns().stream()
                        .filter(Column::nullable)
                        .map(Column::type)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(ColumnType.values()));
    }
}
