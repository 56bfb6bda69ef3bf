package org.carebench.spark.index;

import java.time.LocalDate;
import java.util.Map;

/**
 * A provider with everything that its index is computed from.
 *
 * @param periods by first day of the period; in a period that is missing the provider was not looked at
 */
public record IndexedProvider(String organizationId, StratumTraits traits, Map<LocalDate, ProviderPeriod> periods) {

    public IndexedProvider {
        periods = Map.copyOf(periods);
    }
}
