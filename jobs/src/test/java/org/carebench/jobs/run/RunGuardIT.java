package org.carebench.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.jobs.TestDatabase;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class RunGuardIT {

    private static final BusinessDate NIGHT = BusinessDate.parse("2025-12-06");
    private static final String HELD_LOCKS = "select count(*) from pg_locks where locktype = 'advisory' and granted"
            + " and database = (select oid from pg_database where datname = current_database())";

    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private final RunGuard guard;

    RunGuardIT() {
        database.setUrl(TestDatabase.create());
        database.setUser("postgres");
        guard = new RunGuard(database);
    }

    @Test
    void letsOtherJobsAndOtherNightsRun() {
        RunGuard.Held extract = guard.take("extract", NIGHT);
        RunGuard.Held publish = guard.take("publish", NIGHT);
        RunGuard.Held otherNight = guard.take("extract", BusinessDate.parse("2025-12-07"));

        assertThat(heldLocks()).isEqualTo(3);
        extract.close();
        publish.close();
        otherNight.close();
        assertThat(heldLocks()).isZero();
    }

    @Test
    void letsTheNextRunWhenItIsClosed() throws Exception {
        RunGuard.Held first = guard.take("extract", NIGHT);
        CompletableFuture<RunGuard.Held> waiting = CompletableFuture.supplyAsync(() -> guard.take("extract", NIGHT));
        assertThat(waiting).isNotDone();

        first.close();

        waiting.get(5, TimeUnit.SECONDS).close();
        assertThat(heldLocks()).isZero();
    }

    @Test
    void losesTheLockWithItsConnection() throws SQLException {
        RunGuard.Held dead = guard.take("extract", NIGHT);
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                    + " and database = (select oid from pg_database where datname = current_database())");
        }

        guard.take("extract", NIGHT).close();

        assertThatThrownBy(dead::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Cannot unlock carebench:extract:2025-12-06 in the warehouse: ");
    }

    @Test
    void saysThatTheWarehouseCannotBeReached() {
        database.setDatabaseName("no_such_database");

        assertThatThrownBy(() -> guard.take("extract", NIGHT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Cannot lock carebench:extract:2025-12-06 in the warehouse: ");
    }

    private long heldLocks() {
        return JdbcClient.create(database).sql(HELD_LOCKS).query(Long.class).single();
    }
}
