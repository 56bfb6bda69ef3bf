package org.carebench.jobs.platform.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.Result;
import org.carebench.jobs.platform.UnreadableItemException;

/** Reads items one after the other, because there is no request for several. What fails concerns one item alone. */
public final class OneByOne {

    private OneByOne() {}

    /**
     * Reads every item. After a problem of the access the rest is not asked for, and has the same problem.
     *
     * @param endpoint named where an answer lacks what identifies the item
     */
    public static <I, R> Map<I, Result<R>> read(List<I> items, String endpoint, Function<I, R> reader) {
        Map<I, Result<R>> results = new LinkedHashMap<>();
        PlatformProblem ofAccess = null;
        for (I item : items) {
            Result<R> result = ofAccess == null ? result(item, endpoint, reader) : Result.failed(ofAccess);
            results.put(item, result);
            if (result.problem() != null && result.problem().isOfAccess()) {
                ofAccess = result.problem();
            }
        }
        return results;
    }

    private static <I, R> Result<R> result(I item, String endpoint, Function<I, R> reader) {
        try {
            return Result.read(reader.apply(item));
        } catch (PlatformException e) {
            return Result.failed(e.problem());
        } catch (UnreadableItemException e) {
            return Result.failed(GraphPage.unreadable(ProblemCode.CONTRACT_DRIFT, endpoint, e));
        }
    }
}
