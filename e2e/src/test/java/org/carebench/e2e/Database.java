package org.carebench.e2e;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A database of one PostgreSQL that runs as long as the tests do, and that the program uses as an external warehouse: as an
 * ordinary owner with a password, not as superuser.
 */
record Database(String name) {

    static final String USER = "warehouse_owner";
    static final String PASSWORD = "not a secret";

    /** What a release is made of; the job repository is not, and remembers every attempt. */
    private static final List<String> RELEASE_SCHEMAS = List.of("warehouse", "mart", "ops", "staging");

    private static final EmbeddedPostgres SERVER = start();

    static Database create(String name) {
        return copyOf("template1", name);
    }

    Database copy(String copy) {
        return copyOf(name, copy);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + name;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, PASSWORD);
    }

    Rows rows(String query) {
        try (Connection connection = connect()) {
            return Rows.of(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** The only value of a query with one row and one column. */
    String value(String query) {
        return rows(query).single().values().values().iterator().next();
    }

    /** Every table and view of a release as text, rows in order, by its name. */
    SortedMap<String, List<String>> dump() {
        SortedMap<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = connect()) {
            for (String schema : RELEASE_SCHEMAS) {
                for (String table : tables(connection, schema)) {
                    tables.put(
                            table,
                            strings(
                                    connection,
                                    "select row::text from " + table + " as row order by row::text collate \"C\""));
                }
            }
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot dump " + name, e);
        }
    }

    /** The texts of the job repository, by table and column. */
    SortedMap<String, String> jobRepository() {
        SortedMap<String, String> texts = new TreeMap<>();
        Rows columns = rows("""
                select table_name, column_name from information_schema.columns
                where table_schema = 'batch' and data_type in ('text', 'character varying')""");
        for (Row column : columns.list()) {
            texts.put(
                    column.join(".", "table_name", "column_name"),
                    value("select string_agg(" + column.get("column_name") + ", ' ') from batch."
                            + column.get("table_name")));
        }
        return texts;
    }

    private static List<String> tables(Connection connection, String schema) throws SQLException {
        return strings(
                connection,
                "select format('%I.%I', table_schema, table_name) from information_schema.tables where table_schema = '"
                        + schema + "' order by 1");
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(query)) {
            List<String> strings = new ArrayList<>();
            while (results.next()) {
                strings.add(results.getString(1));
            }
            return strings;
        }
    }

    private static Database copyOf(String template, String name) {
        asSuperuser("drop database if exists \"" + name + "\"");
        asSuperuser("create database \"" + name + "\" template \"" + template + "\" owner " + USER);
        return new Database(name);
    }

    private static synchronized void asSuperuser(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static EmbeddedPostgres start() {
        Path data = Path.of("target", "warehouse").toAbsolutePath();
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(true)
                    .start();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role " + USER + " login password '" + PASSWORD + "'");
                Files.writeString(
                        data.resolve("pg_hba.conf"),
                        "host all postgres 127.0.0.1/32 trust\nhost all postgres ::1/128 trust\n"
                                + "host all all 127.0.0.1/32 scram-sha-256\n");
                statement.execute("select pg_reload_conf()");
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start PostgreSQL for the tests", e);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot prepare PostgreSQL for the tests", e);
        }
    }
}
