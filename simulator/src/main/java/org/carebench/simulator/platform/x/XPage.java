package org.carebench.simulator.platform.x;

import java.util.List;
import java.util.function.Function;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page of a list that is sorted newest first. A token names the last id of the page before it, so that what is written or
 * deleted meanwhile shifts nothing.
 *
 * @param items its items
 * @param nextToken token of the next page, or null at the end
 */
record XPage<T>(List<T> items, @Nullable String nextToken) {

    private static final int RADIX = 36;
    private static final String MARK = "7140";

    /** The page that a token means, or the first one. */
    static <T> XPage<T> of(List<T> newestFirst, Function<T, String> id, Request request, int size) {
        String token = request.query().first("pagination_token", request.query().first("next_token", ""));
        List<T> rest = newestFirst;
        if (!token.isEmpty()) {
            long last = id(token);
            rest = newestFirst.stream()
                    .filter(item -> Long.parseLong(id.apply(item)) < last)
                    .toList();
        }
        List<T> items = rest.subList(0, Math.min(size, rest.size()));
        return new XPage<>(items, rest.size() > size ? token(id.apply(items.get(size - 1))) : null);
    }

    private static String token(String id) {
        return MARK + Long.toString(Long.parseLong(id), RADIX);
    }

    private static long id(String token) {
        try {
            if (token.startsWith(MARK)) {
                return Long.parseLong(token.substring(MARK.length()), RADIX);
            }
        } catch (NumberFormatException e) {
            // Refused like a token of another kind.
        }
        throw XProblems.invalid("pagination_token", token, "The `pagination_token` query parameter is not valid");
    }

    /** The meta part of an answer that shows these ids. */
    ObjectNode meta(List<String> ids) {
        ObjectNode meta = Json.object().put("result_count", ids.size());
        if (!ids.isEmpty()) {
            meta.put("newest_id", ids.get(0)).put("oldest_id", ids.get(ids.size() - 1));
        }
        if (nextToken != null) {
            meta.put("next_token", nextToken);
        }
        return meta;
    }
}
