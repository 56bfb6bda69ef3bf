package org.carebench.spark.metric;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.carebench.contract.mart.MetricState;
import org.carebench.spark.statistics.Diversity;

/**
 * How evenly the posts of a provider are spread over a fixed list of tags. A post with L of them counts 1/L for each; a
 * post with none is left out and counted.
 *
 * @param tags the fixed list
 * @param tagsOf the tags of a post, which may hold others too
 * @param breadth what is taken of the diversity
 */
record TagBreadth(
        List<String> tags, Function<OwnPost, Set<String>> tagsOf, ToDoubleFunction<Diversity> breadth, long minimum)
        implements Metric {

    @Override
    public MetricValue of(PeriodFacts facts) {
        MetricState state = facts.stateOfPosts();
        if (state != MetricState.KNOWN) {
            return MetricValue.missing(state);
        }
        List<List<String>> tagged = facts.posts().stream()
                .map(post -> tags.stream()
                        .filter(tag -> tagsOf.apply(post).contains(tag))
                        .toList())
                .filter(known -> !known.isEmpty())
                .toList();
        long untagged = facts.posts().size() - (long) tagged.size();
        Diversity diversity = Diversity.of(weights(tagged));
        if (tagged.size() < minimum || diversity == null) {
            return MetricValue.missing(MetricState.TOO_FEW, tagged.size(), untagged);
        }
        return MetricValue.known(breadth.applyAsDouble(diversity), tagged.size(), untagged);
    }

    private double[] weights(List<List<String>> tagged) {
        TreeMap<String, Double> weights = new TreeMap<>();
        tags.forEach(tag -> weights.put(tag, 0.0));
        tagged.forEach(known -> known.forEach(tag -> weights.merge(tag, 1.0 / known.size(), Double::sum)));
        Collection<Double> values = weights.values();
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
