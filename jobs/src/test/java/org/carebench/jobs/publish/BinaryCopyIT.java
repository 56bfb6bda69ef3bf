package org.carebench.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.carebench.contract.schema.ColumnType;
import org.carebench.jobs.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class BinaryCopyIT {

    private static final List<String> COLUMNS = List.of("t", "i", "b", "n", "y", "d", "s");
    private static final List<ColumnType> TYPES = List.of(
            ColumnType.TEXT,
            ColumnType.INTEGER,
            ColumnType.BIGINT,
            ColumnType.DOUBLE,
            ColumnType.BOOLEAN,
            ColumnType.DATE,
            ColumnType.TIMESTAMP);

    private final PGSimpleDataSource database = new PGSimpleDataSource();

    BinaryCopyIT() {
        database.setUrl(TestDatabase.create());
        database.setUser("postgres");
    }

    @BeforeEach
    void createTable() {
        jdbc().sql(
                        "create table target (t text, i integer, b bigint, n double precision, y boolean, d date, s timestamptz)")
                .update();
    }

    @Test
    void writesEveryType() throws SQLException, IOException {
        copy(row("text", 42, 43L, 1.5, true, 20_428, 1_765_009_800_123_456L));

        assertThat(rows()).containsExactly("text|42|43|1.5|true|2025-12-06|2025-12-06 08:30:00.123456+00");
    }

    @Test
    void writesNullOfEveryType() throws SQLException, IOException {
        copy(row(null, null, null, null, null, null, null));

        assertThat(rows()).containsExactly("NULL|NULL|NULL|NULL|NULL|NULL|NULL");
    }

    @Test
    void writesExtremes() throws SQLException, IOException {
        copy(
                row(
                        "",
                        Integer.MIN_VALUE,
                        Long.MIN_VALUE,
                        -Double.MAX_VALUE,
                        false,
                        -719_162,
                        -62_135_596_800_000_000L),
                row("", Integer.MAX_VALUE, Long.MAX_VALUE, Double.POSITIVE_INFINITY, false, 2_932_896, -1L),
                row("", 0, 0L, Double.NaN, false, -1, 0L),
                row("", 0, 0L, -0.0, false, 0, 946_684_799_999_999L));

        assertThat(rows())
                .containsExactly(
                        "|-2147483648|-9223372036854775808|-1.7976931348623157e+308|false|0001-01-01|0001-01-01 00:00:00+00",
                        "|2147483647|9223372036854775807|Infinity|false|9999-12-31|1969-12-31 23:59:59.999999+00",
                        "|0|0|NaN|false|1969-12-31|1970-01-01 00:00:00+00",
                        "|0|0|-0|false|1970-01-01|1999-12-31 23:59:59.999999+00");
    }

    @Test
    void writesTextAsItIs() throws SQLException, IOException {
        String text = "tab\t line\nbreak\r\\N \\. back\\slash 'quote' \"quote\" 日本 \uD83C\uDFE5 \u2028";

        copy(row(text, 0, 0L, 0.0, false, 0, 0L));

        assertThat(jdbc().sql("select t from target").query(String.class).single())
                .isEqualTo(text);
    }

    @Test
    void writesManyRows() throws SQLException, IOException {
        @Nullable Object[][] rows = new Object[20_000][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row("text " + i, i, (long) i, (double) i, i % 2 == 0, i, (long) i);
        }

        copy(rows);

        assertThat(jdbc().sql("select count(*) from target where t = 'text ' || i and b = i and y = (i % 2 = 0)")
                        .query(Long.class)
                        .single())
                .isEqualTo(20_000);
    }

    @Test
    void leavesNothingWhereItIsCancelled() throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            BinaryCopy copy = BinaryCopy.into(connection, "target", COLUMNS);
            for (int i = 0; i < 10_000; i++) {
                write(copy, row("text", 0, 0L, 0.0, false, 0, 0L));
            }

            copy.cancel();

            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(rows()).isEmpty();
    }

    @Test
    void leavesNothingWhereTheServerRefusesARow() throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            BinaryCopy copy = BinaryCopy.into(connection, "target", COLUMNS);
            write(copy, row("good", 0, 0L, 0.0, false, 0, 0L));
            write(copy, row("nul \0", 0, 0L, 0.0, false, 0, 0L));

            assertThatThrownBy(copy::close)
                    .isInstanceOf(IOException.class)
                    .hasStackTraceContaining("invalid byte sequence for encoding \"UTF8\": 0x00");
            copy.cancel();

            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(rows()).isEmpty();
    }

    private void copy(@Nullable Object[]... rows) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            BinaryCopy copy = BinaryCopy.into(connection, "target", COLUMNS);
            for (@Nullable Object[] row : rows) {
                write(copy, row);
            }
            copy.close();
        }
    }

    private static void write(BinaryCopy copy, @Nullable Object[] row) throws IOException {
        copy.startRow(row.length);
        for (int i = 0; i < row.length; i++) {
            copy.field(TYPES.get(i), row[i]);
        }
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return Arrays.copyOf(values, values.length);
    }

    private List<String> rows() throws SQLException {
        return jdbc().sql(
                        "select concat_ws('|', coalesce(t, 'NULL'), coalesce(i::text, 'NULL'), coalesce(b::text, 'NULL'),"
                                + " coalesce(n::text, 'NULL'), coalesce(y::text, 'NULL'), coalesce(d::text, 'NULL'),"
                                + " coalesce((s at time zone 'UTC')::text || '+00', 'NULL')) from target order by ctid")
                .query(String.class)
                .list();
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(database);
    }
}
