package org.carebench.jobs.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.carebench.jobs.TestDatabase;
import org.carebench.jobs.TestInstallation;
import org.carebench.jobs.service.ServiceClient.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every test has a business date of its own. Two run at once, and two wait. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobServiceIT {

    private static final String TOKEN = "a-token-of-the-test";

    private final Path root;
    private final String database = TestDatabase.create();
    private final TestInstallation installation;
    private final ServiceClient client;

    JobServiceIT(@TempDir Path root) throws IOException {
        this.root = root;
        installation = serve();
        client = new ServiceClient(installation.address(), TOKEN);
    }

    @AfterAll
    void stop() {
        installation.close();
    }

    private TestInstallation serve() throws IOException {
        return TestInstallation.serve(
                root,
                database,
                List.of(
                        "--CAREBENCH_SERVICE_TOKEN=" + TOKEN,
                        "--carebench.service.running=2",
                        "--carebench.service.waiting=2",
                        "--carebench.service.grace=10s",
                        "--carebench.service.dashboard=https://pages.example/"),
                ControlledJob.class);
    }

    @Test
    void startsFollowsAndEndsAnExecution() {
        Answer started = start("2024-01-01", "a");

        assertThat(started.status()).isEqualTo(201);
        String id = started.text("id");
        assertThat(started.header("Location")).isEqualTo("/api/v1/executions/" + id);
        assertThat(started.text("decision")).isEqualTo("STARTED");
        assertThat(started.json().path("attempt").intValue()).isOne();
        assertThat(started.json().path("terminal").booleanValue()).isFalse();
        assertThat(started.json().path("links").path("dashboard").stringValue()).isEqualTo("https://pages.example/");
        assertThat(start("2024-01-01", "a").status()).isEqualTo(200);
        assertThat(start("2024-01-01", "b").text("decision")).isEqualTo("ATTACHED");

        CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> client.execution(id, 60));
        ControlledJob.end("2024-01-01");

        assertThat(waiting).succeedsWithin(Duration.ofSeconds(20)).satisfies(ended -> {
            assertThat(ended.text("status")).isEqualTo("SUCCEEDED");
            assertThat(ended.json().path("terminal").booleanValue()).isTrue();
            assertThat(ended.text("release")).isEqualTo("2024-01-01.1");
            assertThat(ended.json().has("decision")).isFalse();
        });
        Answer again = start("2024-01-01", "a");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("decision")).isEqualTo("ALREADY_COMPLETE");
        assertThat(again.json().path("newData").booleanValue()).isFalse();
    }

    @Test
    void answersAWaitWithTheStateAfterIt() {
        String id = start("2024-01-02", "wait").text("id");
        long begin = System.nanoTime();

        Answer running = client.execution(id, 1);

        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(10));
        assertThat(running.text("status")).isIn("RUNNING", "QUEUED");
        ControlledJob.end("2024-01-02");
        client.execution(id, 60);
    }

    @Test
    void stopsAndRestarts() {
        String id = start("2024-01-03", "one").text("id");

        Answer stopping = client.stop(id, 1);

        assertThat(stopping.status()).isEqualTo(202);
        assertThat(stopping.text("status")).isIn("STOPPING", "STOPPED");
        Answer stopped = client.execution(id, 30);
        assertThat(stopped.text("status")).isEqualTo("STOPPED");
        assertThat(stopped.json().path("retryable").booleanValue()).isTrue();
        assertThat(client.stop(id, 1).status()).as("it is over").isEqualTo(202);

        Answer restarted = start("2024-01-03", "two");
        assertThat(restarted.status()).isEqualTo(201);
        assertThat(restarted.text("decision")).isEqualTo("RESTARTED");
        assertThat(restarted.text("id")).isEqualTo(id);
        assertThat(restarted.json().path("attempt").intValue()).isEqualTo(2);
        Answer stale = client.stop(id, 1);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.problem()).isEqualTo("stale-attempt");
        ControlledJob.end("2024-01-03");
        assertThat(client.execution(id, 60).text("status")).isEqualTo("SUCCEEDED");
    }

    @Test
    void refusesMoreThanThereIsRoomForAndStopsWhatWaitsAtOnce() throws InterruptedException {
        awaitRoom();
        List<String> days = List.of("2024-02-01", "2024-02-02", "2024-02-03", "2024-02-04");
        List<String> ids =
                days.stream().map(day -> start(day, "full").text("id")).toList();

        Answer refused = start("2024-02-05", "full");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("no-capacity");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        assertThat(start("2024-02-01", "another").text("decision"))
                .as("joining takes no room")
                .isEqualTo("ATTACHED");
        assertThat(client.get("/actuator/prometheus").response().body())
                .contains("carebench_executions_running 2.0", "carebench_executions_waiting 2.0");
        client.stop(ids.get(3), 1);
        assertThat(client.execution(ids.get(3), 0).text("status")).isEqualTo("STOPPED");
        days.forEach(ControlledJob::end);
        for (String id : ids.subList(0, 3)) {
            assertThat(client.execution(id, 60).text("status")).isEqualTo("SUCCEEDED");
        }
        assertThat(start("2024-02-05", "full").status()).isEqualTo(201);
        ControlledJob.end("2024-02-05");
    }

    @Test
    void keepsARememberedKeyFromNamingSomethingElse() {
        ControlledJob.end("2024-01-04");
        start("2024-01-04", "reused");

        Answer reused = start("2024-01-05", "reused");

        assertThat(reused.status()).isEqualTo(409);
        assertThat(reused.problem()).isEqualTo("key-reused");
        assertThat(reused.header("Retry-After")).isEmpty();
    }

    @Test
    void listsJobsPlatformsAndHistory() throws IOException {
        for (String file : List.of("hospitals.csv", "feedback.csv")) {
            Files.writeString(installation.input(file), "ID\n");
        }
        ControlledJob.end("2024-01-06");
        String id = start("2024-01-06", "history").text("id");

        assertThat(client.get("/api/v1/jobs")
                        .json()
                        .valueStream()
                        .map(job -> job.path("name").stringValue()))
                .containsExactly("benchmark", "controlled", "extract", "nightly", "publish");
        assertThat(client.get("/api/v1/platforms?businessDate=2024-01-06")
                        .json()
                        .valueStream()
                        .map(JsonNode::stringValue))
                .containsExactly("hifld", "nhs");
        assertThat(client.get("/api/v1/jobs/controlled/executions?businessDate=2024-01-06")
                        .json()
                        .valueStream()
                        .map(execution -> execution.path("id").stringValue()))
                .containsExactly(id);
        assertThat(client.get("/api/v1/jobs/controlled/executions?limit=1")
                        .json()
                        .size())
                .isOne();
    }

    @Test
    void showsTheLogOfAnExecution() throws IOException {
        String id = start("2024-01-07", "log").text("id");
        client.stop(id, 1);
        client.execution(id, 30);

        Answer log = client.get("/api/v1/executions/" + id + "/log");

        assertThat(log.header("Content-Type")).startsWith("text/plain");
        assertThat(log.response().body()).contains("Stopped: test");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/jobs/none/executions, 404, not-found",
        "/api/v1/executions/999999, 404, not-found",
        "/api/v1/executions/x, 404, not-found",
        "/api/v1/executions/1?wait=61, 422, invalid-request",
        "/api/v1/executions/1?wait=-1, 422, invalid-request",
        "/api/v1/jobs/controlled/executions?limit=0, 422, invalid-request",
        "/api/v1/jobs/controlled/executions?businessDate=tomorrow, 422, invalid-request",
        "/api/v1/platforms?businessDate=2999-01-01, 422, invalid-request",
        "/api/v1/platforms?businessDate=2001-01-01, 422, invalid-request"
    })
    void answersWrongQuestionsWithProblems(String path, int status, String type) {
        start("2024-01-08", "some");
        ControlledJob.end("2024-01-08");

        Answer answer = client.get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(type);
        assertThat(answer.text("instance")).isEqualTo(path.replaceAll("[?].*", ""));
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.json().path("status").intValue()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1", "/api/v1/none", "/api/v1/platforms", "/none"})
    void answersUnknownPathsWithProblems(String path) {
        Answer answer = client.get(path);

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void saysWhatIsWrongWithABody() {
        Answer unreadable = client.start("controlled", "k", "{\"businessDate\":");
        Answer wrong = client.start("controlled", "k", "{\"mode\":\"no\"}");
        Answer future = client.start("extract", "k", "{\"businessDate\":\"2999-01-01\"}");

        assertThat(unreadable.status()).isEqualTo(400);
        assertThat(unreadable.header("Content-Type")).startsWith("application/problem+json");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").stringValue()))
                .containsExactlyInAnyOrder("businessDate", "mode");
        assertThat(future.status()).isEqualTo(422);
        assertThat(future.json().path("errors").path(0).path("message").stringValue())
                .contains("that day has not come yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "a-token-of-the-tes", "a-token-of-the-test2", "A-TOKEN-OF-THE-TEST"})
    void letsNobodyInWithoutTheToken(String token) {
        ServiceClient stranger = new ServiceClient(installation.address(), token);

        for (Answer answer : List.of(
                stranger.get("/api/v1/jobs"),
                stranger.start("controlled", "k", "{}"),
                stranger.stop("1", 1),
                stranger.get("/actuator/prometheus"),
                stranger.get("/none"))) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("unauthorized");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
    }

    @Test
    void showsHealthAndTheOpenApiDocumentToEverybody() {
        ServiceClient stranger = new ServiceClient(installation.address(), "");

        assertThat(stranger.get("/actuator/health/liveness").response().body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(stranger.get("/actuator/health/readiness").response().body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(stranger.get("/api/v1/openapi.json").json().path("openapi").stringValue())
                .isEqualTo("3.1.0");
    }

    /** What one process leaves when it is shut down, another one on the same database takes up. */
    @Test
    void leavesWhatRunsToTheNextProcessWhenItIsShutDown() throws IOException {
        TestInstallation ending = serve();
        ServiceClient endingClient = new ServiceClient(ending.address(), TOKEN);
        Answer started = endingClient.start("controlled", "shutdown", "{\"businessDate\":\"2024-01-09\"}");
        String id = started.text("id");
        CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> endingClient.execution(id, 60));

        ending.close();

        assertThat(waiting).succeedsWithin(Duration.ofSeconds(20));
        ControlledJob.end("2024-01-09");
        Answer ended = client.execution(id, 60);
        assertThat(ended.text("status")).isEqualTo("SUCCEEDED");
        assertThat(ended.json().path("attempt").intValue())
                .as("nobody asked again")
                .isOne();
    }

    /** Two processes, many callers: one execution. */
    @Test
    void startsOneExecutionHoweverManyAskWhomever() throws IOException {
        try (TestInstallation other = serve()) {
            ServiceClient otherClient = new ServiceClient(other.address(), TOKEN);
            List<CompletableFuture<Answer>> answers = IntStream.range(0, 12)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> (i % 2 == 0 ? client : otherClient)
                            .start("controlled", "many-" + i, "{\"businessDate\":\"2024-01-10\"}")))
                    .toList();
            List<Answer> all = answers.stream().map(CompletableFuture::join).toList();

            assertThat(all)
                    .extracting(answer -> answer.text("id"))
                    .containsOnly(all.get(0).text("id"));
            assertThat(all).extracting(answer -> answer.text("decision")).containsOnlyOnce("STARTED");
            ControlledJob.end("2024-01-10");
            assertThat(otherClient.execution(all.get(0).text("id"), 60).text("status"))
                    .isEqualTo("SUCCEEDED");
        }
    }

    private void awaitRoom() throws InterruptedException {
        for (int i = 0; i < 200 && !isIdle(); i++) {
            Thread.sleep(50);
        }
        assertThat(isIdle()).isTrue();
    }

    private boolean isIdle() {
        return client.get("/actuator/prometheus").response().body().contains("carebench_executions_running 0.0");
    }

    private Answer start(String businessDate, String key) {
        return client.start(
                "controlled",
                key + "-" + (key.equals("reused") ? "" : businessDate),
                "{\"businessDate\":\"" + businessDate + "\"}");
    }
}
