package org.carebench.jobs.extract;

import java.util.List;
import org.carebench.contract.lake.BusinessDate;

/**
 * What a night will read.
 *
 * @param notInForce ids of sources that have no file yet on the business date
 * @param inputFingerprint checksum over definitions, settings and files: equal inputs have equal fingerprints
 */
public record NightPlan(
        BusinessDate businessDate, List<PlannedSource> sources, List<String> notInForce, String inputFingerprint) {

    public NightPlan {
        sources = List.copyOf(sources);
        notInForce = List.copyOf(notInForce);
    }
}
