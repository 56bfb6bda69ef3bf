package org.carebench.jobs.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.MeasureState;

/** Counters that should have been in an answer: each is one problem of the whole answer, not one of every item. */
public final class UnreadableCounters {

    private UnreadableCounters() {}

    /**
     * The problems of an answer.
     *
     * @param counters of its items
     * @param names of the platform's fields; where it has renamed one, both
     */
    public static List<ItemProblem> of(ApiResponse answer, List<Counters> counters, Map<Counter, String> names) {
        List<ItemProblem> problems = new ArrayList<>();
        names.forEach((counter, name) -> {
            if (counters.stream().anyMatch(each -> each.get(counter).state() == MeasureState.UNREADABLE)) {
                problems.add(new ItemProblem(
                        "",
                        PlatformProblem.of(
                                ProblemCode.CONTRACT_DRIFT, answer.endpoint(), answer.status() + " without " + name)));
            }
        });
        return problems;
    }
}
