package org.carebench.jobs.collect;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.PlatformProblem;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of a listing gave.
 *
 * @param items each once
 * @param problems items that could not be read
 * @param repeated items that a later page gave again; they were dropped
 * @param failure why the listing ended before its end; NULL where it is complete
 * @param observedAt when its last page was received
 */
record Listing<T>(
        List<T> items,
        List<ItemProblem> problems,
        long repeated,
        @Nullable PlatformProblem failure,
        Instant observedAt) {

    /** The same with some of its items only. */
    Listing<T> only(Predicate<T> isWanted) {
        return new Listing<>(items.stream().filter(isWanted).toList(), problems, repeated, failure, observedAt);
    }
}
