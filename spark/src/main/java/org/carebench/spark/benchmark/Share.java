package org.carebench.spark.benchmark;

import java.util.Objects;
import org.carebench.spark.statistics.Interval;
import org.carebench.spark.statistics.WilsonInterval;

/**
 * A percentage as the counts that it stands for.
 *
 * @param with cases with the property
 * @param cases all cases, at least one
 */
record Share(long with, long cases) {

    /** Shares are counted from 0 to 1, values are in percent. */
    static final double PERCENT = 100;

    /**
     * The counts behind a published percentage. Sources round the percentage, and some adjust it for the mix of patients,
     * so that the number with the property is the nearest whole one, not one that was counted.
     */
    static Share of(double percentage, long cases) {
        return new Share(Math.round(percentage / PERCENT * cases), cases);
    }

    /** From 0 to 1. */
    double value() {
        return (double) with / cases;
    }

    /** In percent. */
    Interval interval() {
        return percent(Objects.requireNonNull(WilsonInterval.of(with, cases)));
    }

    static Interval percent(Interval shares) {
        return shares.map(limit -> PERCENT * limit);
    }
}
