package org.carebench.spark.metric;

import org.carebench.contract.mart.MetricState;

/** ln(1 + original posts per observed week), cross-posts counted once. */
record PostingRate(int crossPostHours) implements Metric {

    @Override
    public MetricValue of(PeriodFacts facts) {
        MetricState state = facts.stateOfPosts();
        long weeks = facts.weeksObserved();
        if (state != MetricState.KNOWN) {
            return MetricValue.missing(state);
        }
        if (weeks == 0) {
            return MetricValue.missing(MetricState.NO_DENOMINATOR);
        }
        long posts = DistinctPosts.count(facts.posts(), crossPostHours);
        return new MetricValue(
                (double) posts,
                (double) weeks,
                Math.log1p((double) posts / weeks),
                MetricState.KNOWN,
                posts,
                facts.posts().size() - posts);
    }
}
