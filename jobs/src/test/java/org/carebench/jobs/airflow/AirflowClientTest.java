package org.carebench.jobs.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carebench.contract.lake.BusinessDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against answers as Airflow 3 gives them. */
class AirflowClientTest {

    private static final BusinessDate NIGHT = BusinessDate.parse("2026-11-21");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

    private static final String DUPLICATE = """
            {"detail":{"reason":"Unique constraint violation","statement":"hidden","orig_error":"hidden","message":"x"}}""";

    private final Map<String, Deque<String>> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final HttpServer airflow;
    private final AirflowClient client;

    AirflowClientTest() throws IOException {
        airflow = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        airflow.createContext("/", this::answer);
        airflow.start();
        client = new AirflowClient(
                URI.create("http://127.0.0.1:" + airflow.getAddress().getPort() + "/"),
                "carebench",
                "secret",
                ZoneId.of("America/New_York"),
                CLOCK);
        answer("POST /auth/token", 201, "{\"access_token\":\"" + jwt("2026-11-23T00:00:00Z") + "\",\"new\":1}");
    }

    @AfterEach
    void stop() {
        airflow.stop(0);
    }

    @Test
    void triggersWithTheLogicalDateOnTheWireThoughItIsNull() {
        answer("POST /api/v2/dags/d/dagRuns", 200, "{\"dag_run_id\":\"r\",\"state\":\"queued\",\"other\":{}}");

        assertThat(client.trigger("d", NIGHT, true)).isEqualTo(new AirflowClient.NightRun("r", true));

        JsonNode body = JsonMapper.shared().readTree(bodies.get(1));
        assertThat(body.has("logical_date")).isTrue();
        assertThat(body.path("logical_date").isNull()).isTrue();
        assertThat(body.path("dag_run_id").stringValue()).isEqualTo("carebench__2026-11-21__rerun__1");
        assertThat(body.path("conf")).hasToString("{\"business_date\":\"2026-11-21\",\"mode\":\"RERUN\"}");
    }

    /** The server does not say whether the id or the logical date was taken; asking for the run does. */
    @ParameterizedTest
    @CsvSource({"queued, false", "some_new_state, true", "success, false"})
    void takesADuplicateForTheRunThatItIs(String state, boolean isRerun) {
        String id = "carebench__2026-11-21__" + (isRerun ? "rerun" : "ensure") + "__1";
        answer("POST /api/v2/dags/d/dagRuns", 409, DUPLICATE);
        answer("GET /api/v2/dags/d/dagRuns/" + id, 200, "{\"dag_run_id\":\"" + id + "\",\"state\":\"" + state + "\"}");

        assertThat(client.trigger("d", NIGHT, isRerun)).isEqualTo(new AirflowClient.NightRun(id, false));
    }

    @ParameterizedTest
    @CsvSource({"failed, false", "failed, true", "success, true"})
    void startsAnotherRunAfterOneThatFailedOrIsToBeRepeated(String state, boolean isRerun) {
        String name = "carebench__2026-11-21__" + (isRerun ? "rerun" : "ensure") + "__";
        answer("POST /api/v2/dags/d/dagRuns", 409, DUPLICATE);
        answer("POST /api/v2/dags/d/dagRuns", 200, "{\"dag_run_id\":\"" + name + "2\",\"state\":\"queued\"}");
        answer(
                "GET /api/v2/dags/d/dagRuns/" + name + "1",
                200,
                "{\"dag_run_id\":\"" + name + "1\",\"state\":\"" + state + "\"}");

        assertThat(client.trigger("d", NIGHT, isRerun)).isEqualTo(new AirflowClient.NightRun(name + "2", true));
        assertThat(bodies.get(3)).contains("\"dag_run_id\":\"" + name + "2\"");
    }

    @Test
    void backfillsOneNightAfterTheOtherFromTheFirstMomentToTheLast() {
        answer("POST /api/v2/backfills", 200, "{\"id\":7,\"dag_id\":\"d\"}");

        assertThat(client.backfill("d", NIGHT, BusinessDate.parse("2026-11-23"), true))
                .isEqualTo(7);

        JsonNode body = JsonMapper.shared().readTree(bodies.get(1));
        assertThat(body.path("max_active_runs").intValue()).isOne();
        assertThat(body.path("from_date").stringValue()).isEqualTo("2026-11-21T00:00-05:00");
        assertThat(body.path("to_date").stringValue()).isEqualTo("2026-11-23T23:59:59-05:00");
        assertThat(body.path("reprocess_behavior").stringValue()).isEqualTo("completed");
        assertThat(body.path("dag_run_conf").path("mode").stringValue()).isEqualTo("RERUN");
    }

