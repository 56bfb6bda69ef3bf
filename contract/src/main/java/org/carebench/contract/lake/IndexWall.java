package org.carebench.contract.lake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The wall between the index and what it is compared with. The index holds what a provider does; what its audience or its
 * patients do is an outcome. An index that holds an outcome, or is counted from the same column as one, agrees with it
 * whatever the truth is.
 */
public final class IndexWall {

    /** Patient surveys: every measure of theirs is an outcome. */
    private static final String SURVEYS = "outcome.";

    private IndexWall() {}

    /**
     * Looks at every component of the index.
     *
     * @throws IllegalArgumentException where a component is no metric over all platforms of role INDEX, or shares an input
     *     with an outcome
     */
    public static void check(IndexRule rule, List<MetricDefinition> metrics) {
        Map<String, MetricDefinition> byId =
                metrics.stream().collect(Collectors.toMap(MetricDefinition::id, Function.identity()));
        Map<String, String> outcomeOfInput = outcomeOfInput(metrics);
        for (IndexPillar pillar : rule.pillars()) {
            for (IndexPillar.Component component : pillar.components()) {
                check(component, byId.get(component.metricId()), outcomeOfInput);
            }
        }
    }

    /** By column that an outcome is made from, one of those outcomes. */
    private static Map<String, String> outcomeOfInput(List<MetricDefinition> metrics) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (MetricDefinition metric : metrics) {
            if (metric.role() == MetricRole.OUTCOME) {
                metric.inputs().forEach(input -> outcomes.putIfAbsent(input, metric.id()));
            }
        }
        return outcomes;
    }

    private static void check(
            IndexPillar.Component component, @Nullable MetricDefinition metric, Map<String, String> outcomeOfInput) {
        if (metric == null) {
            throw new IllegalArgumentException("Cannot build the index: component " + component.id() + " is metric "
                    + component.metricId() + ", which no file of config/metrics defines");
        }
        if (metric.role() != MetricRole.INDEX) {
            throw refused(component, "is of role " + metric.role() + "; only metrics of role INDEX may feed the index");
        }
        if (metric.scope() != MetricScope.PROVIDER) {
            throw refused(
                    component, "is taken per platform; the index needs one value per provider, of scope PROVIDER");
        }
        for (String input : metric.inputs()) {
            String outcome = outcomeOfInput.get(input);
            if (outcome != null) {
                throw refused(
                        component,
                        "is made from " + input + ", as is the outcome " + outcome
                                + ": the index would be compared with itself. Make it from what the provider does");
            }
            if (input.startsWith(SURVEYS)) {
                throw refused(component, "is made from " + input + ", and what patients say is an outcome");
            }
        }
    }

    private static IllegalArgumentException refused(IndexPillar.Component component, String reason) {
        return new IllegalArgumentException("Cannot build the index: component " + component.id() + " is metric "
                + component.metricId() + ", which " + reason);
    }
}
