package org.carebench.simulator.http;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All platforms on one port, each below its prefix; "/_simulator" is the simulator's own. A request is routed, counted against
 * its limits, answered by its platform, spoiled by the faults that strike it, and logged.
 */
public final class Harness implements AutoCloseable {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final int UNROUTED = 404;

    private final Map<String, PlatformServer> servers;
    private final VirtualClock clock;
    private final Limits limits;
    private final Tokens tokens;
    private final Faults faults;
    private final RequestLog log;
    private final Duration latency;
    private final PrintWriter errors;
    private final Control control;
    private final HttpListener listener;

    /**
     * Begins to answer.
     *
     * @param port a port, or 0 for a free one
     * @param servers one for each prefix
     * @param latency how long every answer takes at least
     * @param errors where a fault of the simulator itself is told
     * @throws IOException where the port cannot be taken
     */
    public Harness(
            int port,
            List<PlatformServer> servers,
            VirtualClock clock,
            Limits limits,
            Tokens tokens,
            Faults faults,
            RequestLog log,
            Duration latency,
            PrintWriter errors)
            throws IOException {
        this.servers = servers.stream().collect(Collectors.toMap(PlatformServer::prefix, Function.identity()));
        this.clock = clock;
        this.limits = limits;
        this.tokens = tokens;
        this.faults = faults;
        this.log = log;
        this.latency = latency;
        this.errors = errors;
        this.control = new Control(clock, log, faults);
        this.listener = new HttpListener(port, this::respond);
    }

    /** The port on which it listens. */
    public int port() {
        return listener.port();
    }

