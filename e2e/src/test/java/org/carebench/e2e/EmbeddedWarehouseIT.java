package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.carebench.e2e.SampleNights.FIRST;
import static org.carebench.e2e.SampleNights.SECOND;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without an external PostgreSQL the program keeps one of its own, whoever runs it. */
class EmbeddedWarehouseIT {

    /** A home with a database of its own looks exactly like one with an external database. */
    @Test
    void nightsOfAnOrdinaryUserGiveTheSameReleases() throws IOException, InterruptedException {
        Path folder = Home.emptyFolder("ordinary_user");
        Outcome last = null;
        for (String night : List.of(FIRST, SECOND)) {
            last = asOrdinaryUser(
                            folder,
                            "nightly",
                            "--business-date",
                            night,
                            "--config",
                            Installation.SAMPLE_PROFILE.toString(),
                            "--home",
                            folder.resolve("data").toString())
                    .run()
                    .succeeded();
        }

        assertThat(last).isNotNull();
        assertThat(last.out()).contains(folder.resolve("data/site/index.html").toString());
        Home external = SampleNights.both().home();
        assertThat(new Folder(folder.resolve("data/lake")).checksums())
                .isEqualTo(external.lake().checksums());
        assertThat(new Folder(folder.resolve("data/site")).checksums())
                .isEqualTo(external.site().checksums());
        assertThat(folder.resolve("data/postgres/data/postmaster.pid"))
                .as("the server that ran while the program did")
                .doesNotExist();
    }

    @Test
    void aServerThatAKilledProgramLeftBehindIsUsedOnAndThenStopped() {
        Path folder = Home.emptyFolder("embedded");
        Call extract = Call.carebench("extract", "--business-date", SECOND)
                .with("--config", Installation.SAMPLE_PROFILE.toString(), "--home", folder.toString());
        RunningProgram program = extract.start();
        program.await("a landing file", () -> new Folder(folder.resolve("lake")).hasFile(".parquet"));
        List<ProcessHandle> descendants = program.descendants();
        program.kill();
        assertThat(folder.resolve("postgres/data/postmaster.pid")).exists();

        extract.run().succeeded();

        assertThat(new Folder(folder.resolve("lake")).checksums())
                .isEqualTo(SampleNights.extracted().home().lake().checksums());
        assertThat(folder.resolve("postgres/data/postmaster.pid")).doesNotExist();
        RunningProgram.awaitEnd(descendants);
    }

    @Test
    void theWarehouseCanBeLookedAtWhileItIsKeptRunning() throws IOException, SQLException {
        Path folder = Home.emptyFolder("kept_running");
        RunningProgram warehouse = Call.carebench("warehouse")
                .with("--config", Installation.SAMPLE_PROFILE.toString(), "--home", folder.toString())
                .start();
        warehouse.awaitOutput("Press Ctrl-C to stop.");
        Path pidFile = folder.resolve("postgres/data/postmaster.pid");
        String url = "jdbc:postgresql://127.0.0.1:"
                + Files.readAllLines(pidFile).get(3).strip() + "/postgres";

        try (Connection connection = DriverManager.getConnection(
                        url, "postgres", Files.readString(folder.resolve("postgres/password")));
                ResultSet releases = connection.createStatement().executeQuery("select count(*) from mart.release")) {
            assertThat(releases.next()).isTrue();
            assertThat(releases.getLong(1)).isZero();
        }
        assertThat(warehouse.terminate().out()).contains(url);

        assertThat(pidFile).doesNotExist();
    }

    @Test
    void theHomeCanBeNamedByTheEnvironment() {
        Path folder = Home.emptyFolder("from_environment");

        Call.carebench("extract", "--business-date", "1999-01-01")
                .with("--config", Installation.SAMPLE_PROFILE.toString())
                .withEnvironment("CAREBENCH_HOME", folder.toString())
                .run()
                .failedWithOneSentence(3, "1999-01-01");

        assertThat(folder.resolve("logs/carebench.log")).exists();
        assertThat(folder.resolve("postgres/password")).exists();
    }

    @Test
    void nobodyElseMayReadThePasswordOrTheData() throws IOException {
        Path folder = Home.emptyFolder("private_files");
        Call.carebench("extract", "--business-date", "1999-01-01")
                .with("--config", Installation.SAMPLE_PROFILE.toString(), "--home", folder.toString())
                .run();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("postgres/password"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("postgres/data"))))
                .isEqualTo("rwx------");
    }

    /** Root steps down to nobody; everybody else is an ordinary user already. */
    private static Call asOrdinaryUser(Path folder, String... command) throws IOException, InterruptedException {
        if (!System.getProperty("user.name").equals("root")) {
            return Call.carebench(command);
        }
        List<String> asNobody = List.of("runuser", "-u", "nobody", "--");
        List<String> canRead = new ArrayList<>(asNobody);
        canRead.addAll(
                List.of("test", "-x", Installation.ROOT.resolve("carebench").toString()));
        assumeThat(new ProcessBuilder(canRead).start().waitFor())
                .as("The installation cannot be read by nobody: an ordinary user cannot be tried")
                .isZero();
        assertThat(new ProcessBuilder("chown", "nobody", folder.toString())
                        .start()
                        .waitFor())
                .isZero();
        List<String> through = new ArrayList<>(asNobody);
        through.addAll(List.of("env", "HOME=" + folder));
        return Call.through(through, command);
    }
}
