package org.carebench.jobs.platform.graph;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question to the Graph API.
 *
 * @param endpoint key of the endpoint, as problems name it
 * @param credential alias of the access that it uses
 * @param path a node, and an edge of it where one is asked for
 * @param parameters in the order in which they are sent
 */
public record GraphQuery(
        String endpoint, @Nullable String credential, List<String> path, Map<String, String> parameters) {

    public static GraphQuery of(String endpoint, @Nullable String credential, String... path) {
        return new GraphQuery(endpoint, credential, List.of(path), Map.of());
    }

    public GraphQuery with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new GraphQuery(endpoint, credential, path, more);
    }

    URI uri(GraphProperties properties) {
        String base = properties.baseUrl().toString().replaceAll("/+$", "");
        String nodes = path.stream().map(GraphQuery::encoded).collect(Collectors.joining("/"));
        String query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(base + "/" + properties.apiVersion() + "/" + nodes + (query.isEmpty() ? "" : "?" + query));
    }

    /** For paths as well: there a plus sign would stand for itself. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
