package org.carebench.spark.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Values of one group, sorted, so that no statistic depends on the order in which they arrived. Nothing is
 * approximated.
 */
public final class SortedSample {

    private final double[] values;

    private SortedSample(double[] values) {
        this.values = values;
    }

    /**
     * Sorts a copy of the values.
     *
     * @throws IllegalArgumentException where there is no value, or one is not a finite number: unknown values are to be
     *     counted and left out before
     */
    public static SortedSample of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("Cannot describe a sample: it has no value");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (double value : sorted) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Cannot describe a sample: it holds " + value);
            }
        }
        return new SortedSample(sorted);
    }

    public int size() {
        return values.length;
    }

    public double min() {
        return values[0];
    }

    public double max() {
        return values[values.length - 1];
    }

    /** Quantile of type 7: linear between the two order statistics around (n - 1) p. */
    public double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("Cannot take a quantile: p is " + p + ", not between 0 and 1");
        }
        double position = (values.length - 1) * p;
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, values.length - 1);
        return values[below] + (position - below) * (values[above] - values[below]);
    }

    public double mean() {
        CompensatedSum sum = new CompensatedSum();
        for (double value : values) {
            sum.add(value);
        }
        return sum.value() / values.length;
    }

    /** Standard deviation of a sample (n - 1); NULL for a single value. */
    public @Nullable Double standardDeviation() {
        if (values.length == 1) {
            return null;
        }
        double mean = mean();
        CompensatedSum squares = new CompensatedSum();
        for (double value : values) {
            squares.add((value - mean) * (value - mean));
        }
        return Math.sqrt(squares.value() / (values.length - 1));
    }
}
