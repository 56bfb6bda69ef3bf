package org.carebench.spark.metric;

import java.util.Optional;
import org.carebench.contract.mart.MetricState;

/** Whether what others write to a provider can be read. */
final class Inbound {

    private Inbound() {}

    /** Why items that expect an answer cannot be counted; empty where they can, even if there is none. */
    static Optional<MetricState> whyUnknown(PeriodFacts facts) {
        MetricState state = facts.state();
        if (state != MetricState.KNOWN) {
            return Optional.of(state);
        }
        boolean isOffered = !facts.items().isEmpty()
                || facts.accounts().stream().anyMatch(span -> span.account().offersInbound());
        return isOffered ? Optional.empty() : Optional.of(MetricState.NOT_COLLECTABLE);
    }
}
