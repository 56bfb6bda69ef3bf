package org.carebench.jobs.warehouse;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.carebench.jobs.config.CarebenchProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connection pool of the warehouse, external or embedded. */
@Configuration(proxyBeanMethods = false)
class WarehouseConfiguration {

    /**
     * Two guards (nightly and a stage), two partitions, and what they run, for as many executions as the job service runs at once
     * by default; those that wait hold a guard each. Nothing is opened before it is needed.
     */
    private static final int CONNECTIONS = 48;

    /** How long a run waits for a warehouse that has gone away before it gives up. */
    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(10);

    @Bean
    WarehouseServer warehouseServer(CarebenchProperties properties) {
        CarebenchProperties.Warehouse warehouse = properties.warehouse();
        if (warehouse.url() != null && !warehouse.url().isBlank()) {
            WarehouseServer external = new WarehouseServer(
                    warehouse.url(), orEmpty(warehouse.user()), orEmpty(warehouse.password()), false, () -> {});
            requireReachable(external);
            return external;
        }
        EmbeddedWarehouse embedded =
                EmbeddedWarehouse.open(properties.homeFolder().resolve("postgres"));
        return new WarehouseServer(embedded.url(), embedded.user(), embedded.password(), true, embedded::close);
    }

    @Bean
    HikariDataSource dataSource(WarehouseServer server) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(server.url());
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        pool.setPoolName("warehouse");
        pool.addDataSourceProperty("ApplicationName", "carebench");
        return pool;
    }

    private static void requireReachable(WarehouseServer server) {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
            connection.isValid(1);
        } catch (SQLException e) {
            throw new WarehouseException(
                    "Cannot reach the warehouse at " + server.url().replaceAll("[?].*", "") + ": " + e.getMessage()
                            + " Check --warehouse-url (jdbc:postgresql://host:port/database), --warehouse-user and"
                            + " CAREBENCH_WAREHOUSE_PASSWORD.",
                    e);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
