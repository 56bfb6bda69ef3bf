package org.carebench.jobs.platform.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.UnreadableItemException;
import org.jspecify.annotations.Nullable;

/**
 * A page of an edge.
 *
 * @param after cursor of the next page; NULL at the end
 */
public record GraphPage(
        String endpoint, List<Fields> items, @Nullable String after) {

    private static final String DATA = "data";

    /**
     * A page that was asked for by itself. It has a next one as long as the platform gives an address of it, even where
     * everything on it was filtered out.
     */
    static GraphPage of(ApiResponse response) {
        Fields body = response.body();
        if (!body.at(DATA).node().isArray()) {
            throw drift(response, "without data");
        }
        boolean isLast = body.at("paging").isAbsent("next");
        String after = after(body);
        if (!isLast && after == null) {
            throw drift(response, "next page without cursor");
        }
        return new GraphPage(response.endpoint(), body.items(DATA), isLast ? null : after);
    }

    /**
     * A page within a field of a node. There the platform gives no address of a next one: it ends with a page that is empty
     * or has no cursor.
     *
     * @param edge empty where the node has nothing on it
     */
    public static GraphPage nested(String endpoint, Fields edge) {
        List<Fields> items = edge.items(DATA);
        return new GraphPage(endpoint, items, items.isEmpty() ? null : after(edge));
    }

    /** Reads every item; one that cannot be read is a problem, and the others are read. */
    public <T> Page<T> read(Function<Fields, T> mapper) {
        List<T> readings = new ArrayList<>();
        List<ItemProblem> problems = new ArrayList<>();
        for (Fields item : items) {
            try {
                readings.add(mapper.apply(item));
            } catch (UnreadableItemException e) {
                problems.add(new ItemProblem(
                        item.text("id").orElse(""), unreadable(ProblemCode.INCOMPLETE_RECORD, endpoint, e)));
            }
        }
        return new Page<>(readings, problems, after);
    }

    static PlatformProblem unreadable(ProblemCode code, String endpoint, UnreadableItemException failure) {
        return PlatformProblem.of(code, endpoint, "field " + failure.field());
    }

    private static @Nullable String after(Fields edge) {
        return edge.at("paging", "cursors").optionalText("after");
    }

    private static PlatformException drift(ApiResponse response, String what) {
        return new PlatformException(
                PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, response.endpoint(), response.status() + " " + what));
    }
}
