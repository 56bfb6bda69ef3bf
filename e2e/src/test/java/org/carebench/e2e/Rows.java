package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A table as text. */
record Rows(List<Row> list) {

    private static final double TOLERANCE = 1e-9;

    static Rows of(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(query)) {
            List<Row> rows = new ArrayList<>();
            while (results.next()) {
                rows.add(row(results));
            }
            return new Rows(rows);
        }
    }

    /** The result of a query over files, by DuckDB. */
    static Rows ofFiles(String query) {
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:")) {
            try (Statement statement = duckDb.createStatement()) {
                statement.execute("set TimeZone = 'UTC'");
            }
            return of(duckDb, query);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Every value of a Parquet file in one text. */
    static String textOf(Path parquet) {
        StringBuilder text = new StringBuilder();
        ofFiles("select * from read_parquet('" + parquet + "', hive_partitioning = false)")
                .list()
                .forEach(row ->
                        text.append(String.join("\n", row.values().values())).append('\n'));
        return text.toString();
    }

    /** A file of expected answers. */
    static Rows expected(String file) {
        try (CsvReader<NamedCsvRecord> records =
                CsvReader.builder().ofNamedCsvRecord(Installation.EXPECTED.resolve(file))) {
            return new Rows(
                    records.stream().map(row -> new Row(row.getFieldsAsMap())).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Row single() {
        assertThat(list).hasSize(1);
        return list.get(0);
    }

    Rows where(Predicate<Row> condition) {
        return new Rows(list.stream().filter(condition).toList());
    }

    Rows without(String column) {
        return new Rows(list.stream().map(row -> row.without(column)).toList());
    }

    /** Rows by the values of their key columns; a key that occurs twice is an error. */
    SortedMap<String, Row> by(String... key) {
        SortedMap<String, Row> rows = new TreeMap<>();
        for (Row row : list) {
            String id = row.join(" | ", key);
            assertThat(rows.put(id, row)).as("second row of " + id).isNull();
        }
        return rows;
    }

    /** The same keys, and in every column of the expected rows the same value; decimals to 1e-9. */
    void assertEqual(Rows expected, String... key) {
        Map<String, Row> these = by(key);
        Map<String, Row> those = expected.by(key);
        assertSameKeys(these, those);
        List<String> differences = new ArrayList<>();
        those.forEach((id, row) -> row.values().forEach((column, value) -> {
            String other = Objects.requireNonNull(these.get(id)).get(column);
            if (!isSame(other, value)) {
                differences.add(id + ": " + column + " is '" + other + "', expected '" + value + "'");
            }
        }));
        assertThat(differences).isEmpty();
    }

    /** Names only the keys that are missing or too many. */
    static void assertSameKeys(Map<String, Row> these, Map<String, Row> expected) {
        assertThat(these.keySet().stream().filter(id -> !expected.containsKey(id)))
                .as("not expected")
                .isEmpty();
        assertThat(expected.keySet().stream().filter(id -> !these.containsKey(id)))
                .as("expected, but not there")
                .isEmpty();
    }

    static boolean isSame(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        if (!isDecimal(one) && !isDecimal(other)) {
            return false;
        }
        try {
            double expected = Double.parseDouble(other);
            return Math.abs(Double.parseDouble(one) - expected) <= TOLERANCE * Math.max(1, Math.abs(expected));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Only what is written as a decimal is compared with a tolerance; 010001 and 10001 are different ids. */
    private static boolean isDecimal(String text) {
        return text.matches("-?[0-9]+\\.[0-9]+(E-?[0-9]+)?");
    }

    private static Row row(ResultSet results) throws SQLException {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
            row.put(results.getMetaData().getColumnLabel(i), text(results.getObject(i)));
        }
        return new Row(row);
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant().toString();
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        }
        return value.toString();
    }
}
