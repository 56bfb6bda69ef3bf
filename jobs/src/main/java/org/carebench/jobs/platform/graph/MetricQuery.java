package org.carebench.jobs.platform.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;

/**
 * Asks for several metrics at once. One that the platform does not know, or no longer, fails the whole request: then the
 * metrics are halved until it stands alone.
 */
public final class MetricQuery {

    private final Function<List<String>, ApiResponse> request;
    private final List<ApiResponse> answers = new ArrayList<>();
    private final List<ItemProblem> refused = new ArrayList<>();

    private MetricQuery(Function<List<String>, ApiResponse> request) {
        this.request = request;
    }

    /**
     * What the platform answered.
     *
     * @param answers one, or several where metrics were refused
     * @param refused the metrics that it refused, each with a problem
     */
    public record Outcome(List<ApiResponse> answers, List<ItemProblem> refused) {

        public Outcome {
            answers = List.copyOf(answers);
            refused = List.copyOf(refused);
        }

        boolean isRefused(String metric) {
            return refused.stream().anyMatch(problem -> problem.subject().equals(metric));
        }
    }

    /**
     * Asks for metrics.
     *
     * @param request asks for some of them; called again with fewer where they are refused
     * @throws PlatformException where the request fails for another reason
     */
    public static Outcome ask(List<String> metrics, Function<List<String>, ApiResponse> request) {
        MetricQuery query = new MetricQuery(request);
        if (!metrics.isEmpty()) {
            query.ask(metrics);
        }
        return new Outcome(query.answers, query.refused);
    }

    private void ask(List<String> metrics) {
        try {
            answers.add(request.apply(metrics));
        } catch (PlatformException e) {
            if (e.problem().code() != ProblemCode.BAD_REQUEST) {
                throw e;
            }
            if (metrics.size() == 1) {
                PlatformProblem problem = PlatformProblem.of(
                        ProblemCode.CONTRACT_DRIFT,
                        e.problem().endpoint(),
                        e.problem().evidence());
                refused.add(new ItemProblem(metrics.get(0), problem));
            } else {
                ask(metrics.subList(0, metrics.size() / 2));
                ask(metrics.subList(metrics.size() / 2, metrics.size()));
            }
        }
    }
}
