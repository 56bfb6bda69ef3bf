package org.carebench.jobs.platform.graph;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.requestMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carebench.jobs.platform.PlatformSettings;
import org.carebench.jobs.platform.TestClients;

/** A stand-in for the Graph API that answers only what it was told to, and refuses every other path or parameter. */
public final class GraphServer implements AutoCloseable {

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());

    public GraphServer() {
        server.start();
    }

    public PlatformSettings settings() {
        return PlatformSettings.defaults(URI.create(server.baseUrl()));
    }

    /**
     * Answers a request.
     *
     * @param path with the version
     * @param parameters all of them, names and values in turn
     */
    public void answer(String body, String path, String... parameters) {
        answer(aResponse().withBody(body), path, parameters);
    }

    /** Answers a request with a fixture. */
    public void answerFixture(String fixture, String path, String... parameters) {
        answer(TestClients.fixture(fixture), path, parameters);
    }

    /** Answers a request with an error. */
    public void refuse(int code, Integer subcode, String path, String... parameters) {
        String error = "{\"error\": {\"message\": \"text with a token\", \"code\": " + code
                + (subcode == null ? "" : ", \"error_subcode\": " + subcode) + "}}";
        answer(aResponse().withStatus(400).withBody(error), path, parameters);
    }

    public void answer(ResponseDefinitionBuilder response, String path, String... parameters) {
        Map<String, String> expected = new TreeMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            expected.put(parameters[i], parameters[i + 1]);
        }
        server.stubFor(requestMatching(request -> MatchResult.of(path(request).equals(path)
                        && parameters(request.getUrl()).equals(expected)))
                .willReturn(response));
    }

    /** Forgets answers and requests. */
    public void reset() {
        server.resetAll();
    }

    /** Every request in no order: path, and parameters sorted by name. */
    public List<String> asked() {
        return server.getServeEvents().getRequests().stream()
                .map(event ->
                        path(event.getRequest()) + parameters(event.getRequest().getUrl()))
                .toList();
    }

    /** Values of the header of every request. */
    public List<String> authorizations() {
        return server.getServeEvents().getRequests().stream()
                .map(event -> event.getRequest().getHeader("Authorization"))
                .toList();
    }

    private static String path(Request request) {
        return URI.create(request.getUrl()).getPath();
    }

    private static Map<String, String> parameters(String url) {
        Map<String, String> parameters = new TreeMap<>();
        String query = URI.create(url).getRawQuery();
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            int equals = parameter.indexOf('=');
            parameters.put(
                    parameter.substring(0, equals),
                    URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    @Override
    public void close() {
        server.stop();
    }
}
