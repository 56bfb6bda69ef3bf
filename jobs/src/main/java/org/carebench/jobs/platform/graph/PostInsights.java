package org.carebench.jobs.platform.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.UnreadableItemException;

/**
 * Counters of single posts that only their owner sees. Metrics that were refused, and accounts of which our access does not
 * cover insights, are remembered for the run, so that they are not asked for with every post. Safe for several threads.
 */
public final class PostInsights {

    private final Map<String, Counter> counters;
    private final List<String> metrics;
    private final Map<String, Map<String, ItemProblem>> refused = new ConcurrentHashMap<>();
    private final Map<String, ItemProblem> denied = new ConcurrentHashMap<>();

    /**
     * Metrics to ask for.
     *
     * @param counters by name of the metric
     */
    public PostInsights(Map<String, Counter> counters) {
        this.counters = Map.copyOf(counters);
        this.metrics = counters.keySet().stream().sorted().toList();
    }

    /**
     * A post.
     *
     * @param account whose post it is
     * @param kind posts of a kind have the same metrics
     * @param isShortLived whether too few viewers are reported like a missing permission, as of stories
     */
    public record Subject(
            String account, String postId, String kind, boolean isShortLived, Instant publishedAt, Instant observedAt) {

        /** Why a post may have no value: insights come late. */
        MeasureState whenMissing() {
            return publishedAt.plus(InsightDays.DELAY).isAfter(observedAt)
                    ? MeasureState.PENDING
                    : MeasureState.NOT_AVAILABLE;
        }

        boolean isTooOld() {
            return publishedAt
                    .atZone(InsightDays.ZONE)
                    .plusYears(InsightDays.YEARS_KEPT)
                    .toInstant()
                    .isBefore(observedAt);
        }
    }

    /**
     * Adds a post's counters, each with a value or the reason why it has none.
     *
     * @param request asks for some metrics of the post
     * @return what went wrong; what concerns all posts of a kind or an account is told with each of them
     * @throws PlatformException where whatever is asked with the same access would fail as well
     */
    public List<ItemProblem> addTo(
            Counters.Builder builder, Subject post, Function<List<String>, ApiResponse> request) {
        ItemProblem denial = denied.get(post.account());
        if (denial != null) {
            return nothing(builder, MeasureState.NOT_PERMITTED, List.of(denial));
        }
        if (post.isTooOld()) {
            return nothing(builder, MeasureState.NOT_AVAILABLE, List.of());
        }
        Map<String, ItemProblem> known = refused.getOrDefault(post.kind(), Map.of());
        List<String> asked =
                metrics.stream().filter(metric -> !known.containsKey(metric)).toList();
        try {
            MetricQuery.Outcome outcome = MetricQuery.ask(asked, request);
            List<ItemProblem> problems = new ArrayList<>(known.values());
            problems.addAll(outcome.refused());
            remember(post, outcome);
            add(builder, post, outcome, problems);
            return problems;
        } catch (PlatformException e) {
            return failed(builder, post, e);
        } catch (UnreadableItemException e) {
            PlatformProblem problem = PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "insights", "field " + e.field());
            return nothing(builder, MeasureState.UNREADABLE, List.of(new ItemProblem(post.postId(), problem)));
        }
    }

    /** Where every metric was refused it is rather the post that is to blame. */
    private void remember(Subject post, MetricQuery.Outcome outcome) {
        if (!outcome.answers().isEmpty()) {
            outcome.refused()
                    .forEach(problem -> refused.computeIfAbsent(post.kind(), kind -> new ConcurrentHashMap<>())
                            .put(problem.subject(), problem));
        }
    }

    private void add(Counters.Builder builder, Subject post, MetricQuery.Outcome outcome, List<ItemProblem> problems) {
        Map<String, MetricValue> values = new HashMap<>();
        outcome.answers().forEach(answer -> MetricValue.of(answer).forEach(value -> values.put(value.metric(), value)));
        for (String metric : metrics) {
            Counter counter = counter(metric);
            MetricValue value = values.get(metric);
            if (value != null) {
                builder.read(counter, value.holder(), MetricValue.VALUE, post.whenMissing());
            } else if (problems.stream().anyMatch(problem -> problem.subject().equals(metric))) {
                builder.missing(counter, MeasureState.NOT_IN_SOURCE);
            } else {
                builder.missing(counter, post.whenMissing());
            }
        }
    }

    private List<ItemProblem> failed(Counters.Builder builder, Subject post, PlatformException failure) {
        PlatformProblem problem = failure.problem();
        if (problem.isOfAccess()) {
            throw failure;
        }
        List<ItemProblem> problems = List.of(new ItemProblem(post.postId(), problem));
        return switch (problem.code()) {
            case PERMISSION -> {
                if (post.isShortLived()) {
                    yield nothing(builder, MeasureState.TOO_FEW_CASES, List.of());
                }
                // It concerns the account: whichever of its posts was asked for first, the problem is the same.
                ItemProblem denial = new ItemProblem("", problem);
                denied.put(post.account(), denial);
                yield nothing(builder, MeasureState.NOT_PERMITTED, List.of(denial));
            }
            case FEATURE_OFF -> nothing(builder, MeasureState.NOT_AVAILABLE, List.of());
            case GONE -> nothing(builder, MeasureState.NOT_AVAILABLE, problems);
            default -> nothing(builder, MeasureState.UNREADABLE, problems);
        };
    }

    private List<ItemProblem> nothing(Counters.Builder builder, MeasureState why, List<ItemProblem> problems) {
        metrics.forEach(metric -> builder.missing(counter(metric), why));
        return problems;
    }

    private Counter counter(String metric) {
        Counter counter = counters.get(metric);
        if (counter == null) {
            throw new IllegalStateException("No counter for " + metric);
        }
        return counter;
    }
}
