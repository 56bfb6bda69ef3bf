package org.carebench.jobs.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.carebench.contract.dataset.ProblemCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

@Timeout(60)
class ApiClientTest {

    private static final String TOKEN = "geheim-token";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration IMPATIENCE = Duration.ofSeconds(1);

    static {
        // Without it every small answer waits for the acknowledgement of the one before.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final TestClients.Ticker ticker = new TestClients.Ticker();
    private final TestClients.Ledger ledger = new TestClients.Ledger();
    private final List<Answer> script = new ArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    /** What the server does with a request. */
    private interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            int number = asked.getAndIncrement();
            script.get(Math.min(number, script.size() - 1)).give(exchange);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void givesAGoodAnswer() {
        script.add(json(200, "{\"id\":1}", "X-Page", "2"));
        ApiClient client = client();

        ApiResponse response = client.send(request());

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body().count("id")).contains(1L);
        assertThat(response.header("x-page")).contains("2");
        assertThat(response.receivedAt()).isEqualTo(TestClients.NOW);
        assertThat(client.sent()).isEqualTo(1);
        assertThat(ticker.pauses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 599})
    void triesAgainWhatTheServerMayRecoverFrom(int status) {
        script.add(json(status, "{}"));
        script.add(json(status, ""));
        script.add(json(200, "{\"id\":1}"));
        ApiClient client = client();

        assertThat(client.send(request()).status()).isEqualTo(200);
        assertThat(client.sent()).isEqualTo(3);
        assertThat(ticker.pauses()).hasSize(2);
    }

    @Test
    void givesUpAfterAsManyAttemptsAsAreSet() {
        script.add(json(503, "{}"));
        ApiClient client = client();

        assertThat(problem(client)).isEqualTo(PlatformProblem.of(ProblemCode.TRANSIENT, "endpoint", "503"));
        assertThat(client.sent()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"400, CONTRACT_DRIFT", "301, CONTRACT_DRIFT", "403, PERMISSION", "404, GONE"})
    void doesNotTryAgainWhatWouldFailAgain(int status, ProblemCode code) {
        script.add(json(status, "{}"));
        ApiClient client = client();

        assertThat(problem(client)).isEqualTo(PlatformProblem.of(code, "endpoint", Integer.toString(status)));
        assertThat(client.sent()).isEqualTo(1);
        assertThat(ticker.pauses()).isEmpty();
    }

    @Test
    void waitsLongerAndLongerButNeverTogether() {
        script.add(json(500, "{}"));
        List<Duration> first = new ArrayList<>();
        List<Duration> third = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            TestClients.Ticker own = new TestClients.Ticker();
            problem(client(settings(4), own));
            first.add(own.pauses().get(0));
            third.add(own.pauses().get(2));
        }

