package org.carebench.spark.metric;

import java.util.ArrayList;
import java.util.List;
import org.carebench.contract.mart.MetricState;

/**
 * Mean over accounts of the share of profile fields that are filled, among those of which it is known; of each account the
 * latest observation of the period. Accounts of which no field is known are left out and counted.
 */
record ProfileCompleteness() implements Metric {

    @Override
    public MetricValue of(PeriodFacts facts) {
        List<Double> shares = new ArrayList<>();
        long unknown = 0;
        for (AccountSpan span : facts.accounts()) {
            List<AccountObservation> known = facts.observations(span).stream()
                    .filter(observation -> observation.knownFields() > 0)
                    .toList();
            if (!known.isEmpty()) {
                AccountObservation latest = known.get(known.size() - 1);
                shares.add((double) latest.filledFields() / latest.knownFields());
            } else if (span.stateIn(facts.period()) != MetricState.NO_ACCOUNT) {
                unknown++;
            }
        }
        if (shares.isEmpty()) {
            MetricState state = facts.state() == MetricState.KNOWN ? MetricState.NOT_COLLECTABLE : facts.state();
            return MetricValue.missing(state, 0, unknown);
        }
        return MetricValue.mean(shares.stream().mapToDouble(Double::doubleValue).toArray(), 1, unknown);
    }
}
