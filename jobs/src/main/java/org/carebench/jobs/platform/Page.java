package org.carebench.jobs.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing. It may hold fewer items than were asked for, and even none, while there are more pages.
 *
 * @param problems items that could not be read
 * @param next opaque position of the next page; NULL at the end. It is good within this run only
 */
public record Page<T>(
        List<T> items, List<ItemProblem> problems, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
        problems = List.copyOf(problems);
    }

    /** Nothing to list. */
    public static <T> Page<T> empty() {
        return new Page<>(List.of(), List.of(), null);
    }
}
