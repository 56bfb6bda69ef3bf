package org.carebench.jobs.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a job service over HTTP, as any caller would. */
final class ServiceClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String token;

    /** A client with a token; an empty one sends none. */
    ServiceClient(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    /** An answer, with its body as JSON where it is JSON. */
    record Answer(int status, HttpResponse<String> response) {

        JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        String text(String member) {
            return json().path(member).asString(null);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String problem() {
            if (!header("Content-Type").startsWith("application/problem+json")) {
                throw new IllegalStateException(status + " " + header("Content-Type") + " " + response.body());
            }
            return text("type").replace("urn:carebench:problem/", "");
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    Answer start(String job, String key, String body) {
        return send(request("/api/v1/jobs/" + job + "/executions")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    Answer execution(String id, int wait) {
        return get("/api/v1/executions/" + id + "?wait=" + wait);
    }

    Answer stop(String id, int attempt) {
        return post("/api/v1/executions/" + id + "/stop", "{\"attempt\":" + attempt + ",\"reason\":\"test\"}");
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(90));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
}
