package org.carebench.simulator.platform.mastodon;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Parameters;
import org.carebench.simulator.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that is sorted by id, newest first.
 *
 * @param items its items
 * @param full whether it holds as many as were asked for, so that more may follow
 */
record StatusPage<T>(List<T> items, boolean full) {

    /** Ids are numbers in the form of texts. */
    static final Comparator<String> BY_ID =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private static final List<String> BOUNDS = List.of("max_id", "min_id", "since_id");

    /**
     * The page that the bounds of a request mean: max_id goes back from an id, min_id goes forward from one, and since_id is
     * the newest page down to one, with a gap if more came since.
     *
     * @param newestFirst the whole list
     */
    static <T> StatusPage<T> of(List<T> newestFirst, Function<T, String> id, Request request, int usual, int most) {
        Predicate<T> below = bound(request.query().first("max_id"), id, -1);
        Predicate<T> above = bound(request.query().first("since_id"), id, 1);
        Predicate<T> justAbove = bound(request.query().first("min_id"), id, 1);
        boolean forward = request.query().first("min_id") != null;
        int limit = limit(request, usual, most);
        List<T> rest = new ArrayList<>(
                newestFirst.stream().filter(below.and(above).and(justAbove)).toList());
        if (forward) {
            Collections.reverse(rest);
        }
        List<T> page = new ArrayList<>(rest.subList(0, Math.min(limit, rest.size())));
        if (forward) {
            Collections.reverse(page);
        }
        return new StatusPage<>(page, page.size() == limit);
    }

    private static <T> Predicate<T> bound(@Nullable String bound, Function<T, String> id, int side) {
        return bound == null ? item -> true : item -> Integer.signum(BY_ID.compare(id.apply(item), bound)) == side;
    }

    /** More than allowed is not refused but cut. */
    private static int limit(Request request, int usual, int most) {
        try {
            return Math.max(1, Math.min(most, Integer.parseInt(request.query().first("limit", "" + usual))));
        } catch (NumberFormatException e) {
            return usual;
        }
    }

    /** The answer with links to the pages before and behind, where there may be any. */
    Answer linked(Answer answer, Function<T, String> id, Request request) {
        if (items.isEmpty()) {
            return answer;
        }
        String address = request.base() + "/" + request.path() + "?" + withoutBounds(request);
        String previous = "<" + address + "min_id=" + id.apply(items.get(0)) + ">; rel=\"prev\"";
        String next = "<" + address + "max_id=" + id.apply(items.get(items.size() - 1)) + ">; rel=\"next\"";
        return answer.with("Link", full ? next + ", " + previous : previous);
    }

    private static String withoutBounds(Request request) {
        StringBuilder query = new StringBuilder();
        for (Parameters.Parameter parameter : request.query().entries()) {
            if (!BOUNDS.contains(parameter.name())) {
                query.append(Parameters.encode(parameter)).append('&');
            }
        }
        return query.toString();
    }
}
