package org.carebench.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One transaction in UTC that runs files of this module with named parameters, and is rolled back at the end. */
final class WarehouseSession implements AutoCloseable {

    private final Connection connection;
    private final NamedParameterJdbcTemplate template;

    WarehouseSession(DataSource database) throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        template = new NamedParameterJdbcTemplate(new SingleConnectionDataSource(connection, true));
        template.getJdbcOperations().execute("set local time zone 'UTC'");
    }

    NamedParameterJdbcTemplate template() {
        return template;
    }

    /** Runs a file such as {@code load/10_merge_dim_organization.sql}. */
    void run(String file, Release release) {
        template.update(read(file), release.parameters());
    }

    /** The rows that a query file returns, as CSV with a header. */
    String query(String file, Release release) {
        String csv = template.query(read(file), release.parameters(), rows -> {
            int columns = rows.getMetaData().getColumnCount();
            StringBuilder text = new StringBuilder();
            for (int i = 1; i <= columns; i++) {
                text.append(rows.getMetaData().getColumnName(i)).append(i < columns ? "," : "\n");
            }
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    text.append(rows.getString(i)).append(i < columns ? "," : "\n");
                }
            }
            return text.toString();
        });
        return Objects.requireNonNull(csv);
    }

    /** Fills columns of a table from a CSV file; the header names them, and an empty field is NULL. */
    void load(String table, Path csv) throws IOException, SQLException {
        String text = Files.readString(csv);
        copyManager()
                .copyIn(
                        "copy " + table + " (" + header(text) + ") from stdin with (format csv, header match)",
                        new StringReader(text));
    }

    /** Columns of a table or view as CSV with a header, the rows sorted. */
    String dump(String table, String columns) throws IOException, SQLException {
        String order = Arrays.stream(columns.split(","))
                .map(column -> column + "::text collate \"C\" nulls first")
                .collect(Collectors.joining(", "));
        StringWriter text = new StringWriter();
        copyManager()
                .copyOut(
                        "copy (select " + columns + " from " + table + " order by " + order
                                + ") to stdout with (format csv, header)",
                        text);
        return text.toString();
    }

    /** A table or view with all its columns. */
    String dump(String table) throws IOException, SQLException {
        List<String> columns = template.getJdbcOperations()
                .queryForList(
                        "select attname from pg_attribute where attrelid = ?::regclass and attnum > 0 order by attnum",
                        String.class,
                        table);
        return dump(table, String.join(",", columns));
    }

    static String header(String csv) {
        return csv.substring(0, csv.indexOf('\n'));
    }

    private CopyManager copyManager() throws SQLException {
        return new CopyManager(connection.unwrap(BaseConnection.class));
    }

    private static String read(String file) {
        try (InputStream in = WarehouseSession.class.getResourceAsStream("/db/" + file)) {
            return new String(
                    Objects.requireNonNull(in, () -> file + " is no file of this module")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
