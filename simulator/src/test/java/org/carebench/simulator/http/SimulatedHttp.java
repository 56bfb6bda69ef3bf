package org.carebench.simulator.http;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A harness on a free port, with a client that speaks to it. */
public final class SimulatedHttp implements AutoCloseable {

    public static final PrintWriter STANDARD_ERROR = new PrintWriter(System.err, true, StandardCharsets.UTF_8);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Harness harness;

    /** What came back. */
    public record Reply(int status, HttpHeaders headers, JsonNode body) {

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public JsonNode at(String pointer) {
            return body.at(pointer);
        }

        public String text(String pointer) {
            return body.at(pointer).asString("");
        }

        /** Texts at a place within each element of a list. */
        public List<String> texts(String list, String within) {
            return body.at(list)
                    .valueStream()
                    .map(element -> element.at(within).asString(""))
                    .toList();
        }
    }

    public SimulatedHttp(
            List<PlatformServer> servers,
            Instant now,
            FaultProfile profile,
            Limits limits,
            Tokens tokens,
            @Nullable Path log,
            Duration latency,
            PrintWriter errors) {
        try {
            harness = new Harness(
                    0,
                    servers,
                    new VirtualClock(now, System::nanoTime),
                    limits,
                    tokens,
                    new Faults(profile),
                    new RequestLog(log),
                    latency,
                    errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SimulatedHttp(List<PlatformServer> servers, Instant now, FaultProfile profile, Tokens tokens) {
        this(servers, now, profile, new Limits(profile.limitShare()), tokens, null, Duration.ZERO, STANDARD_ERROR);
    }

    public int port() {
        return harness.port();
    }

    public String address() {
        return harness.address();
    }

    public Reply get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Reply post(String path, String body, String... headers) {
        return send(request(path, headers).POST(BodyPublishers.ofString(body)));
    }

    public Reply put(String path, String body) {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    /** Moves the world to another instant. */
    public void moveTo(Instant now) {
        put("/_simulator/now", "{\"now\": \"" + now + "\"}");
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : harness.address() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = exchange(request.build());
            return new Reply(response.statusCode(), response.headers(), Json.read(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer as text, for bodies that are no JSON or never end. */
    public HttpResponse<String> exchange(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public HttpResponse<String> exchange(String path) throws IOException {
        return exchange(request(path).build());
    }

    /** A query string from names and values in turn. */
    public static String query(String... namesAndValues) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(URLEncoder.encode(namesAndValues[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    /** A profile with one rule. */
    public static FaultProfile profile(FaultKind kind, FaultReach reach, double rate, double seconds) {
        return new FaultProfile(
                7,
                Map.of(),
                List.of(new FaultRule(kind, "*", "*", reach, rate, 1, seconds, null, null, null, List.of())));
    }

    @Override
    public void close() {
        try {
            harness.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
