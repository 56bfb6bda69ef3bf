package org.carebench.spark.metric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carebench.contract.lake.MetricRule;

/**
 * Sum of what the audience did over sum of followers at publication, in percent; no mean of ratios.
 *
 * @param counters by platform, the counters that are part of it
 */
record PooledEngagementRate(Map<String, List<String>> counters, MetricRule rule, long minimum) implements Metric {

    @Override
    public MetricValue of(PeriodFacts facts) {
        EngagedPosts all = EngagedPosts.by(counters, facts, rule);
        EngagedPosts followed = all.withFollowers(rule.minimumFollowers());
        Optional<MetricValue> missing = followed.whyMissing(minimum, all);
        return missing.orElseGet(() -> MetricValue.ratio(
                followed.amount(), followed.followers(), 100, followed.posts().size(), followed.excluded()));
    }
}
