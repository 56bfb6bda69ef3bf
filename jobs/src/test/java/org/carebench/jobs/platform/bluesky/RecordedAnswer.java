package org.carebench.jobs.platform.bluesky;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.ArrayList;
import java.util.List;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.TestClients;

/**
 * An answer that a real network gave; its requests and headers stand in a file beside the body.
 *
 * @param path path and query of the request
 * @param headers names and values in turn
 */
record RecordedAnswer(String name, String path, int status, List<String> headers, String body) {

    private static final String FOLDER = "bluesky/recorded/";

    static RecordedAnswer named(String name) {
        List<String> lines =
                TestClients.fixture(FOLDER + name + ".http").lines().toList();
        int status = 0;
        List<String> headers = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("HTTP ")) {
                status = Integer.parseInt(line.substring("HTTP ".length()).strip());
            } else if (status != 0 && line.contains(": ")) {
                headers.addAll(List.of(line.split(": ", 2)));
            }
        }
        return new RecordedAnswer(
                name, lines.get(0).split(" ", -1)[1], status, headers, TestClients.fixture(FOLDER + name + ".json"));
    }

    static List<String> names() {
        return TestClients.json("{\"all\":" + TestClients.fixture(FOLDER + "INDEX.json") + "}").items("all").stream()
                .map(answer -> answer.requiredText("name"))
                .toList();
    }

    ApiResponse answer() {
        ApiResponse answer = TestClients.answer(status, body, headers.toArray(String[]::new));
        return new ApiResponse(method(), status, answer.headers(), answer.body(), answer.receivedAt());
    }

    BlueskyResponse response() {
        return new BlueskyResponse(method(), answer().body());
    }

    ResponseDefinitionBuilder served() {
        return aResponse().withStatus(status).withBody(body);
    }

    private String method() {
        return path.replaceFirst("/xrpc/", "").replaceFirst("\\?.*", "");
    }
}
