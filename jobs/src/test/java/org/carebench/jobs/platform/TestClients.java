package org.carebench.jobs.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import tools.jackson.databind.json.JsonMapper;

/** What tests of connectors share: clients for which time passes only while they wait, answers, fixtures and credentials. */
public final class TestClients {

    /** When every test takes place. */
    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TestClients() {}

    /** What a connector factory is given: clients with an empty ledger, on which nobody really waits. */
    public static BiFunction<ApiRules, Authorizer, ApiClient> of(String platform, PlatformSettings settings) {
        return of(platform, settings, new Ticker(), new Ledger());
    }

    /** The same with a ticker and a ledger that the test looks at. */
    public static BiFunction<ApiRules, Authorizer, ApiClient> of(
            String platform, PlatformSettings settings, Budget.Ticker ticker, SpendLedger ledger) {
        return (rules, authorizer) -> new ApiClient(
                HTTP,
                settings,
                rules,
                authorizer,
                new Budgets(platform, settings, ledger, ticker, CLOCK),
                ticker,
                CLOCK);
    }

    /** Credentials by alias; the content is a token, or JSON with several parts. */
    public static Credentials credentials(Map<String, String> contentByAlias) {
        Map<String, String> environment = new TreeMap<>();
        contentByAlias.forEach((alias, content) -> environment.put(
                "CAREBENCH_CREDENTIAL_" + alias.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"), content));
        return new Credentials(environment::get, null);
    }

    /** An answer for tests of rules and mappers; headers are names and values in turn. */
    public static ApiResponse answer(int status, String body, String... headers) {
        Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < headers.length; i += 2) {
            values.computeIfAbsent(headers[i], name -> new ArrayList<>()).add(headers[i + 1]);
        }
        return new ApiResponse(
                "endpoint",
                status,
                HttpHeaders.of(values, (name, value) -> true),
                body.isEmpty() ? Fields.of(null) : json(body),
                NOW);
    }

    /** JSON as a mapper gets it. */
    public static Fields json(String text) {
        return Fields.of(JSON.readTree(text));
    }

    /** A fixture under {@code src/test/resources/platform}, for example {@code bluesky/thread.json}. */
    public static String fixture(String path) {
        try (InputStream in = TestClients.class.getResourceAsStream("/platform/" + path)) {
            return new String(
                    Objects.requireNonNull(in, () -> "no fixture " + path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read fixture " + path, e);
        }
    }

    /** Time that passes only while somebody waits; it remembers every wait. Safe for several threads. */
    public static final class Ticker implements Budget.Ticker {

        private final AtomicLong nanos = new AtomicLong();
        private final List<Duration> pauses = new CopyOnWriteArrayList<>();

        @Override
        public long nanos() {
            return nanos.get();
        }

        @Override
        public void pause(Duration duration) {
            pauses.add(duration);
            nanos.addAndGet(duration.toNanos());
            LockSupport.parkNanos(1);
        }

        /** Lets time pass without a wait. */
        public void advance(Duration duration) {
            nanos.addAndGet(duration.toNanos());
        }

        public List<Duration> pauses() {
            return List.copyOf(pauses);
        }

        /** How long was waited altogether. */
        public Duration waited() {
            return pauses.stream().reduce(Duration.ZERO, Duration::plus);
        }
    }

    /** What was spent, in memory. Safe for several threads. */
    public static final class Ledger implements SpendLedger {

        private final ConcurrentMap<Account, Long> spent = new ConcurrentHashMap<>();

        @Override
        public boolean take(Account account, long units, long limit) {
            boolean[] isTaken = new boolean[1];
            spent.compute(account, (key, before) -> {
                long total = (before == null ? 0 : before) + units;
                isTaken[0] = total <= limit;
                return isTaken[0] ? Long.valueOf(total) : before;
            });
            return isTaken[0];
        }

        @Override
        public void giveBack(Account account, long units) {
            spent.merge(account, -units, Long::sum);
        }

        @Override
        public long spent(Account account) {
            return spent.getOrDefault(account, 0L);
        }

        /** What was spent of all accounts. */
        public long total() {
            return spent.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
