package org.carebench.jobs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedWarehouseIT {

    private static final String INVALID_PASSWORD = "28P01";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path programs;

    private final Path folder;

    /** Every test has a folder of its own; they only share the server's programs, which take long to unpack. */
    EmbeddedWarehouseIT(@TempDir Path home) throws IOException {
        this.folder = home.resolve("postgres");
        Files.createDirectories(folder);
        Files.createSymbolicLink(folder.resolve("server"), programs);
    }

    @Test
    void keepsItsDataBetweenOpenings() throws Exception {
        OtherProcess.thatCloses(folder);
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();

        try (var warehouse = EmbeddedWarehouse.open(folder)) {
            assertThat(answer(warehouse)).isEqualTo(42);
        }
    }

    @Test
    void sharesAServerUntilTheLastUserLeaves() throws SQLException {
        EmbeddedWarehouse first = EmbeddedWarehouse.open(folder);
        EmbeddedWarehouse second = EmbeddedWarehouse.open(folder);
        assertThat(second.url()).isEqualTo(first.url()).startsWith("jdbc:postgresql://127.0.0.1:");

        first.close();
        execute(second, "create table kept as select 42 as answer");
        second.close();

        assertThatThrownBy(() -> connect(second, second.password()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("refused");
    }

    @Test
    void asksForItsPassword() throws IOException {
        try (var warehouse = EmbeddedWarehouse.open(folder)) {
            assertThat(warehouse.password()).matches("[0-9a-f]{48}");
            assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThatThrownBy(() -> connect(warehouse, "guessed"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo(INVALID_PASSWORD))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void usesTheServerOfAKilledProcessOn() throws Exception {
        String url = OtherProcess.thatDies(folder);

        try (var warehouse = EmbeddedWarehouse.open(folder)) {
            assertThat(warehouse.url()).isEqualTo(url);
            assertThat(answer(warehouse)).isEqualTo(42);
        }

        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void startsAgainAfterTheServerItselfWasKilled() throws Exception {
        OtherProcess.thatDies(folder);
        ProcessHandle server = server();
        server.destroyForcibly();
        server.onExit().get(30, TimeUnit.SECONDS);

        try (var warehouse = EmbeddedWarehouse.open(folder)) {
            assertThat(answer(warehouse)).isEqualTo(42);
        }
    }

    @Test
    void makesAHalfMadeDataFolderAnew() throws IOException, SQLException {
        Files.createDirectories(folder.resolve("data/base"));
        Files.writeString(folder.resolve("data/PG_VERSION"), "17\n");

        try (var warehouse = EmbeddedWarehouse.open(folder)) {
            execute(warehouse, "create table kept as select 42 as answer");
            assertThat(answer(warehouse)).isEqualTo(42);
        }
    }

    private ProcessHandle server() throws IOException {
        String pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static void execute(EmbeddedWarehouse warehouse, String sql) throws SQLException {
        try (Connection connection = connect(warehouse, warehouse.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int answer(EmbeddedWarehouse warehouse) throws SQLException {
        try (Connection connection = connect(warehouse, warehouse.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select answer from kept")) {
            assertThat(result.next()).isTrue();
            return result.getInt(1);
        }
    }

    private static Connection connect(EmbeddedWarehouse warehouse, String password) throws SQLException {
        return DriverManager.getConnection(warehouse.url(), warehouse.user(), password);
    }
}
