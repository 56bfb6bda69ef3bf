package org.carebench.jobs.collect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.Completed;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.Result;

/**
 * The items of a listing while what takes a request of its own is added to each, in any order and many at once. What fails
 * costs its item alone; where the access fails, the listing ends before the first item that it struck.
 */
final class Completion<T> {

    private final Listing<T> listed;
    private final Function<T, Result<Completed<T>>> request;
    private final Function<T, String> id;
    private final AtomicReferenceArray<Result<Completed<T>>> results;
    private final AtomicInteger end;

    /**
     * Prepares the requests of a listing.
     *
     * @param request completes an item
     * @param id of an item on the platform
     */
    Completion(Listing<T> listed, Function<T, Result<Completed<T>>> request, Function<T, String> id) {
        this.listed = listed;
        this.request = request;
        this.id = id;
        int size = listed.items().size();
        this.results = new AtomicReferenceArray<>(size);
        this.end = new AtomicInteger(size);
    }

    /** A request per item. */
    List<Runnable> requests() {
        return IntStream.range(0, results.length())
                .<Runnable>mapToObj(index -> () -> complete(index))
                .toList();
    }

    private void complete(int index) {
        if (index > end.get()) {
            return;
        }
        Result<Completed<T>> result = request.apply(listed.items().get(index));
        results.set(index, result);
        PlatformProblem problem = result.problem();
        if (problem != null && problem.isOfAccess()) {
            end.accumulateAndGet(index, Math::min);
        }
    }

    /** The item was given and does not land. */
    private static PlatformProblem lost(PlatformProblem problem) {
        return PlatformProblem.of(
                ProblemCode.INCOMPLETE_RECORD, problem.endpoint(), problem.code() + " " + problem.evidence());
    }

    /** What there is after all requests were answered. */
    Listing<T> listing() {
        List<T> items = new ArrayList<>();
        Set<ItemProblem> problems = new LinkedHashSet<>(listed.problems());
        for (int index = 0; index < end.get(); index++) {
            Result<Completed<T>> result = results.get(index);
            if (result.problem() != null) {
                problems.add(new ItemProblem(id.apply(listed.items().get(index)), lost(result.problem())));
            } else if (result.reading() != null) {
                items.add(result.reading().item());
                problems.addAll(result.reading().problems());
            }
        }
        PlatformProblem failure =
                end.get() < results.length() ? results.get(end.get()).problem() : listed.failure();
        return new Listing<>(items, List.copyOf(problems), listed.repeated(), failure, listed.observedAt());
    }
}
