package org.carebench.spark.statistics;

import org.jspecify.annotations.Nullable;

/**
 * Outcome of one organization in one period.
 *
 * @param cluster its health system, or an id of its own
 * @param period number of the period, counted without gaps
 * @param outcome a finite number: a period with an unknown outcome has no observation
 * @param firstEntry period in which the organization first entered the HIGH cohort; NULL where it never did
 */
public record PanelObservation(
        String organization,
        String cluster,
        int period,
        double outcome,
        @Nullable Integer firstEntry) {

    public PanelObservation {
        if (!Double.isFinite(outcome)) {
            throw new IllegalArgumentException("Cannot use the outcome of " + organization + " in period " + period
                    + ": it is " + outcome + "; leave it out and count it before");
        }
    }
}
