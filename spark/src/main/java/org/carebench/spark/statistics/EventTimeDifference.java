package org.carebench.spark.statistics;

import org.jspecify.annotations.Nullable;

/**
 * How movers differ from stayers so many periods after entry, each against its own last period before entry.
 *
 * @param periodsAfterEntry negative before entry, where a difference speaks against the comparison
 * @param difference in the unit of the outcome; NULL where no stack has movers and stayers observed in both periods
 * @param movers number of organizations behind it that entered
 */
public record EventTimeDifference(
        int periodsAfterEntry, @Nullable StudentEstimate difference, int movers) {}
