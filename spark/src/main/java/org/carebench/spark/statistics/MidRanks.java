package org.carebench.spark.statistics;

/**
 * Ranks of values from 1 to n in ascending order, in the order in which the values were given. Equal values share the
 * mean of their ranks; minus zero equals zero.
 */
public final class MidRanks {

    private final double[] values;
    private final SortedSample sample;

    private MidRanks(double[] values) {
        this.values = values;
        this.sample = SortedSample.of(values);
    }

    /**
     * Ranks the values.
     *
     * @throws IllegalArgumentException where there is no value, or one is not a finite number
     */
    public static MidRanks of(double[] values) {
        return new MidRanks(values.clone());
    }

    /** Multiples of one half, whose sums are exact. */
    public double[] ranks() {
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int below = sample.below(values[i]);
            int notAbove = values.length - sample.above(values[i]);
            ranks[i] = (below + 1 + notAbove) / 2.0;
        }
        return ranks;
    }

    /**
     * Mid-percentiles (r - 0.5) / n, strictly between 0 and 1 with mean one half. Where all values are equal, each is
     * exactly one half and {@link #noVariance()} tells so.
     */
    public double[] percentiles() {
        double[] percentiles = ranks();
        for (int i = 0; i < percentiles.length; i++) {
            percentiles[i] = (percentiles[i] - 0.5) / percentiles.length;
        }
        return percentiles;
    }

    /** Whether all values are equal, so that the ranks tell nothing. */
    public boolean noVariance() {
        return sample.min() == sample.max();
    }
}
