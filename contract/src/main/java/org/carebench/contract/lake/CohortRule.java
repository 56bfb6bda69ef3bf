package org.carebench.contract.lake;

import java.io.Serializable;

/**
 * Who enters and leaves the cohorts HIGH and LOW, by the rank among peers. Two thresholds a side keep providers near a
 * threshold from going to and fro.
 *
 * @param highEnter HIGH is entered above this rank
 * @param highLeave HIGH is left at this rank or below
 * @param lowEnter LOW is entered below this rank
 * @param lowLeave LOW is left at this rank or above
 * @param periods consecutive periods that it takes to enter or leave
 */
public record CohortRule(double highEnter, double highLeave, double lowEnter, double lowLeave, int periods)
        implements Serializable {

    public CohortRule {
        if (!(0 < lowEnter && lowEnter <= lowLeave && lowLeave <= highLeave && highLeave <= highEnter && highEnter < 1)
                || periods < 1) {
            throw new IllegalArgumentException("Cannot use the cohort rule: it needs 0 < lowEnter <= lowLeave <="
                    + " highLeave <= highEnter < 1 and at least one period, and has " + lowEnter + ", " + lowLeave
                    + ", "
                    + highLeave + ", " + highEnter + " and " + periods);
        }
    }
}
