package org.carebench.spark.metric;

import java.util.List;
import java.util.Optional;
import org.carebench.contract.mart.MetricState;

/** Share of the items that expect an answer that got one in time. Items that may still be answered in time are left out. */
record ResponseRate(int replyHours, long minimum) implements Metric {

    @Override
    public MetricValue of(PeriodFacts facts) {
        Optional<MetricState> unknown = Inbound.whyUnknown(facts);
        if (unknown.isPresent()) {
            return MetricValue.missing(unknown.get());
        }
        List<InboundItem> closed = facts.items().stream()
                .filter(item -> !item.isOpen(replyHours, facts.asOf()))
                .toList();
        long open = facts.items().size() - (long) closed.size();
        if (closed.isEmpty()) {
            return MetricValue.missing(MetricState.NO_DENOMINATOR, 0, open);
        }
        if (closed.size() < minimum) {
            return MetricValue.missing(MetricState.TOO_FEW, closed.size(), open);
        }
        long answered = closed.stream()
                .filter(item -> item.hoursToAnswer(replyHours) != null)
                .count();
        return MetricValue.ratio(answered, closed.size(), 1, closed.size(), open);
    }
}
