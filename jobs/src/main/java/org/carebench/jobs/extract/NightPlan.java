package org.carebench.jobs.extract;

import java.util.List;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.jobs.collect.CollectionPlan;

/**
 * What a night will read.
 *
 * @param notInForce ids of sources that have no file yet on the business date
 * @param inputFingerprint checksum over definitions, settings, files and collections: equal inputs have equal fingerprints
 * @param collection whether live platforms are to be asked
 */
public record NightPlan(
        BusinessDate businessDate,
        List<PlannedSource> sources,
        List<String> notInForce,
        String inputFingerprint,
        CollectionPlan collection) {

    public NightPlan {
        sources = List.copyOf(sources);
        notInForce = List.copyOf(notInForce);
    }
}
