package org.carebench.simulator.platform.graph;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.carebench.simulator.http.Parameters;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.http.Tokens;

/**
 * A request to the Graph API whose token and version have been checked.
 *
 * @param token that it brought
 * @param fields that it asks for
 */
public record GraphRequest(Request request, String token, List<GraphField> fields) {

    private static final String TOKEN = "access_token";

    /**
     * Checks a request.
     *
     * @throws org.carebench.simulator.http.Refusal where the token does not hold, the version is none, or the fields cannot
     *     be read
     */
    public static GraphRequest of(Request request, Tokens tokens, String platform) {
        if (!request.segments().get(0).matches("v\\d+\\.\\d+")) {
            throw GraphError.unknownPath(request.path()).refusal();
        }
        String token = request.query().first(TOKEN);
        if (token == null) {
            token = request.bearer();
        }
        if (token == null) {
            throw GraphError.noToken().refusal();
        }
        switch (tokens.state(platform, token, request.time())) {
            case VALID -> {}
            case EXPIRED -> throw GraphError.expiredToken().refusal();
            case UNKNOWN -> throw GraphError.unknownToken().refusal();
        }
        try {
            return new GraphRequest(
                    request, token, GraphField.parse(request.query().first("fields", "")));
        } catch (IllegalArgumentException e) {
            throw GraphError.of(2500, "Syntax error \"" + e.getMessage() + "\"").refusal();
        }
    }

    /** Id or name of the node that the path names. */
    public String id() {
        return request.variable("id");
    }

    public Instant at() {
        return request.at();
    }

    /** Whether the token goes by this alias. */
    public boolean hasAlias(String alias) {
        return token.endsWith("-token-" + alias);
    }

    /** Address of the next part of the list that the path names; it holds the token, as the platform's addresses do. */
    public String address(String cursorName, String cursor) {
        List<String> parameters = new ArrayList<>();
        parameters.add(parameter(TOKEN, token));
        for (Parameters.Parameter parameter : request.query().entries()) {
            if (!List.of(TOKEN, "after", "before").contains(parameter.name())) {
                parameters.add(parameter(parameter.name(), parameter.value()));
            }
        }
        parameters.add(parameter(cursorName, cursor));
        return request.base() + "/" + request.path() + "?" + String.join("&", parameters);
    }

    /** Address of the next part of a list that was asked for as a field. */
    public String address(String path, GraphField asked, String after) {
        List<String> parameters = new ArrayList<>();
        parameters.add(parameter(TOKEN, token));
        asked.modifiers().forEach((name, value) -> {
            if (!name.equals("after")) {
                parameters.add(parameter(name, value));
            }
        });
        if (!asked.fields().isEmpty()) {
            parameters.add(parameter(
                    "fields", asked.fields().stream().map(GraphField::text).collect(Collectors.joining(","))));
        }
        parameters.add(parameter("after", after));
        return request.base() + "/" + request.segments().get(0) + "/" + path + "?" + String.join("&", parameters);
    }

    private static String parameter(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
