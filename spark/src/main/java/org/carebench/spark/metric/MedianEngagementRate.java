package org.carebench.spark.metric;

import java.util.Optional;
import org.carebench.contract.lake.MetricRule;
import org.carebench.spark.statistics.SortedSample;

/** Median over posts of interactions per follower at publication, in percent. */
record MedianEngagementRate(MetricRule rule, long minimum) implements Metric {

    @Override
    public MetricValue of(PeriodFacts facts) {
        EngagedPosts all = EngagedPosts.byInteractions(facts, rule);
        EngagedPosts followed = all.withFollowers(rule.minimumFollowers());
        Optional<MetricValue> missing = followed.whyMissing(minimum, all);
        return missing.orElseGet(() -> MetricValue.known(
                100 * SortedSample.of(followed.perFollower()).quantile(0.5),
                followed.posts().size(),
                followed.excluded()));
    }
}