    /** The address at which it listens, without a slash at the end. */
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        log.close();
    }

    private WireResponse respond(WireRequest wire) {
        String target = wire.target();
        int scheme = target.startsWith("http") ? target.indexOf("://") : -1;
        if (scheme >= 0) {
            int root = target.indexOf('/', scheme + 3);
            target = root < 0 ? "/" : target.substring(root);
        }
        int mark = target.indexOf('?');
        String path = mark < 0 ? target.substring(1) : target.substring(1, mark);
        String prefix = path.split("/", 2)[0];
        String rest = path.length() > prefix.length() ? path.substring(prefix.length() + 1) : "";
        PlatformServer server = servers.get(prefix);
        try {
            Request request = new Request(
                    wire.method(),
                    rest,
                    segments(rest),
                    Map.of(),
                    Parameters.parse(mark < 0 ? "" : target.substring(mark + 1)),
                    wire.headers(),
                    wire.body(),
                    clock.now(),
                    clock.time(),
                    address() + "/" + prefix);
            if (prefix.equals(Control.PREFIX)) {
                return plain(control.answer(request));
            }
            return server == null
                    ? plain(Answer.of(UNROUTED, Json.object().put("error", "The simulator has no such platform.")))
                    : answer(server, request);
        } catch (IllegalArgumentException e) {
            // A percent sign without its two digits.
            return plain(Answer.of(400, Json.object().put("error", "The address cannot be decoded.")));
        }
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }

    private WireResponse plain(Answer answer) {
        byte[] body = Json.write(answer.body());
        return new WireResponse(answer.status(), headers(answer, clock.time()), body, body.length);
    }

    private static Map<String, String> headers(Answer answer, Instant date) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Date", HTTP_DATE.format(date));
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.putAll(answer.headers());
        return headers;
    }

    private WireResponse answer(PlatformServer server, Request unmatched) {
        for (Endpoint endpoint : server.endpoints()) {
            Map<String, String> variables =
                    endpoint.method().equals(unmatched.method()) ? endpoint.match(unmatched.segments()) : null;
            if (variables != null) {
                return answer(server, endpoint, unmatched.with(variables));
            }
        }
        return finish(server, "unknown", unmatched, server.unknown(unmatched), List.of());
    }

    private WireResponse answer(PlatformServer server, Endpoint endpoint, Request request) {
        Limits.Taken taken = limits.take(server.platform(), server.caller(request), endpoint.limits(), request.time());
        Map<String, String> limitHeaders =
                taken.nearest().map(server::limitHeaders).orElse(Map.of());
        if (!taken.granted()) {
            Answer refused =
                    server.limited(request, taken.nearest().orElseThrow()).with(limitHeaders);
            return finish(server, endpoint.key(), request, refused, List.of());
        }
        String question = Faults.question(request);
        String bearer = request.bearer();
        if (bearer != null && faults.expiresToken(server.platform(), endpoint.key(), question)) {
            tokens.expire(bearer, request.time());
        }
        Answer answer = handle(server, endpoint, request);
        List<FaultRule> struck = faults.over(server.platform(), endpoint.key(), question, answer.subjects());
        Answer spoiled = answer;
        for (FaultRule rule : struck) {
            spoiled = spoil(server, endpoint, request, spoiled, rule);
        }
        Map<String, String> all = new LinkedHashMap<>(limitHeaders);
        all.putAll(spoiled.headers());
        return finish(server, endpoint.key(), request, spoiled.with(all), struck);
    }

    private Answer handle(PlatformServer server, Endpoint endpoint, Request request) {
        try {
            return endpoint.handler().answer(request);
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (RuntimeException e) {
            errors.println("The simulator itself failed at " + server.platform() + " " + endpoint.key() + ":");
            e.printStackTrace(errors);
            errors.flush();
            return server.failed(request);
        }
    }

    private static Answer spoil(
            PlatformServer server, Endpoint endpoint, Request request, Answer answer, FaultRule rule) {
        JsonNode body = answer.body();
        return switch (rule.kind()) {
            case RATE_LIMITED -> {
                LimitState exceeded = exceeded(endpoint, rule, request.time());
                yield server.limited(request, exceeded)
                        .with(server.limitHeaders(exceeded))
                        .about(answer.subjects());
            }
            case SERVER_ERROR -> server.failed(request).about(answer.subjects());
            case UNKNOWN_FIELDS -> answer.with(SpoiledBody.withUnknownFields(body));
            case RENAMED_FIELD ->
                answer.with(SpoiledBody.withRenamedField(body, named(rule.field()), named(rule.to())));
            case NUMBERS_AS_TEXT -> answer.with(SpoiledBody.withNumbersAsText(body));
            case TRUNCATED, MALFORMED -> answer.serving(List.of());
            case SLOW, CLOCK_SKEW, EXPIRED_TOKEN, RETIRED_METRIC -> answer;
        };
    }

    private static String named(@Nullable String field) {
        if (field == null) {
            throw new IllegalStateException("Cannot rename a field: its profile should not have been read.");
        }
        return field;
    }

    private static LimitState exceeded(Endpoint endpoint, FaultRule rule, Instant time) {
        String first = endpoint.limits().isEmpty()
                ? endpoint.key()
                : endpoint.limits().get(0).bucket();
        String bucket = rule.bucket() == null ? first : rule.bucket();
        long units = endpoint.limits().stream()
                .filter(limit -> limit.bucket().equals(bucket))
                .mapToLong(Limit::units)
                .findFirst()
                .orElse(1);
        Instant reset = time.plusMillis(Math.round(rule.seconds() * 1000));
        return new LimitState(bucket, units, units, time, reset, time);
    }

    private WireResponse finish(
            PlatformServer server, String endpoint, Request request, Answer answer, List<FaultRule> struck) {
        byte[] whole = Json.write(answer.body());
        byte[] sent = whole;
        int announced = whole.length;
        Duration wait = latency;
        Instant date = request.time();
        List<String> kinds = new ArrayList<>();
        for (FaultRule rule : struck) {
            kinds.add(rule.kind().name());
            switch (rule.kind()) {
                case SLOW -> wait = wait.plusMillis(Math.round(rule.seconds() * 1000));
                case CLOCK_SKEW -> date = date.plusMillis(Math.round(rule.seconds() * 1000));
                case TRUNCATED -> sent = SpoiledBody.half(whole);
                case MALFORMED -> {
                    sent = SpoiledBody.half(whole);
                    announced = sent.length;
                }
                default -> {
                    // Laid over the answer already.
                }
            }
        }
        pause(wait);
        log.add(new RequestLog.Entry(
                request.at(),
                server.platform(),
                endpoint,
                answer.subjects(),
                answer.status(),
                answer.served(),
                String.join("+", kinds),
                Fingerprint.of(server.caller(request))));
        return new WireResponse(answer.status(), headers(answer, date), sent, announced);
    }

    private static void pause(Duration wait) {
        if (!wait.isZero()) {
            try {
                Thread.sleep(wait.toMillis());
            } catch (InterruptedException e) {
                // The harness closes; the caller's connection ends with it.
                Thread.currentThread().interrupt();
            }
        }
    }
}
