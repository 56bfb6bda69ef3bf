package org.carebench.spark.metric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carebench.contract.lake.MetricRule;
import org.carebench.spark.statistics.SortedSample;

/**
 * Median over posts of what the audience did per follower at publication, in percent.
 *
 * @param counters by platform, the counters that are part of it
 */
record MedianEngagementRate(Map<String, List<String>> counters, MetricRule rule, long minimum) implements Metric {

    @Override
    public MetricValue of(PeriodFacts facts) {
        EngagedPosts all = EngagedPosts.by(counters, facts, rule);
        EngagedPosts followed = all.withFollowers(rule.minimumFollowers());
        Optional<MetricValue> missing = followed.whyMissing(minimum, all);
        return missing.orElseGet(() -> MetricValue.known(
                100 * SortedSample.of(followed.perFollower()).quantile(0.5),
                followed.posts().size(),
                followed.excluded()));
    }
}
