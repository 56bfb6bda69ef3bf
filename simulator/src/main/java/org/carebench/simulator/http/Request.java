package org.carebench.simulator.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One request, as the endpoint of a platform sees it.
 *
 * @param method GET, POST …
 * @param path the path below the prefix of the platform, as it was sent, without a leading slash
 * @param segments the decoded parts of the path
 * @param variables what the placeholders of the endpoint's path stand for
 * @param query parameters of the query string
 * @param headers header fields by name, in any case
 * @param body the body as text, empty where there is none
 * @param at the instant at which the world stands
 * @param time {@code at} plus the real time since it was set: for limits, tokens and times of answering
 * @param base address of the platform's root on this server, without a slash at the end, for links
 */
public record Request(
        String method,
        String path,
        List<String> segments,
        Map<String, String> variables,
        Parameters query,
        Map<String, String> headers,
        String body,
        Instant at,
        Instant time,
        String base) {

    private static final String BEARER = "bearer ";

    /** What a placeholder of the endpoint's path stands for. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "Cannot find {" + name + "} in the path " + path + ": name it in the endpoint's path.");
        }
        return value;
    }

    /** A header field, or null. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The token of "Authorization: Bearer …", or null where there is none. */
    public @Nullable String bearer() {
        String authorization = header("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }

    /** The body as a form; empty where there is none. */
    public Parameters form() {
        return Parameters.parse(body);
    }

    /** The body as JSON, or null where it is empty or no JSON. */
    public @Nullable JsonNode json() {
        if (body.isEmpty()) {
            return null;
        }
        try {
            return Json.read(body);
        } catch (JacksonException e) {
            return null;
        }
    }

    Request with(Map<String, String> found) {
        return new Request(method, path, segments, found, query, headers, body, at, time, base);
    }
}
