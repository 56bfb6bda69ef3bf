package org.carebench.spark.comparison;

import org.carebench.contract.lake.ComparisonRule.Kind;
import org.carebench.spark.statistics.Interval;

/** What an interval says of a difference and of the smallest difference that matters. Never from a p alone. */
enum Verdict {
    /** The whole interval lies beyond the smallest difference that matters, on one side. */
    BEYOND,
    /** The interval excludes no difference and reaches on both sides of the smallest one that matters. */
    MAY_BE_SMALL,
    /** The whole interval lies within the smallest difference that matters, on either side. */
    NO_MEANINGFUL_DIFFERENCE,
    /** The interval holds no difference and reaches a difference that matters. */
    INCONCLUSIVE,
    /** There is no interval. */
    NOT_SHOWN;

    /**
     * Compares an interval with the smallest difference that matters.
     *
     * @param minimum in the unit; for ratios a ratio above 1, which on the other side is its reciprocal
     */
    static Verdict of(Interval interval, double minimum, Kind kind) {
        Scale scale = scale(kind);
        Interval onScale = interval.map(scale::to);
        double smallest = scale.to(minimum);
        if (onScale.low() > smallest || onScale.high() < -smallest) {
            return BEYOND;
        }
        if (onScale.low() > -smallest && onScale.high() < smallest) {
            return NO_MEANINGFUL_DIFFERENCE;
        }
        return onScale.contains(0) ? INCONCLUSIVE : MAY_BE_SMALL;
    }

    static Scale scale(Kind kind) {
        return kind == Kind.RATIO ? Scale.LOGARITHM : Scale.PLAIN;
    }
}
