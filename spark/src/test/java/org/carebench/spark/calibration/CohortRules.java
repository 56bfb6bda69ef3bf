package org.carebench.spark.calibration;

import org.carebench.contract.lake.CohortRule;
import org.carebench.contract.lake.IndexRule;
import org.carebench.spark.index.IndexRules;

/** The shipped rule of the index with cohorts of one period, so that a repetition need not make a year. */
final class CohortRules {

    private CohortRules() {}

    /** Peers as shipped. */
    static IndexRule ofOnePeriod() {
        return of(IndexRules.standard().stratumMinimum());
    }

    /** Everybody is everybody's peer, as in a comparison that knows no strata. */
    static IndexRule withoutPeers() {
        return of(Integer.MAX_VALUE);
    }

    private static IndexRule of(int stratumMinimum) {
        IndexRule shipped = IndexRules.standard();
        CohortRule cohorts = shipped.cohorts();
        return new IndexRule(
                shipped.pillars(),
                shipped.requiredPillar(),
                shipped.minimumPillars(),
                stratumMinimum,
                1,
                1,
                shipped.baseline(),
                new CohortRule(cohorts.highEnter(), cohorts.highLeave(), cohorts.lowEnter(), cohorts.lowLeave(), 1),
                shipped.validity(),
                shipped.version());
    }
}
