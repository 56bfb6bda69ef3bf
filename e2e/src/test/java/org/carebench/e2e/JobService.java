package org.carebench.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A job service on a home, and a caller of it. */
record JobService(RunningProgram program, URI address) {

    static final String TOKEN = "token-0f3a-of-the-tests";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static JobService start(Home home) {
        RunningProgram program = home.sample("serve", "--port", "0")
                .withEnvironment("CAREBENCH_SERVICE_TOKEN", TOKEN)
                .start();
        String address = program.awaitLine("Serving jobs on ").replaceAll("/api/v1.*", "");
        return new JobService(program, URI.create(address));
    }

    /** An answer of the service. */
    record Answer(int status, String body) {

        /** A member whose value is a text, a number or a word. */
        String member(String name) {
            Matcher found =
                    Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(body);
            if (!found.find()) {
                throw new IllegalStateException("No " + name + " in " + status + " " + body);
            }
            return found.group(1);
        }
    }

    Answer start(String job, String key, String body) {
        return send(request("/api/v1/jobs/" + job + "/executions")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    Answer stop(Answer execution) {
        return send(request("/api/v1/executions/" + execution.member("id") + "/stop")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"attempt\":" + execution.member("attempt") + "}")));
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /** Follows an execution until it is over. */
    Answer awaitEnd(String id) {
        for (int polls = 0; polls < 40; polls++) {
            Answer answer = get("/api/v1/executions/" + id + "?wait=30");
            if (answer.member("terminal").equals("true")) {
                return answer;
            }
        }
        throw new IllegalStateException("Execution " + id + " does not end");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(90))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
