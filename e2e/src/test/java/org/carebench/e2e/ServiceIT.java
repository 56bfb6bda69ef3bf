package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.e2e.SampleNights.SECOND;
import static org.carebench.e2e.SampleNights.SECOND_RELEASE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.carebench.e2e.JobService.Answer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The job service runs the same nights as the commands, whatever happens to it meanwhile. */
@Order(3)
class ServiceIT {

    private static final String NIGHT = "{\"businessDate\":\"" + SECOND + "\"}";

    /** Platform by platform at the same time, killed while Spark computes, taken up by the next process. */
    @Test
    void aNightByPlatformsAndAcrossAKillIsTheNightOfCommands() {
        Home home = Home.create("service_night");
        JobService service = JobService.start(home);
        try {
            assertThat(service.get("/api/v1/platforms?businessDate=" + SECOND).body())
                    .isEqualTo("[\"cms\",\"hifld\",\"nhs\",\"youtube\"]");
            List<Answer> started = List.of("cms", "hifld", "nhs", "youtube").stream()
                    .map(platform -> service.start(
                            "extract",
                            "extract-" + platform,
                            "{\"businessDate\":\"" + SECOND + "\",\"parameters\":{\"platform\":\"" + platform + "\"}}"))
                    .toList();
            assertThat(started).extracting(Answer::status).containsOnly(201);
            started.forEach(
                    extract -> assertThat(service.awaitEnd(extract.member("id")).member("status"))
                            .isEqualTo("SUCCEEDED"));

            Answer benchmark = service.start("benchmark", "benchmark", NIGHT);
            Folder curated = new Folder(home.folder().resolve("lake/curated"));
            service.program().await("a curated file", () -> curated.hasFile(".parquet"));
            List<ProcessHandle> descendants = service.program().descendants();
            service.program().kill();
            RunningProgram.awaitEnd(descendants);

            JobService next = JobService.start(home);
            try {
                Answer ended = next.awaitEnd(benchmark.member("id"));
                assertThat(ended.member("status")).isEqualTo("SUCCEEDED");
                assertThat(ended.member("attempt")).as("nobody asked again").isEqualTo("1");
                assertThat(next.start("benchmark", "benchmark", NIGHT).member("decision"))
                        .isEqualTo("ALREADY_COMPLETE");

                Answer night = next.start("nightly", "the-rest", NIGHT);
                Answer published = next.awaitEnd(night.member("id"));
                assertThat(published.member("status")).isEqualTo("SUCCEEDED");
                assertThat(published.member("release")).isEqualTo(SECOND_RELEASE);
                assertThat(next.start("nightly", "once-more", NIGHT).member("decision"))
                        .isEqualTo("ALREADY_COMPLETE");
            } finally {
                next.program().terminate();
            }
        } finally {
            service.program().kill();
        }
        State.of(home).assertEqual(SampleNights.published().state());
    }

    @Test
    void aStopEndsSparkAndTheNextStartGoesOn() {
        Home home = SampleNights.extracted().copy("service_stop");
        JobService service = JobService.start(home);
        try {
            Answer started = service.start("benchmark", "stopped", NIGHT);
            ProcessHandle spark = service.program().awaitSpark();

            assertThat(service.stop(started).status()).isEqualTo(202);

            Answer stopped = service.awaitEnd(started.member("id"));
            assertThat(stopped.member("status")).isEqualTo("STOPPED");
            assertThat(stopped.member("retryable")).isEqualTo("true");
            RunningProgram.awaitEnd(List.of(spark));
            Answer restarted = service.start("benchmark", "cleared", NIGHT);
            assertThat(restarted.member("decision")).isEqualTo("RESTARTED");
            assertThat(restarted.member("attempt")).isEqualTo("2");
            service.program().awaitSpark();

            // And the service leaves nothing behind when it is told to end.
            List<ProcessHandle> descendants = service.program().descendants();
            service.program().terminate();
            RunningProgram.awaitEnd(descendants);
            assertThat(home.database()
                            .value("select status from runs.execution where job = 'benchmark'"
                                    + " order by execution_id desc limit 1"))
                    .isEqualTo("QUEUED");
        } finally {
            service.program().kill();
        }
    }

    /** Held up by a lock of the test, the service publishes for as long as the command waits. */
    @Test
    void aCommandFindsThatTheServiceRunsTheSame() throws SQLException {
        Home home = SampleNights.benchmarked().copy("service_and_command");
        JobService service = JobService.start(home);
        try (Connection blocker = home.database().connect();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("lock table ops.published_release in access exclusive mode");
            Answer started = service.start("publish", "busy", NIGHT);

            home.sample("publish", "--business-date", SECOND)
                    .run()
                    .failedWithOneSentence(75, SECOND, "another process is running it");

            blocker.rollback();
            assertThat(service.awaitEnd(started.member("id")).member("status")).isEqualTo("SUCCEEDED");
        } finally {
            service.program().terminate();
        }
    }

    @Test
    void nobodyServesWithoutAToken() {
        Home home = Home.create("service_no_token");

        home.sample("serve", "--port", "0")
                .run()
                .failedWithOneSentence(3, "nobody could be let in", "CAREBENCH_SERVICE_TOKEN");
    }

    @Test
    void theTokenIsWrittenNowhere() throws IOException {
        Home home = Home.create("service_secret");
        JobService service = JobService.start(home);
        service.start("publish", "early", NIGHT);
        service.get("/actuator/prometheus");
        Outcome said = service.program().terminate();

        assertThat(said.out() + said.error()).doesNotContain(JobService.TOKEN);
        for (Path file : new Folder(home.folder()).files()) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain(JobService.TOKEN);
        }
        assertThat(home.database()
                        .rows("select row::text as row from runs.execution as row")
                        .list()
                        .toString())
                .contains("publish")
                .doesNotContain(JobService.TOKEN);
    }
}
