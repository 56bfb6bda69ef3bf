package org.carebench.spark.index;

import java.util.Locale;

/** What cohorts are formed by. */
public enum Exposure {
    /** The whole index. */
    INTEGRATION,
    /** The pillar dialogue alone: two-way communication. */
    DIALOGUE;

    /** As cohort_membership names it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
