package org.carebench.simulator.platform.youtube;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Request;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The parameters of one call, and the pages that they ask for. */
final class YouTubeParameters {

    private static final int MOST_IDS = 50;
    private static final int REPEATING_PAGES = 8;

    private final String kind;
    private final Request request;

    /**
     * The parameters of a call.
     *
     * @param kind what the call lists, such as "channel"
     */
    YouTubeParameters(String kind, Request request) {
        this.kind = kind;
        this.request = request;
    }

    /** The parts that are asked for; at least one must be, and none that the call does not have. */
    Set<String> parts(Set<String> known) {
        Set<String> parts = new LinkedHashSet<>(request.query().all("part").stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .toList());
        if (parts.isEmpty()) {
            throw missing("part");
        }
        for (String part : parts) {
            if (!known.contains(part)) {
                throw YouTubeErrors.badRequest("unknownPart", "'" + part + "'", "part");
            }
        }
        return parts;
    }

    List<String> ids(String name) {
        List<String> ids = request.query().all(name).stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .filter(id -> !id.isEmpty())
                .toList();
        if (ids.size() > MOST_IDS) {
            throw YouTubeErrors.badRequest(
                    "invalidFilters", "The request specifies more than " + MOST_IDS + " ids.", name);
        }
        return ids;
    }

    RuntimeException missing(String parameter) {
        return YouTubeErrors.badRequest("missingRequiredParameter", "No filter selected or part missing.", parameter);
    }

    private int maxResults(int usual, int most) {
        String value = request.query().first("maxResults");
        if (value == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused like a number beyond the bounds.
        }
        throw YouTubeErrors.badRequest(
                "invalidValue",
                "Invalid value '" + value + "'. Values must be within the range: [1, " + most + "]",
                "maxResults");
    }

    /**
     * A page of a list.
     *
     * @param items its items; now and then the first one stood on the page before, as in real uploads
     * @param body the answer with everything but the items
     */
    record Page<T>(List<T> items, ObjectNode body) {}

    <T> Page<T> page(List<T> all, int usual, int most, boolean repeats) {
        int size = maxResults(usual, most);
        int begin = begin(all.size());
        int end = Math.min(all.size(), begin + size);
        int first = repeats && begin > 0 && begin / size % REPEATING_PAGES == 1 ? begin - 1 : begin;
        ObjectNode body = list();
        if (end < all.size()) {
            body.put("nextPageToken", token(end));
        }
        if (begin > 0) {
            body.put("prevPageToken", token(Math.max(0, begin - size)));
        }
        body.set("pageInfo", Json.object().put("totalResults", all.size()).put("resultsPerPage", size));
        return new Page<>(all.subList(Math.min(first, end), end), body);
    }

    /** An answer that holds what was found of so many ids; without items where nothing was. */
    ObjectNode found(List<ObjectNode> items) {
        ObjectNode body = list();
        body.set(
                "pageInfo",
                Json.object().put("totalResults", items.size()).put("resultsPerPage", Math.max(items.size(), 5)));
        if (!items.isEmpty()) {
            ArrayNode array = body.putArray("items");
            items.forEach(array::add);
        }
        return body;
    }

    private ObjectNode list() {
        return Json.object().put("kind", "youtube#" + kind + "ListResponse").put("etag", "e" + kind);
    }

    private String token(int begin) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((kind + ":" + begin).getBytes(StandardCharsets.UTF_8));
    }

    private int begin(int all) {
        String token = request.query().first("pageToken");
        if (token == null) {
            return 0;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(":", 2);
            int begin = Integer.parseInt(parts[parts.length - 1]);
            if (parts[0].equals(kind) && begin >= 0 && begin <= all) {
                return begin;
            }
        } catch (IllegalArgumentException e) {
            // No base 64, or no number within.
        }
        throw YouTubeErrors.badRequest("invalidPageToken", "The request specifies an invalid page token.", "pageToken");
    }

    /** Only the asked parts of an item, with its kind and id. */
    static ObjectNode keep(ObjectNode item, Set<String> parts) {
        Set<String> wanted = parts.stream().collect(Collectors.toSet());
        wanted.addAll(Set.of("kind", "etag", "id"));
        item.retain(wanted);
        return item;
    }
}
