package org.carebench.spark.index;

/**
 * Means that are ranked afterwards. They are rounded to twelve decimals, far below what a rank could mean, so that two
 * providers whose means are equal but for the rounding of binary fractions stay tied.
 */
final class Tied {

    private static final double SCALE = 1e12;

    private Tied() {}

    static double mean(double sum, double weight) {
        return Math.rint(sum / weight * SCALE) / SCALE;
    }
}
