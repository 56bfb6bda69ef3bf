package org.carebench.spark.comparison;

import java.util.Locale;
import org.carebench.contract.lake.ComparisonRule.Minimums;
import org.jspecify.annotations.Nullable;

/**
 * Why a number is not shown.
 *
 * @param state NOT_ENOUGH_DATA, SUPPRESSED or NOT_COMPUTABLE
 * @param reason in words, to follow "Not shown:"
 */
record Refusal(String state, String reason) {

    static final String SHOWN = "SHOWN";
    static final String NOT_ENOUGH_DATA = "NOT_ENOUGH_DATA";
    static final String SUPPRESSED = "SUPPRESSED";
    static final String NOT_COMPUTABLE = "NOT_COMPUTABLE";

    static Refusal notEnough(String reason) {
        return new Refusal(NOT_ENOUGH_DATA, reason);
    }

    static Refusal notComputable(String reason) {
        return new Refusal(NOT_COMPUTABLE, reason);
    }

    /** Why two cohorts of these sizes are not compared; NULL where they are. */
    static @Nullable Refusal of(CohortSizes sizes, Minimums minimums, long minimumGroupSize) {
        if (sizes.smaller() > 0 && sizes.smaller() < minimumGroupSize) {
            return new Refusal(SUPPRESSED, "fewer than " + minimumGroupSize + " providers in a cohort");
        }
        if (sizes.smaller() < minimums.providersPerCohort()) {
            return notEnough("fewer than " + minimums.providersPerCohort() + " providers in a cohort");
        }
        if (Math.min(sizes.systemsHigh(), sizes.systemsLow()) < minimums.systemsPerCohort()) {
            return notEnough("fewer than " + minimums.systemsPerCohort() + " health systems in a cohort");
        }
        if (sizes.largestShare() > minimums.largestSystemShare()) {
            return new Refusal(
                    SUPPRESSED,
                    String.format(
                            Locale.ROOT,
                            "one health system supplies more than %.0f %% of a cohort",
                            100 * minimums.largestSystemShare()));
        }
        return null;
    }

    /** Why a regression with clustered errors is not carried out; NULL where it is. */
    static @Nullable Refusal ofRegression(long rows, int coefficients, long systems, Minimums minimums) {
        if (rows < (long) minimums.rowsPerCoefficient() * coefficients) {
            return notEnough("fewer than " + minimums.rowsPerCoefficient() + " providers per coefficient");
        }
        if (systems < minimums.systemsForCr2()) {
            return notEnough("fewer than " + minimums.systemsForCr2() + " health systems");
        }
        return null;
    }
}
