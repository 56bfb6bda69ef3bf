package org.carebench.spark.metric;

import org.carebench.contract.mart.MetricState;

/** Share of the observed weeks with at least one original post; says nothing of how many there were. */
record Continuity(long minimumWeeks) implements Metric {

    @Override
    public MetricValue of(PeriodFacts facts) {
        MetricState state = facts.stateOfPosts();
        if (state != MetricState.KNOWN) {
            return MetricValue.missing(state);
        }
        long observed = facts.weeksObserved();
        long unobserved = Period.WEEKS - observed;
        if (observed < minimumWeeks) {
            return MetricValue.missing(MetricState.TOO_FEW, observed, unobserved);
        }
        long active = facts.posts().stream()
                .map(post -> facts.period().weekOf(post.day()))
                .distinct()
                .count();
        return MetricValue.ratio(active, observed, 1, observed, unobserved);
    }
}
