package org.carebench.contract.lake;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How integrated a provider is, as configuration defines it: percentiles among peers, averaged over pillars.
 *
 * @param pillars in the order in which they are computed: presence, cadence, dialogue and breadth, each once
 * @param requiredPillar without which there is no index
 * @param minimumPillars with fewer there is no index
 * @param stratumMinimum peer strata of fewer providers are merged
 * @param rollingPeriods how many periods, this one among them, the index for cohorts is the mean of
 * @param rollingMinimum with fewer of them known there is no such mean
 * @param version version of the definition, written beside every result
 */
public record IndexRule(
        List<IndexPillar> pillars,
        String requiredPillar,
        int minimumPillars,
        int stratumMinimum,
        int rollingPeriods,
        int rollingMinimum,
        IndexBaseline baseline,
        CohortRule cohorts,
        ValidityRule validity,
        String version)
        implements Serializable {

    /** The pillars that integration_index has a column for. */
    private static final List<String> PILLARS = List.of("presence", "cadence", "dialogue", "breadth");

    public IndexRule {
        pillars = List.copyOf(pillars);
        List<String> ids = pillars.stream().map(IndexPillar::id).sorted().toList();
        require(ids.equals(PILLARS.stream().sorted().toList()), "its pillars are " + ids + "; name each of " + PILLARS);
        require(PILLARS.contains(requiredPillar), "its required pillar " + requiredPillar + " is none of " + PILLARS);
        require(
                pillars.stream().anyMatch(pillar -> pillar.weight() > 0),
                "no pillar has a weight; give at least one a weight above 0");
        require(
                minimumPillars >= 1 && minimumPillars <= PILLARS.size(),
                "minimumPillars is " + minimumPillars + ", not from 1 to " + PILLARS.size());
        require(stratumMinimum >= 1, "stratumMinimum is " + stratumMinimum + ", less than 1");
        require(
                rollingMinimum >= 1 && rollingMinimum <= rollingPeriods,
                "rollingMinimum is " + rollingMinimum + ", not from 1 to rollingPeriods, " + rollingPeriods);
        Set<String> components = new HashSet<>();
        for (IndexPillar pillar : pillars) {
            for (IndexPillar.Component component : pillar.components()) {
                require(components.add(component.id()), "component " + component.id() + " is named twice");
            }
        }
    }

    private static void require(boolean isRight, String fault) {
        if (!isRight) {
            throw new IllegalArgumentException("Cannot use the index rule: " + fault);
        }
    }
}
