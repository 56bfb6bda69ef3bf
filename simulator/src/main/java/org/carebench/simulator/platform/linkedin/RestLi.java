package org.carebench.simulator.platform.linkedin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Parameters;
import org.carebench.simulator.http.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How LinkedIn writes lists and pages in addresses and answers (Rest.li protocol 2.0.0). */
final class RestLi {

    private static final int USUAL_COUNT = 10;
    private static final int LARGEST_COUNT = 100;
    private static final Pattern NUMBER = Pattern.compile("(start|end):(\\d+)");

    private RestLi() {}

    /**
     * The elements of "List(a,b)"; a comma within brackets divides nothing. Empty where the parameter is missing.
     *
     * @throws org.carebench.simulator.http.Refusal where it is no list, or the protocol version is another one
     */
    static List<String> list(Request request, String name) {
        String value = request.query().first(name);
        if (value == null) {
            return List.of();
        }
        if (!"2.0.0".equals(request.header("X-Restli-Protocol-Version"))
                || !value.startsWith("List(")
                || !value.endsWith(")")) {
            throw LinkedInError.invalid("Invalid query parameters passed to request: " + name)
                    .refusal();
        }
        return split(value.substring("List(".length(), value.length() - 1));
    }

    private static List<String> split(String elements) {
        List<String> found = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < elements.length(); i++) {
            char character = elements.charAt(i);
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (character == ',' && depth == 0) {
                found.add(elements.substring(start, i));
                start = i + 1;
            }
        }
        if (start < elements.length()) {
            found.add(elements.substring(start));
        }
        return List.copyOf(found);
    }

    /**
     * The milliseconds of "start" or "end" in "(timeRange:(start:1,end:2),timeGranularityType:DAY)".
     *
     * @throws org.carebench.simulator.http.Refusal where they are missing
     */
    static long milliseconds(String intervals, String name) {
        Matcher matcher = NUMBER.matcher(intervals);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return Long.parseLong(matcher.group(2));
            }
        }
        throw LinkedInError.invalid("Invalid query parameters passed to request: timeIntervals")
                .refusal();
    }

    /**
     * The page that "start" and "count" ask for, ten elements where no count is given.
     *
     * @throws org.carebench.simulator.http.Refusal where they are no numbers, or count is above 100
     */
    static <T> Page<T> page(Request request, List<T> all) {
        int start = number(request.query().first("start"), 0);
        int count = number(request.query().first("count"), USUAL_COUNT);
        if (count > LARGEST_COUNT) {
            throw LinkedInError.invalid("Count must be at most " + LARGEST_COUNT)
                    .refusal();
        }
        int from = Math.min(start, all.size());
        return new Page<>(all.subList(from, Math.min(from + count, all.size())), start, count, all.size());
    }

    private static int number(@Nullable String text, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}")) {
            throw LinkedInError.invalid("Invalid query parameters passed to request: start or count")
                    .refusal();
        }
        return Integer.parseInt(text);
    }

    /**
     * Part of a list.
     *
     * @param total length of the list
     */
    record Page<T>(List<T> items, int start, int count, int total) {

        /** The page with its items, rendered, and the address of the next one where there is one. */
        ObjectNode json(Request request, ArrayNode elements) {
            ObjectNode body = Json.object();
            ObjectNode paging = body.putObject("paging").put("start", start).put("count", count);
            ArrayNode links = paging.putArray("links");
            if (start + items.size() < total) {
                links.addObject()
                        .put("type", "application/json")
                        .put("rel", "next")
                        .put("href", next(request));
            }
            paging.put("total", total);
            body.set("elements", elements);
            return body;
        }

        private String next(Request request) {
            StringBuilder address = new StringBuilder("/" + request.path() + "?");
            for (Parameters.Parameter parameter : request.query().entries()) {
                if (!parameter.name().equals("start") && !parameter.name().equals("count")) {
                    address.append(parameter.name())
                            .append('=')
                            .append(URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8))
                            .append('&');
                }
            }
            return address.append("start=").append(start + items.size()) + "&count=" + count;
        }
    }

    /** A list that is never cut. */
    static ObjectNode whole(ArrayNode elements) {
        ObjectNode body = Json.object();
        ObjectNode paging = body.putObject("paging").put("start", 0).put("count", elements.size());
        paging.putArray("links");
        paging.put("total", elements.size());
        body.set("elements", elements);
        return body;
    }
}
