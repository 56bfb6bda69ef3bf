package org.carebench.spark.benchmark;

import org.carebench.spark.statistics.Interval;
import org.carebench.spark.statistics.SortedSample;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider stands among its peers, as far as chance lets it be told. Greater, not better: what is better depends
 * on the measure. A value without an interval has no position, for nobody knows how much of it is chance.
 */
enum Position {
    /** The whole interval of the value lies above the upper quartile of the peers. */
    ABOVE,
    /** The interval leaves the median out, yet does not lie beyond a quartile: not shown to be outside the middle half. */
    TYPICAL,
    /** The whole interval of the value lies below the lower quartile of the peers. */
    BELOW,
    /** The interval holds the median of the peers. */
    NOT_DISTINGUISHABLE,
    /** The value has no interval, or there are too few peers for quartiles. */
    NOT_ENOUGH_DATA,
    /** Too few people answered, or too few providers are in the group, for the position to be shown. */
    SUPPRESSED;

    /** Fewer providers have no quartiles worth the name. */
    static final int PEERS_FOR_QUARTILES = 20;

    /** Position of a value with this interval among the values of its peers. */
    static Position of(@Nullable Interval interval, SortedSample peers) {
        if (interval == null || peers.size() < PEERS_FOR_QUARTILES) {
            return NOT_ENOUGH_DATA;
        }
        if (interval.contains(peers.quantile(0.5))) {
            return NOT_DISTINGUISHABLE;
        }
        if (interval.low() > peers.quantile(0.75)) {
            return ABOVE;
        }
        return interval.high() < peers.quantile(0.25) ? BELOW : TYPICAL;
    }
}
