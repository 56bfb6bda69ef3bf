package org.carebench.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
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
        RunGuard.Held extract = take("extract", NIGHT);
        RunGuard.Held publish = take("publish", NIGHT);
        RunGuard.Held otherNight = take("extract", BusinessDate.parse("2025-12-07"));

        assertThat(heldLocks()).isEqualTo(3);
        extract.close();
        publish.close();
        otherNight.close();
        assertThat(heldLocks()).isZero();
    }

    @Test
    void letsTheNextRunWhenItIsClosed() {
        RunGuard.Held first = take("extract", NIGHT);
        assertThat(guard.tryTake(Work.of("extract", NIGHT))).isEmpty();
        assertThat(heldLocks()).isOne();

        first.close();

        take("extract", NIGHT).close();
        assertThat(heldLocks()).isZero();
    }

    @Test
    void letsPlatformsOfANightRunBesideEachOtherAndNotBesideTheWhole() {
        RunGuard.Held cms = takePlatform("cms").orElseThrow();
        RunGuard.Held nhs = takePlatform("nhs").orElseThrow();

        assertThat(takePlatform("cms")).isEmpty();
        assertThat(guard.tryTake(Work.of("extract", NIGHT))).isEmpty();
        cms.close();
        assertThat(guard.tryTake(Work.of("extract", NIGHT))).isEmpty();
        nhs.close();

        RunGuard.Held whole = take("extract", NIGHT);
        assertThat(takePlatform("cms")).isEmpty();
        assertThat(heldLocks()).isOne();
        whole.close();
        takePlatform("cms").orElseThrow().close();
        assertThat(heldLocks()).isZero();
    }

    @Test
    void losesTheLockWithItsConnection() throws SQLException {
        RunGuard.Held dead = take("extract", NIGHT);
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                    + " and database = (select oid from pg_database where datname = current_database())");
        }

        take("extract", NIGHT).close();

        assertThat(dead.isHeld()).isFalse();
        assertThatThrownBy(dead::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Cannot unlock carebench:extract:2025-12-06 in the warehouse: ");
    }

    @Test
    void saysThatTheWarehouseCannotBeReached() {
        database.setDatabaseName("no_such_database");

        assertThatThrownBy(() -> take("extract", NIGHT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Cannot lock carebench:extract:2025-12-06 in the warehouse: ");
    }

    private RunGuard.Held take(String job, BusinessDate night) {
        return guard.tryTake(Work.of(job, night)).orElseThrow();
    }

    private Optional<RunGuard.Held> takePlatform(String platform) {
        return guard.tryTake(new Work("extract", NIGHT, platform));
    }

    private long heldLocks() {
        return JdbcClient.create(database).sql(HELD_LOCKS).query(Long.class).single();
    }
}
