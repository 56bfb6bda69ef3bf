package org.carebench.simulator.platform.x;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.carebench.simulator.http.Request;

/** The parameters of one call; one that is not known is refused, as the service does. */
final class XParameters {

    private static final int MOST_IDS = 100;
    private static final Set<String> COMMON =
            Set.of("user.fields", "tweet.fields", "post.fields", "media.fields", "place.fields", "expansions");

    private final Request request;
    private final Spelling spelling;

    XParameters(Request request, Spelling spelling, Set<String> known) {
        this.request = request;
        this.spelling = spelling.answering(request.query());
        for (String name : request.query().names()) {
            if (!(known.contains(name) || COMMON.contains(name)) || !spelling.knows(name)) {
                throw XProblems.invalid(
                        name,
                        request.query().first(name, ""),
                        "The query parameter [" + name + "] is not one of the known ones.");
            }
        }
    }

    /** The spelling in which the answer is due. */
    Spelling spelling() {
        return spelling;
    }

    /** Fields of posts that are asked for beside the usual ones. */
    Set<String> postFields() {
        return new LinkedHashSet<>(request.query().list(spelling.fieldsParameter()));
    }

    Set<String> userFields() {
        return new LinkedHashSet<>(request.query().list("user.fields"));
    }

    boolean expandsAuthors() {
        return request.query().list("expansions").contains("author_id");
    }

    List<String> ids(String name) {
        List<String> ids = request.query().list(name);
        if (ids.isEmpty() || ids.size() > MOST_IDS) {
            throw XProblems.invalid(
                    name,
                    request.query().first(name, ""),
                    "The number of values in the `" + name + "` query parameter list [" + ids.size()
                            + "] is not between 1 and " + MOST_IDS);
        }
        return ids.stream().distinct().toList();
    }

    int maxResults(int usual, int least, int most) {
        String value = request.query().first("max_results");
        if (value == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused like a number beyond the bounds.
        }
        throw XProblems.invalid(
                "max_results",
                value,
                "The `max_results` query parameter value [" + value + "] is not between " + least + " and " + most);
    }

    Instant time(String name, Instant otherwise) {
        String value = request.query().first(name);
        try {
            return value == null ? otherwise : Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw XProblems.invalid(
                    name, value, "The `" + name + "` query parameter value [" + value + "] is not a valid time");
        }
    }
}
