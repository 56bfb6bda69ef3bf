package org.carebench.spark.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Values of one group, sorted, so that no statistic depends on the order in which they arrived. Nothing is
 * approximated. Minus zero counts as zero: the two are equal as numbers, yet sort and rank apart as bits.
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
        double[] sorted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("Cannot describe a sample: it holds " + values[i]);
            }
            sorted[i] = values[i] + 0.0;
        }
        Arrays.sort(sorted);
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
        double mean = sum.value() / values.length;
        // A mean lies between the extremes; rounded, the mean of equal values may not.
        return Math.min(Math.max(mean, min()), max());
    }

    /** Square of the standard deviation; NULL for a single value. */
    public @Nullable Double variance() {
        if (values.length == 1) {
            return null;
        }
        double mean = mean();
        CompensatedSum squares = new CompensatedSum();
        for (double value : values) {
            squares.add((value - mean) * (value - mean));
        }
        return squares.value() / (values.length - 1);
    }

    /** Standard deviation of a sample (n - 1); NULL for a single value. */
    public @Nullable Double standardDeviation() {
        Double variance = variance();
        return variance == null ? null : Math.sqrt(variance);
    }

    /**
     * Where a value stands in the sample, from 0 to 1: the share of smaller values and half the share of equal ones. For
     * values of the sample itself this is (mid-rank - 0.5) / n.
     */
    public double midPercentile(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("Cannot place a value in a sample: it is no number");
        }
        return (below(value) + size() - above(value)) / (2.0 * size());
    }

    /** Value number i in ascending order, counted from 0. */
    double at(int i) {
        return values[i];
    }

    /** The values in ascending order. */
    DoubleStream ascending() {
        return Arrays.stream(values);
    }

    /** How many values are smaller than this one. */
    int below(double value) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many values are greater than this one. */
    int above(double value) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return values.length - low;
    }

    /** Whether all values of both samples are equal. */
    boolean isConstantWith(SortedSample other) {
        return min() == max() && other.min() == min() && other.max() == min();
    }
}
