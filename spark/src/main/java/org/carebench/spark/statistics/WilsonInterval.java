package org.carebench.spark.statistics;

import org.jspecify.annotations.Nullable;

/** Interval of a share from the score test (Wilson 1927): inside 0 to 1, and of use for shares of 0 and 1 as well. */
public final class WilsonInterval {

    private WilsonInterval() {}

    /**
     * Interval of the share of successes, between 0 and 1; NULL where nothing was counted.
     *
     * @throws IllegalArgumentException where there are fewer successes than none, or more than there were trials
     */
    public static @Nullable Interval of(long successes, long trials) {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "Cannot form the interval of a share: it would be of " + successes + " in " + trials);
        }
        if (trials == 0) {
            return null;
        }
        double share = successes / (double) trials;
        double z2 = Interval.NORMAL_QUANTILE * Interval.NORMAL_QUANTILE;
        double centre = share + z2 / (2 * trials);
        double halfWidth = Math.sqrt(z2 * (share * (1 - share) + z2 / (4 * trials)) / trials);
        double scale = 1 + z2 / trials;
        // Rounding must not move the limit of none or of all away from its exact value.
        return new Interval(
                successes == 0 ? 0 : (centre - halfWidth) / scale,
                successes == trials ? 1 : (centre + halfWidth) / scale);
    }
}
