package org.carebench.spark.metric;

import java.util.Optional;
import org.carebench.contract.lake.MetricRule;

/**
 * Mean over posts of one counter per 1,000 followers at publication, after Bonson and Ratkai (2013): likes are applause,
 * comments of others conversation, shares amplification.
 */
record CounterPerPost(String counter, MetricRule rule, long minimum) implements Metric {

    @Override
    public MetricValue of(PeriodFacts facts) {
        EngagedPosts all = EngagedPosts.by(counter, facts, rule);
        EngagedPosts followed = all.withFollowers(rule.minimumFollowers());
        Optional<MetricValue> missing = followed.whyMissing(minimum, all);
        return missing.orElseGet(() -> MetricValue.mean(followed.perFollower(), 1000, followed.excluded()));
    }
}
