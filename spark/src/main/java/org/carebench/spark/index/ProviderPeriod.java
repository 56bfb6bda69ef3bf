package org.carebench.spark.index;

import java.util.Map;
import org.carebench.contract.mart.MetricState;

/**
 * A provider in a period.
 *
 * @param isInherited whether all its accounts are those of its system
 * @param components by component of the index; one that is not named is not collectable
 */
public record ProviderPeriod(AccountEvidence accounts, boolean isInherited, Map<String, ComponentValue> components) {

    public ProviderPeriod {
        components = Map.copyOf(components);
    }

    /** Whether something that the index needs could not be read. */
    boolean isCollectorFailed() {
        return components.values().stream().anyMatch(value -> value.state() == MetricState.COLLECTOR_FAILED);
    }

    /** Whether the provider is a peer: it is present, and everything was read that could be. */
    boolean isRanked() {
        return accounts == AccountEvidence.VERIFIED && !isCollectorFailed();
    }
}
