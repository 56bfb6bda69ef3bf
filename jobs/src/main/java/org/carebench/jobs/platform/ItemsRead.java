package org.carebench.jobs.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.carebench.contract.dataset.ProblemCode;

/**
 * What became of the items of one answer: an item that cannot be read is a problem, and the others are there.
 *
 * @param <T> what an item is read as
 */
public record ItemsRead<T>(List<T> items, List<ItemProblem> problems) {

    public ItemsRead {
        items = List.copyOf(items);
        problems = List.copyOf(problems);
    }

    /**
     * Reads items one by one.
     *
     * @param idField field that identifies an item in problems
     */
    public static <T> ItemsRead<T> of(
            ApiResponse answer, List<Fields> items, String idField, Function<Fields, T> mapper) {
        List<T> read = new ArrayList<>();
        List<ItemProblem> problems = new ArrayList<>();
        for (Fields item : items) {
            try {
                read.add(mapper.apply(item));
            } catch (UnreadableItemException e) {
                problems.add(new ItemProblem(
                        item.text(idField).orElse(""), problem(ProblemCode.INCOMPLETE_RECORD, answer, e)));
            }
        }
        return new ItemsRead<>(read, problems);
    }

    /** Reads the one item that was asked for. Without it there is no answer. */
    public static <T> Result<T> one(ApiResponse answer, Fields item, Function<Fields, T> mapper) {
        return one(ProblemCode.CONTRACT_DRIFT, answer, item, mapper);
    }

    /** Reads one item of a listing that was made of two answers. Without it the others are read. */
    public static <T> Result<T> ofListing(ApiResponse answer, Fields item, Function<Fields, T> mapper) {
        return one(ProblemCode.INCOMPLETE_RECORD, answer, item, mapper);
    }

    private static <T> Result<T> one(ProblemCode code, ApiResponse answer, Fields item, Function<Fields, T> mapper) {
        try {
            return Result.read(mapper.apply(item));
        } catch (UnreadableItemException e) {
            return Result.failed(problem(code, answer, e));
        }
    }

    private static PlatformProblem problem(ProblemCode code, ApiResponse answer, UnreadableItemException failure) {
        return PlatformProblem.of(code, answer.endpoint(), answer.status() + " without " + failure.field());
    }
}
