package org.carebench.spark.metric;

import java.util.Optional;
import org.carebench.contract.lake.MetricRule;

/** Interactions with all posts of a period. */
record Interactions(MetricRule rule, long minimum) implements Metric {

    @Override
    public MetricValue of(PeriodFacts facts) {
        EngagedPosts engaged = EngagedPosts.byInteractions(facts, rule);
        Optional<MetricValue> missing = engaged.whyMissing(minimum);
        return missing.orElseGet(() ->
                MetricValue.known((double) engaged.amount(), engaged.posts().size(), engaged.excluded()));
    }
}
