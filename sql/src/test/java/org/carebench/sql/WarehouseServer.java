package org.carebench.sql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** One PostgreSQL per test JVM. Every test class gets a database of its own, copied from one that was migrated once. */
final class WarehouseServer {

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private WarehouseServer() {}

    static DataSource createEmptyDatabase() {
        return createDatabase("template1");
    }

    static DataSource createMigratedDatabase() {
        return createDatabase(TEMPLATE);
    }

    static Flyway flyway(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/view")
                .validateMigrationNaming(true)
                .load();
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            new JdbcTemplate(server.getPostgresDatabase()).execute("create database " + TEMPLATE);
            flyway(server.getDatabase("postgres", TEMPLATE)).migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start PostgreSQL for the tests", e);
        }
    }

    private static DataSource createDatabase(String template) {
        String name = "test_" + DATABASES.incrementAndGet();
        new JdbcTemplate(SERVER.getPostgresDatabase()).execute("create database " + name + " template " + template);
        return SERVER.getDatabase("postgres", name);
    }
}
