package org.carebench.spark.statistics;

import org.jspecify.annotations.Nullable;

/** Rank correlation of Spearman (1904): Pearson's correlation of the mid-ranks, from -1 to 1. */
public final class Spearman {

    private Spearman() {}

    /**
     * Correlation of pairs; NULL where one side does not vary. Sums of ranks are exact, so the order of the pairs never
     * shows.
     *
     * @throws IllegalArgumentException where the sides differ in length, are empty or hold what is no finite number
     */
    public static @Nullable Double of(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("Cannot correlate: there are " + first.length
                    + " values on one side and " + second.length + " on the other");
        }
        long[] a = centredTwice(MidRanks.of(first));
        long[] b = centredTwice(MidRanks.of(second));
        double squares = Math.sqrt((double) product(a, a) * (double) product(b, b));
        return squares == 0 ? null : product(a, b) / squares;
    }

    /** Twice the distance of each rank from the mean rank: a whole number. */
    private static long[] centredTwice(MidRanks ranks) {
        double[] values = ranks.ranks();
        long[] result = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = Math.round(2 * values[i]) - (values.length + 1);
        }
        return result;
    }

    private static long product(long[] a, long[] b) {
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum = Math.addExact(sum, a[i] * b[i]);
        }
        return sum;
    }
}
