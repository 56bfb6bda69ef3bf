package org.carebench.jobs.platform.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.TestClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PostInsightsTest {

    private static final Instant NOW = TestClients.NOW;
    private static final String BOTH = """
            {"data": [{"name": "reach", "period": "lifetime", "values": [{"value": 31}]},
                      {"name": "saved", "period": "lifetime", "total_value": {"value": 4}}]}
            """;

    private final PostInsights insights = new PostInsights(Map.of("reach", Counter.REACH, "saved", Counter.SAVES));
    private final List<List<String>> requests = new ArrayList<>();
    private final List<ItemProblem> problems = new ArrayList<>();

    @Test
    void readsBothShapesOfValues() {
        Counters counters = read(post("1", "FEED", Duration.ofDays(9)), answering(BOTH));

        assertThat(counters.get(Counter.REACH)).isEqualTo(reported(31, "reach"));
        assertThat(counters.get(Counter.SAVES)).isEqualTo(reported(4, "saves"));
        assertThat(requests).containsExactly(List.of("reach", "saved"));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT47H59M, PENDING", "PT48H, NOT_AVAILABLE", "P30D, NOT_AVAILABLE"})
    void takesAnEmptyAnswerForPendingWithinFortyEightHours(Duration age, MeasureState expected) {
        Counters counters = read(post("1", "FEED", age), answering("{\"data\": []}"));

        assertThat(counters.get(Counter.REACH).state()).isEqualTo(expected);
        assertThat(counters.get(Counter.SAVES).state()).isEqualTo(expected);
    }

    @Test
    void doesNotAskForWhatIsNoLongerKept() {
        Counters counters = read(post("1", "FEED", Duration.ofDays(732)), answering(BOTH));

        assertThat(counters.get(Counter.REACH).state()).isEqualTo(MeasureState.NOT_AVAILABLE);
        assertThat(requests).isEmpty();
    }

    @Test
    void remembersARefusedMetricForPostsOfTheSameKind() {
        Function<List<String>, ApiResponse> withoutSaves = metrics -> {
            if (metrics.contains("saved")) {
                throw problem(ProblemCode.BAD_REQUEST, "400 100");
            }
            return TestClients.answer(200, "{\"data\": [{\"name\": \"reach\", \"values\": [{\"value\": 31}]}]}");
        };
        read(post("1", "FEED", Duration.ofDays(9)), withoutSaves);
        requests.clear();
        problems.clear();

        Counters counters = read(post("2", "FEED", Duration.ofDays(9)), withoutSaves);

        assertThat(counters.get(Counter.REACH)).isEqualTo(reported(31, "reach"));
        assertThat(counters.get(Counter.SAVES).state()).isEqualTo(MeasureState.NOT_IN_SOURCE);
        assertThat(requests).containsExactly(List.of("reach"));
        assertThat(problems)
                .containsExactly(new ItemProblem(
                        "saved", PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "insights", "400 100")));
        requests.clear();
        read(post("3", "REELS", Duration.ofDays(9)), answering(BOTH));
        assertThat(requests).containsExactly(List.of("reach", "saved"));
    }

    @Test
    void doesNotBlameTheMetricsWhereAPostHasNone() {
        read(post("1", "FEED", Duration.ofDays(9)), failing(ProblemCode.BAD_REQUEST, "400 100"));
        requests.clear();

        Counters counters = read(post("2", "FEED", Duration.ofDays(9)), answering(BOTH));

        assertThat(counters.get(Counter.REACH)).isEqualTo(reported(31, "reach"));
    }

    @Test
    void asksAnAccountOnceWhetherItsInsightsAreForUs() {
        Counters first = read(post("1", "FEED", Duration.ofDays(9)), failing(ProblemCode.PERMISSION, "400 10"));
        Counters second = read(post("2", "FEED", Duration.ofDays(9)), answering(BOTH));

        assertThat(first.get(Counter.REACH).state()).isEqualTo(MeasureState.NOT_PERMITTED);
        assertThat(second.get(Counter.REACH).state()).isEqualTo(MeasureState.NOT_PERMITTED);
        assertThat(requests).hasSize(1);
        assertThat(problems)
                .as("the same of every post, so that it counts once whichever was asked for first")
                .hasSize(2)
                .containsOnly(new ItemProblem("", PlatformProblem.of(ProblemCode.PERMISSION, "insights", "400 10")));
    }

    @Test
    void takesTheSameErrorOfAStoryForTooFewViewers() {
        PostInsights.Subject story =
                new PostInsights.Subject("account", "1", "STORY", true, NOW.minus(Duration.ofHours(3)), NOW);

        Counters counters = read(story, failing(ProblemCode.PERMISSION, "400 10"));
        Counters other = read(post("2", "FEED", Duration.ofDays(9)), answering(BOTH));

        assertThat(counters.get(Counter.REACH).state()).isEqualTo(MeasureState.TOO_FEW_CASES);
        assertThat(other.get(Counter.REACH)).isEqualTo(reported(31, "reach"));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FEATURE_OFF, NOT_AVAILABLE, 0",
        "GONE, NOT_AVAILABLE, 1",
        "TRANSIENT, UNREADABLE, 1",
        "CONTRACT_DRIFT, UNREADABLE, 1",
    })
    void keepsThePostWhereItsInsightsFail(ProblemCode code, MeasureState expected, int problemsExpected) {
        Counters counters = read(post("1", "FEED", Duration.ofDays(9)), failing(code, "evidence"));

        assertThat(counters.get(Counter.SAVES).state()).isEqualTo(expected);
        assertThat(problems).hasSize(problemsExpected);
    }

    @ParameterizedTest
    @EnumSource(
            value = ProblemCode.class,
            names = {"AUTH_EXPIRED", "AUTH_REVOKED", "RATE_LIMITED", "QUOTA_EXHAUSTED"})
    void givesUpWhereTheAccessFails(ProblemCode code) {
        assertThatThrownBy(() -> read(post("1", "FEED", Duration.ofDays(9)), failing(code, "evidence")))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    @Test
    void keepsThePostWhereTheAnswerNamesNoMetric() {
        Counters counters =
                read(post("1", "FEED", Duration.ofDays(9)), answering("{\"data\": [{\"values\": [{\"value\": 1}]}]}"));

        assertThat(counters.get(Counter.REACH).state()).isEqualTo(MeasureState.UNREADABLE);
        assertThat(problems).extracting(ItemProblem::subject).containsExactly("1");
    }

    private Counters read(PostInsights.Subject post, Function<List<String>, ApiResponse> platform) {
        Counters.Builder counters = Counters.of("instagram");
        problems.addAll(insights.addTo(counters, post, metrics -> {
            requests.add(metrics);
            return platform.apply(metrics);
        }));
        return counters.build();
    }

    private static PostInsights.Subject post(String id, String kind, Duration age) {
        return new PostInsights.Subject("account", id, kind, false, NOW.minus(age), NOW);
    }

    private static Function<List<String>, ApiResponse> answering(String body) {
        return metrics -> TestClients.answer(200, body);
    }

    private static Function<List<String>, ApiResponse> failing(ProblemCode code, String evidence) {
        return metrics -> {
            throw problem(code, evidence);
        };
    }

    private static PlatformException problem(ProblemCode code, String evidence) {
        return new PlatformException(PlatformProblem.of(code, "insights", evidence));
    }

    private static Measure reported(long value, String name) {
        return Measure.reported(value, Precision.EXACT, "instagram." + name + ".v1");
    }
}