        assertThat(first).allMatch(wait -> wait.compareTo(Duration.ofSeconds(2)) <= 0);
        assertThat(third).allMatch(wait -> wait.compareTo(Duration.ofSeconds(8)) <= 0);
        assertThat(first.stream().distinct().count()).isGreaterThan(20);
        assertThat(mean(third)).isGreaterThan(mean(first));
        assertThat(Duration.ofMillis(mean(third))).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(6));
    }

    @Test
    void neverWaitsForLongerThanFiveMinutes() {
        script.add(json(500, "{}"));
        problem(client(settings(19), ticker));

        assertThat(ticker.pauses()).hasSize(18).allMatch(wait -> wait.compareTo(Duration.ofMinutes(5)) <= 0);
        assertThat(ticker.pauses().get(17)).isGreaterThan(Duration.ofMinutes(1));
    }

    @Test
    void endsARequestThatIsNotAnswered() {
        script.add(exchange -> hold());
        ApiClient client = client(impatient(2), ticker);

        long start = System.nanoTime();
        assertThat(problem(client)).isEqualTo(PlatformProblem.of(ProblemCode.TRANSIENT, "endpoint", "timeout"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        assertThat(client.sent()).isEqualTo(2);
    }

    @Test
    void endsABodyThatTrickles() throws InterruptedException {
        CountDownLatch isCut = new CountDownLatch(1);
        script.add(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 1_000; i++) {
                    body.write(' ');
                    body.flush();
                    pause(20);
                }
            } catch (IOException e) {
                isCut.countDown();
            }
        });

        assertThat(problem(client(impatient(1), ticker)))
                .isEqualTo(PlatformProblem.of(ProblemCode.TRANSIENT, "endpoint", "timeout"));
        assertThat(isCut.await(10, TimeUnit.SECONDS))
                .as("the connection is closed")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesABodyThatIsTooLong(boolean isLengthTold) {
        script.add(exchange -> {
            byte[] body = "[\"0123456789\"]".repeat(1_000).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, isLengthTold ? body.length : 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            } catch (IOException e) {
                // The client has hung up.
            }
        });
        ApiClient client = client();

        assertThat(problem(client))
                .isEqualTo(PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "endpoint", "answer is too long"));
        assertThat(client.sent()).isEqualTo(1);
    }

    @Test
    void readsABodyThatIsJustNotTooLong() {
        String body = "{\"x\":\"" + "a".repeat(2_048 - 8) + "\"}";
        script.add(json(200, body));

        assertThat(body).hasSize(2_048);
        assertThat(client().send(request()).body().text("x")).isPresent();
    }

    @Test
    void triesAgainWhatWasCutOff() {
        script.add(exchange -> {
            exchange.sendResponseHeaders(200, 500);
            exchange.getResponseBody().write("{\"id\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        });
        script.add(json(200, "{\"id\":1}"));

        assertThat(client().send(request()).body().count("id")).contains(1L);
        assertThat(asked).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":", "<html>Bitte warten</html>", "", "null", "{\"id\":1}{", "{\"id\":\"\\u12\"}"})
    void triesAgainWhatIsNoJson(String body) {
        script.add(json(200, body));
        ApiClient client = client();

        assertThat(problem(client))
                .isEqualTo(PlatformProblem.of(ProblemCode.TRANSIENT, "endpoint", "200 without JSON"));
        assertThat(client.sent()).isEqualTo(4);
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        script.add(json(429, "{}", "Retry-After", "40"));
        script.add(json(200, "{}"));

        assertThat(client().send(request()).status()).isEqualTo(200);
        assertThat(ticker.pauses()).containsExactly(Duration.ofSeconds(41));
    }

    @Test
    void aServerInTroubleMayAskToWaitAsWell() {
        script.add(json(503, "{}", "Retry-After", "45"));
        script.add(json(200, "{}"));

        client().send(request());

        assertThat(ticker.waited()).isEqualTo(Duration.ofSeconds(45));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void leavesAServerThatAsksToWaitForLongerThanARunWaits(int status) {
        script.add(json(status, "{}", "Retry-After", "600"));
        ApiClient client = client();

        assertThat(problem(client).retryIn()).isEqualTo(Duration.ofMinutes(10));
        assertThat(client.sent()).isEqualTo(1);
        assertThat(ticker.pauses()).isEmpty();
    }

    @Test
    void doesNotAskForEverWhereEveryAnswerIsALimit() {
        script.add(json(429, "{}"));
        ApiClient client = client();

        assertThat(problem(client).code()).isEqualTo(ProblemCode.RATE_LIMITED);
        assertThat(client.sent()).isEqualTo(11);
    }

    @Test
    void aLimitThatOneThreadMeetsHoldsBackTheOthers() throws InterruptedException {
        script.add(json(429, "{}", "Retry-After", "60"));
        script.add(json(200, "{}"));
        ApiClient client = client();
        client.send(request());
        Duration before = ticker.waited();
        assertThat(before).isEqualTo(Duration.ofSeconds(61));

        client.send(request().withBucket("other"));
        assertThat(ticker.waited()).as("other buckets have limits of their own").isEqualTo(before);
    }

    @Test
    void renewsACredentialOnce() {
        script.add(json(401, "{}"));
        script.add(json(200, "{}"));
        AtomicInteger renewals = new AtomicInteger();

        client(settings(4), ticker, token(renewals)).send(request().withCredential("alias"));

        assertThat(renewals).hasValue(1);
        assertThat(authorizations).containsExactly("Bearer " + TOKEN + "0", "Bearer " + TOKEN + "1");
    }

    @Test
    void aCredentialThatStaysExpiredIsAProblem() {
        script.add(json(401, "{}"));
        AtomicInteger renewals = new AtomicInteger();
        ApiClient client = client(settings(4), ticker, token(renewals));

        assertThat(catchThrowableOfType(
                                PlatformException.class,
                                () -> client.send(request().withCredential("alias")))
                        .problem()
                        .code())
                .isEqualTo(ProblemCode.AUTH_EXPIRED);
        assertThat(renewals).hasValue(1);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aCredentialThatOthersRenewedInBetweenIsTriedAgainHoweverOften() {
        script.add(json(401, "{}"));
        script.add(json(401, "{}"));
        script.add(json(401, "{}"));
        script.add(json(200, "{}"));
        AtomicInteger renewals = new AtomicInteger();
        AtomicInteger sent = new AtomicInteger();
        Authorizer whileOthersRenew = new Authorizer() {
            @Override
            public void authorize(HttpRequest.Builder request, String alias) {
                // Every second look is the one after the answer: by then another thread has got a new one, twice.
                int look = sent.getAndIncrement();
                request.header("Authorization", "Bearer " + TOKEN + (look < 4 ? look : 4));
            }

            @Override
            public boolean renew(String alias, HttpRequest refused) {
                renewals.incrementAndGet();
                return true;
            }
        };

        client(settings(4), ticker, whileOthersRenew).send(request().withCredential("alias"));

        assertThat(asked).hasValue(4);
        assertThat(renewals)
                .as("answers to the credential that was still in force")
                .hasValue(1);
    }

    @Test
    void aCredentialThatIsNewerWithEveryAnswerIsGivenUpInTheEnd() {
        script.add(json(401, "{}"));
        AtomicInteger looks = new AtomicInteger();

        PlatformProblem problem = problem(
                client(
                        settings(4),
                        ticker,
                        (request, alias) ->
                                request.header("Authorization", "Bearer " + TOKEN + looks.getAndIncrement())),
                request().withCredential("alias"));

        assertThat(problem.code()).isEqualTo(ProblemCode.AUTH_EXPIRED);
        assertThat(asked).hasValue(6);
    }

    @Test
    void aRefusalForLongerThanAnybodyWaitsIsNotAskedForAgainUntilThen() {
        script.add(json(429, "{}", "Retry-After", "7200"));
        script.add(json(200, "{}"));
        ApiClient client = client();
        PlatformProblem first = problem(client);
        assertThat(first.code()).isEqualTo(ProblemCode.RATE_LIMITED);

        ticker.advance(Duration.ofHours(1));
        PlatformProblem second = problem(client);

        assertThat(asked).as("asked once").hasValue(1);
        assertThat(second.code()).isEqualTo(ProblemCode.RATE_LIMITED);
        assertThat(second.evidence()).isEqualTo("refused before: " + first.evidence());
        assertThat(second.retryIn()).isEqualTo(Duration.ofHours(1).plusSeconds(1));
        client.send(request().withBucket("other"));
        ticker.advance(Duration.ofHours(1).plusSeconds(1));
        client.send(request());
        assertThat(asked).hasValue(3);
    }

    @Test
    void aServerThatOnlyFailsIsLeftAloneForAWhileAndOthersAreAsked() {
        script.add(json(500, "{}"));
        ApiClient client = client();
        ApiRequest bad = request().withServer("bad");
        for (int i = 0; i < 5; i++) {
            problem(client, bad);
        }
        assertThat(client.sent()).isEqualTo(20);

        assertThat(problem(client, bad).code()).isEqualTo(ProblemCode.TRANSIENT);
        assertThat(client.sent())
                .as("after a minute it is asked once, and that fails too")
                .isEqualTo(21);
        Duration before = ticker.waited();
        assertThat(problem(client, bad))
                .isEqualTo(new PlatformProblem(
                        ProblemCode.TRANSIENT, "endpoint", "server keeps failing", Duration.ofMinutes(1)));
        assertThat(client.sent()).isEqualTo(21);
        assertThat(ticker.waited()).as("nobody waits for a lasting outage").isEqualTo(before);

        script.set(0, json(200, "{}"));
        assertThat(client.send(request().withServer("good")).status()).isEqualTo(200);
    }

    @Test
    void aServerThatRecoversWithinAMinuteCostsNothing() {
        script.add(json(500, "{}"));
        ApiClient client = client();
        for (int i = 0; i < 5; i++) {
            problem(client);
        }
        script.set(0, json(200, "{}"));
        Duration before = ticker.waited();

        assertThat(client.send(request()).status()).isEqualTo(200);
        assertThat(ticker.waited().minus(before)).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(70));
        assertThat(client.send(request()).status()).isEqualTo(200);
    }

    @Test
    void refusalsAreNoOutage() {
        script.add(json(403, "{}"));
        ApiClient client = client();
        for (int i = 0; i < 40; i++) {
            assertThat(problem(client).code()).isEqualTo(ProblemCode.PERMISSION);
        }

        assertThat(client.sent()).isEqualTo(40);
    }

    @Test
    void takesWhatARequestDidCost() {
        script.add(json(200, "{\"items\":[1,2,3]}"));
        PlatformSettings settings =
                settings(4, new PlatformSettings.Quota(100, PlatformSettings.Period.DAY, ZoneOffset.UTC));

        client(settings, ticker)
                .send(request().withCost(50, body -> body.items("items").size() * 5L));

        assertThat(ledger.total()).isEqualTo(15);
    }

    @Test
    void aRequestOfUnknownEndKeepsItsCost() {
        script.add(exchange -> exchange.close());
        PlatformSettings settings =
                settings(2, new PlatformSettings.Quota(100, PlatformSettings.Period.DAY, ZoneOffset.UTC));
        ApiClient client = client(settings, ticker);

        problem(client, request().withCost(10, body -> 0));

        assertThat(ledger.total()).isEqualTo(20);
    }

    @Test
    void secretsAreInNoProblemAndNoTrace() throws IOException {
        int closedPort;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closedPort = socket.getLocalPort();
        }
        String secretQuery = "?access_token=" + TOKEN;
        List<Answer> answers = List.of(
                json(500, "{\"error\":\"" + TOKEN + "\"}"),
                json(401, "{\"error\":\"" + TOKEN + "\"}"),
                json(302, "{}", "Location", "/elsewhere" + secretQuery),
                json(200, "{\"" + TOKEN),
                exchange -> exchange.close(),
                exchange -> hold());
        for (Answer answer : answers) {
            script.clear();
            script.add(answer);
            ApiClient client = client(impatient(1), ticker, token(new AtomicInteger()));
            hidesTheToken(client, ApiRequest.get("endpoint", URI.create(address() + "/x" + secretQuery)));
        }
        hidesTheToken(
                client(settings(1), ticker, token(new AtomicInteger())),
                ApiRequest.get("endpoint", URI.create("http://127.0.0.1:" + closedPort + "/x" + secretQuery)));
        hidesTheToken(
                client(settings(1), ticker, token(new AtomicInteger())),
                ApiRequest.get("endpoint", URI.create("http://no-such-host.invalid/x" + secretQuery)));
    }

    private void hidesTheToken(ApiClient client, ApiRequest request) {
        ApiRequest whole = request.withCredential("alias")
                .withHeader("X-Key", TOKEN)
                .withBody("application/json", "{\"password\":\"" + TOKEN + "\"}");
        PlatformException failure = catchThrowableOfType(PlatformException.class, () -> client.send(whole));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));

        assertThat(List.of(trace.toString(), failure.problem().toString(), whole.toString()))
                .allSatisfy(text -> assertThat(text).doesNotContain(TOKEN));
    }

    private PlatformProblem problem(ApiClient client) {
        return problem(client, request());
    }

    private static PlatformProblem problem(ApiClient client, ApiRequest request) {
        return catchThrowableOfType(PlatformException.class, () -> client.send(request))
                .problem();
    }

    private ApiRequest request() {
        return ApiRequest.get("endpoint", URI.create(address() + "/x"));
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private ApiClient client() {
        return client(settings(4), ticker);
    }

    private ApiClient client(PlatformSettings settings, Budget.Ticker time) {
        return client(settings, time, Authorizer.NONE);
    }

    private ApiClient client(PlatformSettings settings, Budget.Ticker time, Authorizer authorizer) {
        return TestClients.of("p", settings, time, ledger).apply(new ByStatus(), authorizer);
    }

    private static PlatformSettings settings(int attempts) {
        return settings(attempts, null);
    }

    private static PlatformSettings impatient(int attempts) {
        return settings(attempts, null, IMPATIENCE);
    }

    private static PlatformSettings settings(int attempts, PlatformSettings.Quota quota) {
        return settings(attempts, quota, PATIENCE);
    }

    private static PlatformSettings settings(int attempts, PlatformSettings.Quota quota, Duration timeout) {
        return new PlatformSettings(
                null,
                4,
                null,
                timeout,
                DataSize.ofKilobytes(2),
                attempts,
                Duration.ofMinutes(2),
                quota,
                null,
                List.of(),
                Duration.ofDays(1),
                Map.of());
    }

    private static Authorizer token(AtomicInteger renewals) {
        return new Authorizer() {
            @Override
            public void authorize(HttpRequest.Builder request, String alias) {
                request.header("Authorization", "Bearer " + TOKEN + renewals.get());
            }

            @Override
            public boolean renew(String alias, HttpRequest refused) {
                renewals.incrementAndGet();
                return true;
            }
        };
    }

    private static Answer json(int status, String body, String... headers) {
        return exchange -> {
            exchange.getRequestBody().readAllBytes();
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    private void hold() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long mean(List<Duration> durations) {
        return (long) durations.stream().mapToLong(Duration::toMillis).average().orElseThrow();
    }

    /** Rules of a platform that has nothing but statuses. */
    private static final class ByStatus implements ApiRules {

        @Override
        public Optional<PlatformProblem> problem(ApiResponse response) {
            ProblemCode code = switch (response.status()) {
                case 401 -> ProblemCode.AUTH_EXPIRED;
                case 403 -> ProblemCode.PERMISSION;
                case 404 -> ProblemCode.GONE;
                case 429 -> ProblemCode.RATE_LIMITED;
                default -> null;
            };
            return Optional.ofNullable(code)
                    .map(known -> PlatformProblem.of(known, response.endpoint(), Integer.toString(response.status())));
        }
    }
}
