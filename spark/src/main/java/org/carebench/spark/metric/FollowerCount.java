package org.carebench.spark.metric;

import org.carebench.contract.mart.MetricState;

/** ln of the followers of all accounts on a platform, of each at its latest observation of the period. */
record FollowerCount() implements Metric {

    @Override
    public MetricValue of(PeriodFacts facts) {
        long followers = 0;
        long accounts = 0;
        for (AccountSpan span : facts.accounts()) {
            Long latest = null;
            for (AccountObservation observation : facts.observations(span)) {
                latest = observation.followers() == null ? latest : observation.followers();
            }
            if (latest != null) {
                followers += latest;
                accounts++;
            }
        }
        if (accounts == 0) {
            MetricState state = facts.state() == MetricState.KNOWN ? MetricState.NOT_COLLECTABLE : facts.state();
            return MetricValue.missing(state);
        }
        if (followers == 0) {
            return MetricValue.missing(MetricState.TOO_FEW, accounts, 0);
        }
        return MetricValue.known(Math.log((double) followers), accounts, 0);
    }
}
