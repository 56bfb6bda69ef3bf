package org.carebench.simulator.platform.graph;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.carebench.simulator.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Part of a list, between two opaque cursors.
 *
 * @param items of the part
 * @param start place of the first item in the list
 * @param limit most items of a part
 * @param isLast whether nothing follows
 */
public record GraphPage<T>(List<T> items, int start, int limit, boolean isLast) {

    private static final String CURSOR = "QVFIUs";

    /**
     * The part of a list that "after" or "before" and "limit" ask for.
     *
     * @param parameter value of a parameter or modifier; NULL where it is not given
     * @param usual items of a part where no limit is given
     * @param most items of a part, whatever limit is given
     */
    public static <T> GraphPage<T> of(List<T> list, Function<String, @Nullable String> parameter, int usual, int most) {
        int limit = limit(parameter.apply("limit"), usual, most);
        String after = parameter.apply("after");
        String before = parameter.apply("before");
        int start = 0;
        int end = limit;
        if (after != null && !after.isEmpty()) {
            start = place(after);
            end = start + limit;
        } else if (before != null && !before.isEmpty()) {
            end = place(before);
            start = Math.max(0, end - limit);
        }
        start = Math.min(start, list.size());
        end = Math.min(end, list.size());
        return new GraphPage<>(List.copyOf(list.subList(start, end)), start, limit, end == list.size());
    }

    private static int limit(@Nullable String asked, int usual, int most) {
        if (asked == null) {
            return usual;
        }
        if (!asked.matches("\\d{1,9}")) {
            throw GraphError.parameter("Param limit must be a non-negative integer")
                    .refusal();
        }
        return Math.min(Integer.parseInt(asked), most);
    }

    /** The cursor behind the item before this place. */
    public static String cursor(int place) {
        return CURSOR
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Integer.toString(place).getBytes(StandardCharsets.US_ASCII));
    }

    private static int place(String cursor) {
        try {
            if (cursor.startsWith(CURSOR)) {
                byte[] place = Base64.getUrlDecoder().decode(cursor.substring(CURSOR.length()));
                return Math.max(0, Integer.parseInt(new String(place, StandardCharsets.US_ASCII)));
            }
        } catch (IllegalArgumentException e) {
            // No cursor of ours.
        }
        throw GraphError.parameter("Invalid parameter: the cursor is not valid").refusal();
    }

    public String before() {
        return cursor(start);
    }

    public String after() {
        return cursor(start + items.size());
    }

    /** The items as "data", and both cursors; no cursors where there are no items. */
    public ObjectNode json(Function<T, ObjectNode> render) {
        ObjectNode page = Json.object();
        ArrayNode data = page.putArray("data");
        items.forEach(item -> data.add(render.apply(item)));
        if (!items.isEmpty()) {
            page.putObject("paging")
                    .putObject("cursors")
                    .put("before", before())
                    .put("after", after());
        }
        return page;
    }
}
