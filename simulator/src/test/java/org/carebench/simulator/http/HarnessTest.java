package org.carebench.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.carebench.simulator.http.SimulatedHttp.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

class HarnessTest {

    private static final Instant NOW = Instant.parse("2026-06-30T02:00:00Z");

    private final Tokens tokens = new Tokens();

    private SimulatedHttp start(FaultProfile profile) {
        return new SimulatedHttp(List.of(new EchoServer(tokens)), NOW, profile, tokens);
    }

    private SimulatedHttp start() {
        return start(FaultProfile.NONE);
    }

    @Test
    void takesTheFirstPathThatMatches() {
        try (SimulatedHttp http = start()) {
            assertThat(http.get("/echo/v1/items/fixed").at("/fixed").asBoolean())
                    .isTrue();
            assertThat(http.get("/echo/v1/items/5").text("/id")).isEqualTo("5");
        }
    }

    @Test
    void decodesPlaceholdersButKeepsAPlus() {
        try (SimulatedHttp http = start()) {
            assertThat(http.get("/echo/v1/items/a%2Fb%20c+d").text("/id")).isEqualTo("a/b c+d");
        }
    }

    @Test
    void givesLinksOfItsOwnAddress() {
        try (SimulatedHttp http = start()) {
            Reply reply = http.get("/echo/v1/items/5");

            assertThat(http.get(reply.text("/link")).body()).isEqualTo(reply.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/echo/v2/items/5", "/echo/v1/items/5/more", "/echo", "/echo/"})
    void letsThePlatformWordWhatItDoesNotKnow(String path) {
        try (SimulatedHttp http = start()) {
            Reply reply = http.get(path);

            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.text("/error")).isEqualTo("unknown");
        }
    }

    @Test
    void knowsNoOtherPlatform() {
        try (SimulatedHttp http = start()) {
            assertThat(http.get("/other/v1").status()).isEqualTo(404);
        }
    }

    @Test
    void refusesAnAddressThatCannotBeDecoded() throws IOException {
        try (SimulatedHttp http = start();
                Socket socket = new Socket("127.0.0.1", http.port())) {
            socket.getOutputStream()
                    .write("GET /echo/v1/items/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void answersSeveralRequestsOfOneConnection() throws IOException {
        try (SimulatedHttp http = start();
                Socket socket = new Socket("127.0.0.1", http.port())) {
            String request = "GET http://127.0.0.1/echo/v1/items/7 HTTP/1.1\r\nHost: x\r\n\r\n";
            String last = "GET /echo/v1/items/8 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write((request + last).getBytes(StandardCharsets.UTF_8));

            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers).containsSubsequence("\"id\":\"7\"", "HTTP/1.1 200", "\"id\":\"8\"");
        }
    }

    @Test
    void readsABodyOfKnownAndOfUnknownLength() throws IOException {
        try (SimulatedHttp http = start()) {
            HttpRequest chunked = HttpRequest.newBuilder(URI.create(http.address() + "/echo/v1/items"))
                    .POST(BodyPublishers.ofInputStream(
                            () -> new ByteArrayInputStream("niño".getBytes(StandardCharsets.UTF_8))))
                    .build();

            assertThat(http.post("/echo/v1/items", "niño").text("/body")).isEqualTo("niño");
            assertThat(http.exchange(chunked).body()).isEqualTo("{\"body\":\"niño\"}");
        }
    }

    @Test
    void sendsTheRefusalThatAHandlerThrows() {
        try (SimulatedHttp http = start()) {
            Reply reply = http.get("/echo/v1/refused");

            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.text("/error")).isEqualTo("refused");
        }
    }

    @Test
    void tellsAboutAFaultOfItsOwnAndAnswersAsAFailingPlatform() {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        try (SimulatedHttp http = new SimulatedHttp(
                List.of(new EchoServer(tokens)),
                NOW,
                FaultProfile.NONE,
                Limits.none(),
                tokens,
                null,
                Duration.ZERO,
                new PrintWriter(errors, true, StandardCharsets.UTF_8))) {
            assertThat(http.get("/echo/v1/broken").status()).isEqualTo(500);
        }
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("echo broken", "a bug");
    }

    // ---- time

    @Test
    void standsStillWhileItsClockRuns() {
        try (SimulatedHttp http = start()) {
            Reply reply = http.get("/echo/v1/items/5");

            assertThat(reply.text("/at")).isEqualTo(NOW.toString());
            assertThat(date(reply)).isCloseTo(NOW, within(5, ChronoUnit.SECONDS));
        }
    }

    @Test
    void movesToAnotherInstant() {
        try (SimulatedHttp http = start()) {
            Reply reply = http.put("/_simulator/now", "{\"now\": \"2026-07-01T02:00:00Z\"}");

            assertThat(reply.text("/now")).isEqualTo("2026-07-01T02:00:00Z");
            assertThat(http.get("/echo/v1/items/5").text("/at")).isEqualTo("2026-07-01T02:00:00Z");
            assertThat(http.get("/_simulator/health").text("/now")).isEqualTo("2026-07-01T02:00:00Z");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"now\": \"tomorrow\"}", "now"})
    void keepsItsTimeWhereItCannotReadTheNewOne(String body) {
        try (SimulatedHttp http = start()) {
            assertThat(http.put("/_simulator/now", body).status()).isEqualTo(400);
            assertThat(http.get("/_simulator/health").text("/now")).isEqualTo(NOW.toString());
        }
    }

    private static Instant date(Reply reply) {
        return ZonedDateTime.parse(reply.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }

    // ---- limits

    @Test
    void refusesBeyondTheLimitAndSaysWhenItEnds() {
        try (SimulatedHttp http = start()) {
            assertThat(http.get("/echo/v1/limited").header("X-Left")).isEqualTo("2");
            http.get("/echo/v1/limited");
            http.get("/echo/v1/limited");

            Reply refused = http.get("/echo/v1/limited");

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.text("/error")).isEqualTo("limited by bucket");
            assertThat(refused.header("X-Left")).isEqualTo("0");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(290, 300);
            assertThat(Instant.parse(refused.header("X-Reset")))
                    .isCloseTo(NOW.plusSeconds(300), within(5, ChronoUnit.SECONDS));
        }
    }

    @Test
    void countsEachCallerForItself() {
        try (SimulatedHttp http = start()) {
            for (int i = 0; i < EchoServer.LIMIT; i++) {
                http.get("/echo/v1/limited", "Authorization", "Bearer one");
            }

            assertThat(http.get("/echo/v1/limited", "Authorization", "Bearer one")
                            .status())
                    .isEqualTo(429);
            assertThat(http.get("/echo/v1/limited", "Authorization", "Bearer other")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void beginsANewWindowWhenTheTimeHasPassed() {
        try (SimulatedHttp http = start()) {
            for (int i = 0; i <= EchoServer.LIMIT; i++) {
                http.get("/echo/v1/limited");
            }
            http.moveTo(NOW.plus(Duration.ofMinutes(6)));

            assertThat(http.get("/echo/v1/limited").header("X-Left")).isEqualTo("2");
        }
    }

    @Test
    void grantsAShareOfTheLimitWhereToldSo() {
        try (SimulatedHttp http = start(new FaultProfile(1, Map.of("echo", 0.34), List.of()))) {
            assertThat(http.get("/echo/v1/limited").status()).isEqualTo(200);
            assertThat(http.get("/echo/v1/limited").status()).isEqualTo(429);
        }
    }

    // ---- faults

    private static FaultProfile always(FaultKind kind, double seconds) {
        return SimulatedHttp.profile(kind, FaultReach.REQUEST, 1, seconds);
    }

    private static FaultProfile once(FaultKind kind) {
        return SimulatedHttp.profile(kind, FaultReach.ATTEMPT, 1, 2);
    }

    @Test
    void failsTheFirstAttemptOnly() {
        try (SimulatedHttp http = start(once(FaultKind.SERVER_ERROR))) {
            assertThat(http.get("/echo/v1/items/5").status()).isEqualTo(500);
            assertThat(http.get("/echo/v1/items/5").status()).isEqualTo(200);
            assertThat(http.get("/echo/v1/items/5?a=1").status()).isEqualTo(500);
            assertThat(http.get("/echo/v1/items/5").status()).isEqualTo(200);
        }
    }

    @Test
    void failsAgainAtAnotherInstant() {
        try (SimulatedHttp http = start(once(FaultKind.SERVER_ERROR))) {
            http.get("/echo/v1/items/5");
            http.moveTo(NOW.plusSeconds(86_400));

            assertThat(http.get("/echo/v1/items/5").status()).isEqualTo(500);
        }
    }

    @Test
    void takesARequestForTheSameWhateverItsKeyAndTheOrderOfItsParameters() {
        try (SimulatedHttp http = start(once(FaultKind.SERVER_ERROR))) {
            http.get("/echo/v1/items/5?a=1&b=2&key=k1&access_token=t1");

            assertThat(http.get("/echo/v1/items/5?b=2&a=1&key=k2&access_token=t2")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void refusesAsIfALimitWereExceeded() {
        try (SimulatedHttp http = start(once(FaultKind.RATE_LIMITED))) {
            Reply reply = http.get("/echo/v1/limited");

            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.header("Retry-After")).isEqualTo("2");
            assertThat(reply.header("X-Left")).isEqualTo("0");
            assertThat(http.get("/echo/v1/limited").header("X-Left")).isEqualTo("1");
        }
    }

    @Test
    void failsForStruckAccountsForEverAndListsThem() {
        try (SimulatedHttp http = start(SimulatedHttp.profile(FaultKind.SERVER_ERROR, FaultReach.ACCOUNT, 0.5, 1))) {
            int failed = 0;
            for (int account = 0; account < 40; account++) {
                int first = http.get("/echo/v1/items/" + account).status();
                assertThat(http.get("/echo/v1/items/" + account + "?again=1").status())
                        .isEqualTo(first);
                failed += first == 500 ? 1 : 0;
            }

            assertThat(failed).isBetween(8, 32);
            JsonNode losses = http.get("/_simulator/losses").at("/losses");
            assertThat(losses.size()).isEqualTo(failed);
            assertThat(losses.get(0).toString())
                    .startsWith("{\"platform\":\"echo\",\"endpoint\":\"item\",\"account\":\"account-")
                    .endsWith("\"kind\":\"SERVER_ERROR\"}");
        }
    }

    @Test
    void breaksOffInTheMiddleOfABody() {
        try (SimulatedHttp http = start(always(FaultKind.TRUNCATED, 1))) {
            assertThatIOException().isThrownBy(() -> http.exchange("/echo/v1/items/5"));
        }
    }

    @Test
    void sendsABodyThatIsNoJson() throws IOException {
        try (SimulatedHttp http = start(always(FaultKind.MALFORMED, 1))) {
            HttpResponse<String> response = http.exchange("/echo/v1/items/5");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).startsWith("{\"id\":\"5\"");
            assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> Json.read(response.body()));
        }
    }

    @Test
    void answersLater() {
        try (SimulatedHttp http = start(always(FaultKind.SLOW, 0.3))) {
            long begin = System.nanoTime();
            http.get("/echo/v1/items/5");

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void letsATokenExpireThatItGaveOutButNotAStandingOne() {
        String issued = tokens.issue("echo", "access", "someone", NOW, Duration.ofHours(2))
                .token();
        try (SimulatedHttp http = start(always(FaultKind.EXPIRED_TOKEN, 1))) {
            assertThat(http.get("/echo/v1/private", "Authorization", "Bearer " + issued)
                            .status())
                    .isEqualTo(401);
            assertThat(http.get("/echo/v1/private", "Authorization", "Bearer sim-echo-token")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void addsFieldsThatNobodyKnows() {
        try (SimulatedHttp http = start(always(FaultKind.UNKNOWN_FIELDS, 1))) {
            Reply reply = http.get("/echo/v1/items/5");

            assertThat(reply.body().propertyNames()).containsExactly("id", "likes", "at", "link", "simulatedNews");
        }
    }

    @Test
    void writesNumbersAsText() {
        try (SimulatedHttp http = start(always(FaultKind.NUMBERS_AS_TEXT, 1))) {
            assertThat(http.get("/echo/v1/items/5").at("/likes").isString()).isTrue();
            assertThat(http.get("/echo/v1/items/5").text("/likes")).isEqualTo("12");
        }
    }

    @Test
    void callsAFieldByAnotherName() {
        FaultProfile profile = new FaultProfile(
                1,
                Map.of(),
                List.of(new FaultRule(
                        FaultKind.RENAMED_FIELD,
                        "echo",
                        "item",
                        FaultReach.REQUEST,
                        1,
                        1,
                        1,
                        null,
                        "likes",
                        "hearts",
                        List.of())));
        try (SimulatedHttp http = start(profile)) {
            assertThat(http.get("/echo/v1/items/5").body().propertyNames())
                    .containsExactly("id", "hearts", "at", "link");
        }
    }

    @Test
    void goesWrongByItsClock() {
        try (SimulatedHttp http = start(always(FaultKind.CLOCK_SKEW, -900))) {
            assertThat(date(http.get("/echo/v1/items/5")))
                    .isCloseTo(NOW.minusSeconds(900), within(5, ChronoUnit.SECONDS));
        }
    }

    @Test
    void meetsTheSameFaultsWhateverTheOrderOfRequests() {
        FaultProfile profile = SimulatedHttp.profile(FaultKind.SERVER_ERROR, FaultReach.ATTEMPT, 0.5, 1);
        try (SimulatedHttp one = start(profile);
                SimulatedHttp other = start(profile)) {
            int[] forwards = new int[30];
            int[] backwards = new int[30];
            for (int i = 0; i < 30; i++) {
                forwards[i] = one.get("/echo/v1/items/" + i).status();
                backwards[29 - i] = other.get("/echo/v1/items/" + (29 - i)).status();
            }

            assertThat(forwards).isEqualTo(backwards).contains(200, 500);
        }
    }

    // ---- log

    @Test
    void countsRequestsByEndpointStatusAndFault() {
        try (SimulatedHttp http = start(once(FaultKind.SERVER_ERROR))) {
            http.get("/echo/v1/items/5");
            http.get("/echo/v1/items/5");
            http.get("/echo/nothing");

            assertThat(http.get("/_simulator/requests").body())
                    .hasToString(
                            "{\"total\":3,\"requests\":["
                                    + "{\"platform\":\"echo\",\"endpoint\":\"item\",\"status\":200,\"fault\":\"\",\"count\":1},"
                                    + "{\"platform\":\"echo\",\"endpoint\":\"item\",\"status\":500,"
                                    + "\"fault\":\"SERVER_ERROR\",\"count\":1},"
                                    + "{\"platform\":\"echo\",\"endpoint\":\"unknown\",\"status\":404,\"fault\":\"\",\"count\":1}]}");
        }
    }

    @Test
    void logsWhatWasServedAndNeverAToken(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("requests.jsonl");
        try (SimulatedHttp http = new SimulatedHttp(
                List.of(new EchoServer(tokens)),
                NOW,
                SimulatedHttp.profile(FaultKind.MALFORMED, FaultReach.ATTEMPT, 1, 1),
                Limits.none(),
                tokens,
                log,
                Duration.ZERO,
                SimulatedHttp.STANDARD_ERROR)) {
            http.exchange("/echo/v1/items/5?access_token=secret-token");
            http.exchange("/echo/v1/items/5?access_token=secret-token");
        }

        List<String> lines = Files.readAllLines(log);
        assertThat(lines).hasSize(2).noneMatch(line -> line.contains("secret-token"));
        assertThat(lines.get(0)).contains("\"served\":[],\"fault\":\"MALFORMED\"");
        assertThat(lines.get(1))
                .startsWith(
                        "{\"sequence\":2,\"at\":\"2026-06-30T02:00:00Z\",\"platform\":\"echo\",\"endpoint\":\"item\","
                                + "\"subjects\":[\"account-5\"],\"status\":200,\"served\":[\"item-5\"],\"fault\":\"\",\"caller\":\"");
    }
}
