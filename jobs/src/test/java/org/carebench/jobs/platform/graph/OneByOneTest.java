package org.carebench.jobs.platform.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.Result;
import org.carebench.jobs.platform.UnreadableItemException;
import org.junit.jupiter.api.Test;

class OneByOneTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void readsTheOthersWhereOneFails() {
        PlatformProblem gone = PlatformProblem.of(ProblemCode.GONE, "page", "400 100/33");

        Map<String, Result<String>> results = OneByOne.read(List.of("a", "b", "c", "d"), "page", item -> {
            if (item.equals("b")) {
                throw new PlatformException(gone);
            }
            if (item.equals("c")) {
                throw new UnreadableItemException("id");
            }
            return item + item;
        });

        assertThat(results)
                .containsExactly(
                        Map.entry("a", Result.read("aa")),
                        Map.entry("b", Result.failed(gone)),
                        Map.entry(
                                "c", Result.failed(PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "page", "field id"))),
                        Map.entry("d", Result.read("dd")));
    }

    @Test
    void asksNoMoreOnceTheAccessFails() {
        PlatformProblem limited = PlatformProblem.of(ProblemCode.RATE_LIMITED, "page", "400 4");

        Map<String, Result<String>> results = OneByOne.read(List.of("a", "b", "c"), "page", item -> {
            asked.add(item);
            if (item.equals("b")) {
                throw new PlatformException(limited);
            }
            return item;
        });

        assertThat(asked).containsExactly("a", "b");
        assertThat(results.get("a")).isEqualTo(Result.read("a"));
        assertThat(results.get("c")).isEqualTo(Result.failed(limited));
    }
}
