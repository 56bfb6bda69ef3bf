package org.carebench.spark.metric;

import java.util.Optional;
import org.carebench.contract.lake.MetricRule;

/** Sum of interactions over sum of followers at publication, in percent; no mean of ratios. */
record PooledEngagementRate(MetricRule rule, long minimum) implements Metric {

    @Override
    public MetricValue of(PeriodFacts facts) {
        EngagedPosts all = EngagedPosts.byInteractions(facts, rule);
        EngagedPosts followed = all.withFollowers(rule.minimumFollowers());
        Optional<MetricValue> missing = followed.whyMissing(minimum, all);
        return missing.orElseGet(() -> MetricValue.ratio(
                followed.amount(), followed.followers(), 100, followed.posts().size(), followed.excluded()));
    }
}
