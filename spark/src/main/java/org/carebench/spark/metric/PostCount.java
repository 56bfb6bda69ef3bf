package org.carebench.spark.metric;

import org.carebench.contract.mart.MetricState;

/** Original posts of a period; none is a count too, where posts were observed. */
record PostCount() implements Metric {

    @Override
    public MetricValue of(PeriodFacts facts) {
        MetricState state = facts.stateOfPosts();
        long posts = facts.posts().size();
        return state == MetricState.KNOWN ? MetricValue.known((double) posts, posts, 0) : MetricValue.missing(state);
    }
}