    /** Airflow on SQLite answers so while another of its processes writes. */
    @Test
    void asksAgainForABackfillWhereAirflowIsBusy() {
        answer("POST /api/v2/backfills", 503, "{\"detail\":\"busy\"}");
        answer("POST /api/v2/backfills", 200, "{\"id\":7}");

        assertThat(client.backfill("d", NIGHT, NIGHT, false)).isEqualTo(7);
    }

    @Test
    void publishesByTheNumberOfTheAsset() {
        answer("GET /api/v2/assets", 200, """
                {"assets":[{"id":3,"uri":"carebench://mart/release2"},{"id":4,"uri":"carebench://mart/release"}]}""");
        answer("POST /api/v2/assets/events", 200, "{\"id\":9}");

        client.publish("carebench://mart/release", Map.of("release", "2026-11-21.1"));

        assertThat(bodies.get(2)).contains("\"asset_id\":4", "\"release\":\"2026-11-21.1\"");
    }

    @Test
    void saysThatNobodyHasTheAsset() {
        answer("GET /api/v2/assets", 200, "{\"assets\":[]}");

        assertThatThrownBy(() -> client.publish("carebench://mart/release", Map.of()))
                .isInstanceOf(AirflowException.class)
                .hasMessageStartingWith("Cannot tell Airflow of carebench://mart/release: no active DAG has it.");
    }

    @Test
    void fetchesATokenOnceAndAgainWhenItIsRefused() {
        answer("GET /api/v2/monitor/health", 401, "{\"detail\":\"Invalid auth token\"}");
        answer("POST /auth/token", 201, "{\"access_token\":\"" + jwt("2026-11-24T00:00:00Z") + "\"}");
        answer("GET /api/v2/monitor/health", 200, "{\"metadatabase\":{\"status\":\"healthy\"}}");

        assertThat(client.unhealthyParts()).containsExactly("scheduler", "triggerer", "dag_processor");
        client.unhealthyParts();

        assertThat(asked)
                .containsExactly(
                        "POST /auth/token",
                        "GET /api/v2/monitor/health",
                        "POST /auth/token",
                        "GET /api/v2/monitor/health",
                        "GET /api/v2/monitor/health");
    }

    @Test
    void doesNotRepeatAWrongPassword() {
        answers.clear();
        answer("POST /auth/token", 401, "{\"detail\":\"Invalid credentials\"}");

        assertThatThrownBy(client::unhealthyParts)
                .hasMessage("Airflow answers 401 to POST /auth/token: Invalid credentials.")
                .hasMessageNotContaining("secret");
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"detail\":\"DAG is paused.\"} | DAG is paused",
                "{\"detail\":{\"reason\":\"Value rejected by database\"}} | Value rejected by database",
                "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"Field required\"}]} | Field required",
                "<html>gateway</html> | no explanation"
            })
    void readsEveryShapeOfARefusal(String body, String said) {
        answer("POST /api/v2/backfills", 422, body);

        assertThatThrownBy(() -> client.backfill("d", NIGHT, NIGHT, false))
                .isInstanceOf(AirflowException.class)
                .hasMessageStartingWith("Airflow answers 422 to POST /api/v2/backfills: ")
                .hasMessageContaining(said);
    }

    @Test
    void saysThatAirflowIsAway() {
        airflow.stop(0);

        assertThatThrownBy(() -> client.backfill("d", NIGHT, NIGHT, false))
                .isInstanceOf(AirflowException.class)
                .hasMessageStartingWith("Cannot reach Airflow at http://127.0.0.1:");
    }

    /** The last answer that was prepared for a request is given again and again. */
    private void answer(String request, int status, String body) {
        answers.computeIfAbsent(request, known -> new ArrayDeque<>()).add(status + " " + body);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Deque<String> prepared = answers.getOrDefault(exchange.getRequestMethod() + " " + path, new ArrayDeque<>());
        String answer = prepared.isEmpty() ? "404 {}" : prepared.size() == 1 ? prepared.peek() : prepared.poll();
        byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String jwt(String end) {
        String claims = "{\"exp\":" + Instant.parse(end).getEpochSecond() + "}";
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".x";
    }
}
