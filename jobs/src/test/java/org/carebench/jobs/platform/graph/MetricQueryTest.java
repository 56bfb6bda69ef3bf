package org.carebench.jobs.platform.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.TestClients;
import org.junit.jupiter.api.Test;

class MetricQueryTest {

    private static final List<String> METRICS = List.of("a", "b", "c", "d", "e");

    private final List<List<String>> requests = new ArrayList<>();

    @Test
    void asksOnceWhereNothingIsRefused() {
        MetricQuery.Outcome outcome = ask(Set.of());

        assertThat(requests).containsExactly(METRICS);
        assertThat(outcome.answers()).hasSize(1);
        assertThat(outcome.refused()).isEmpty();
    }

    @Test
    void halvesUntilTheRefusedMetricStandsAlone() {
        MetricQuery.Outcome outcome = ask(Set.of("d"));

        assertThat(requests)
                .containsExactly(
                        METRICS,
                        List.of("a", "b"),
                        List.of("c", "d", "e"),
                        List.of("c"),
                        List.of("d", "e"),
                        List.of("d"),
                        List.of("e"));
        assertThat(outcome.answers()).hasSize(3);
        assertThat(outcome.refused())
                .containsExactly(
                        new ItemProblem("d", PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "insights", "400 100")));
    }

    @Test
    void findsSeveralRefusedMetrics() {
        assertThat(ask(Set.of("a", "e")).refused())
                .extracting(ItemProblem::subject)
                .containsExactly("a", "e");
        assertThat(ask(Set.copyOf(METRICS)).answers()).isEmpty();
    }

    @Test
    void asksNothingForNothing() {
        assertThat(MetricQuery.ask(List.of(), metrics -> {
                            throw new AssertionError("asked");
                        })
                        .answers())
                .isEmpty();
    }

    @Test
    void doesNotHalveForAnotherReason() {
        PlatformProblem denied = PlatformProblem.of(ProblemCode.PERMISSION, "insights", "400 10");

        assertThatThrownBy(() -> MetricQuery.ask(METRICS, metrics -> {
                    requests.add(metrics);
                    throw new PlatformException(denied);
                }))
                .isInstanceOfSatisfying(
                        PlatformException.class, e -> assertThat(e.problem()).isEqualTo(denied));
        assertThat(requests).hasSize(1);
    }

    private MetricQuery.Outcome ask(Set<String> unknown) {
        return MetricQuery.ask(METRICS, metrics -> answer(metrics, unknown));
    }

    private ApiResponse answer(List<String> metrics, Set<String> unknown) {
        requests.add(metrics);
        if (metrics.stream().anyMatch(unknown::contains)) {
            throw new PlatformException(PlatformProblem.of(ProblemCode.BAD_REQUEST, "insights", "400 100"));
        }
        return TestClients.answer(200, "{\"data\": []}");
    }
}
