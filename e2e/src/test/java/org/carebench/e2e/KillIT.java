package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.e2e.SampleNights.SECOND;
import static org.carebench.e2e.SampleNights.SECOND_RELEASE;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Killed with kill -9 at whatever moment and run again, a night gives exactly what an uninterrupted one gives. */
@Order(1)
class KillIT {

    private static final String[] NIGHT = {"nightly", "--business-date", SECOND};

    /** Held up where it notes that a migration was applied. */
    @Test
    void firstRunKilledHalfwayThroughItsMigrations() throws SQLException {
        Home home = Home.create("killed_migration");
        String history = "public.flyway_schema_history";
        try (Connection blocker = home.database().connect();
                Statement statement = blocker.createStatement()) {
            RunningProgram program =
                    home.sample("extract", "--business-date", SECOND).start();
            program.await(
                    "the first migration",
                    () -> !home.database()
                            .value("select count(*) from information_schema.tables where table_schema = 'batch'")
                            .equals("0"));
            blocker.setAutoCommit(false);
            statement.execute("lock table " + history + " in exclusive mode");
            program.await("waiting for " + history, () -> isWaiting(home));

            assertThat(program.kill().exitCode()).isEqualTo(Outcome.KILLED);
            blocker.rollback();
        }

        repeat(home, "extract", "--business-date", SECOND);
        State.of(home).assertEqual(SampleNights.extracted().state());
    }

    @Test
    void extractKilledWhileFilesLand() {
        Home home = Home.create("killed_extract");
        RunningProgram program = home.sample(NIGHT).start();
        program.await("a landing file", () -> home.lake().hasFile(".parquet"));

        assertThat(program.kill().exitCode()).isEqualTo(Outcome.KILLED);
        assertThat(home.lake().hasFile("run=1.json")).as("night manifest").isFalse();

        repeat(home, NIGHT);
        assertSameAsUninterrupted(home);
    }

    @Test
    void benchmarkKilledWhileSparkWrites() {
        Home home = SampleNights.extracted().copy("killed_benchmark");
        RunningProgram program =
                home.sample("benchmark", "--business-date", SECOND).start();
        Folder curated = new Folder(home.folder().resolve("lake/curated"));
        program.await("a curated file", () -> curated.hasFile(".parquet"));
        List<ProcessHandle> descendants = program.descendants();

        assertThat(descendants).isNotEmpty();
        assertThat(program.kill().exitCode()).isEqualTo(Outcome.KILLED);
        RunningProgram.awaitEnd(descendants);
        assertThat(home.folder().resolve("lake/mart/release=" + SECOND_RELEASE + "/manifest.json"))
                .doesNotExist();

        repeat(home, "benchmark", "--business-date", SECOND);
        repeat(home, "publish", "--business-date", SECOND);
        assertSameAsUninterrupted(home);
    }

    @Test
    void sparkAloneKilled() {
        Home home = SampleNights.extracted().copy("killed_spark");
        RunningProgram program =
                home.sample("benchmark", "--business-date", SECOND).start();
        ProcessHandle spark = program.awaitSpark();
        program.await("the log of Spark", () -> home.logs().hasFile("spark-" + SECOND_RELEASE + ".log"));
        spark.destroyForcibly();

        Outcome killed = program.outcome();

        assertThat(killed.exitCode()).isEqualTo(1);
        assertThat(killed.error())
                .startsWith("carebench: Cannot compute the benchmarks: ")
                .contains("137");
        repeat(home, "benchmark", "--business-date", SECOND);
        repeat(home, "publish", "--business-date", SECOND);
        assertSameAsUninterrupted(home);
    }

    /** Held up by a lock of the test, the program is killed inside its transaction, at three points of it. */
    @ParameterizedTest
    @ValueSource(strings = {"staging.stg_post", "warehouse.fct_outcome", "ops.published_release"})
    void publishKilledInsideItsTransaction(String table) throws SQLException {
        Home home = SampleNights.benchmarked().copy("killed_publish_" + table.replace('.', '_'));
        try (Connection blocker = home.database().connect();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("lock table " + table + " in access exclusive mode");
            RunningProgram program =
                    home.sample("publish", "--business-date", SECOND).start();
            program.await("waiting for " + table, () -> isWaiting(home));

            assertThat(program.kill().exitCode()).isEqualTo(Outcome.KILLED);
            blocker.rollback();
        }
        assertThat(home.database().value("select count(*) from ops.published_release"))
                .isEqualTo("0");

        repeat(home, "publish", "--business-date", SECOND);
        assertSameAsUninterrupted(home);
    }

    @Test
    void publishKilledBetweenTheWarehouseAndTheDashboards() {
        Home home = SampleNights.benchmarked().copy("killed_dashboards");
        RunningProgram program =
                home.sample("publish", "--business-date", SECOND).start();
        program.awaitOutput("releasePublishStep COMPLETED");

        program.kill();

        repeat(home, "publish", "--business-date", SECOND);
        assertSameAsUninterrupted(home);
    }

    /** Without Spark a repetition is cheap, so that these two stages can be killed at more moments. */
    @ParameterizedTest
    @MethodSource("momentsOfShortStages")
    void extractAndPublishKilledAtARandomMoment(Duration moment) throws InterruptedException {
        Home extracting = Home.create("random_extract");
        killAfter(moment, extracting, "extract");
        repeat(extracting, "extract", "--business-date", SECOND);
        State.of(extracting).assertEqual(SampleNights.extracted().state());

        Home publishing = SampleNights.benchmarked().copy("random_publish");
        killAfter(moment, publishing, "publish");
        repeat(publishing, "publish", "--business-date", SECOND);
        assertSameAsUninterrupted(publishing);
    }

    @ParameterizedTest
    @MethodSource("momentsOfANight")
    void nightKilledAtARandomMoment(Duration moment) throws InterruptedException {
        Home home = Home.create("random_night");
        killAfter(moment, home, "nightly");

        repeat(home, NIGHT);
        assertSameAsUninterrupted(home);
    }

    static List<Duration> momentsOfShortStages() {
        return moments(Installation.FULL ? 20 : 2, 2_500, 6_000);
    }

    static List<Duration> momentsOfANight() {
        return moments(Installation.FULL ? 20 : 1, 5_000, 25_000);
    }

    private static List<Duration> moments(int count, int fromMillis, int toMillis) {
        return new Random(20251206)
                .ints(count, fromMillis, toMillis)
                .mapToObj(Duration::ofMillis)
                .toList();
    }

    private static void killAfter(Duration moment, Home home, String command) throws InterruptedException {
        RunningProgram program = home.sample(command, "--business-date", SECOND).start();
        program.awaitAtMost(moment);
        List<ProcessHandle> descendants = program.descendants();
        program.kill();
        RunningProgram.awaitEnd(descendants);
    }

    private static void repeat(Home home, String... command) {
        home.sample(command).run().succeeded();
    }

    private static boolean isWaiting(Home home) {
        return !home.database()
                .value(
                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .equals("0");
    }

    private static void assertSameAsUninterrupted(Home home) {
        State state = State.of(home);
        state.assertEqual(SampleNights.published().state());
        assertThat(state.tables().tailMap("staging.").headMap("staging/").values())
                .hasSize(30)
                .allSatisfy(rows -> assertThat(rows).isEmpty());
    }
}
