package org.carebench.spark.calibration;

/**
 * What a scenario has to measure.
 *
 * @param low smallest value that passes
 * @param high largest value that passes
 */
record Gate(String what, double low, double high) {

    /** Standard errors within which 99 % of all simulations of a right method fall. */
    private static final double NINETY_NINE_PERCENT = 2.5758;

    static Gate atMost(String what, double high) {
        return new Gate(what, Double.NEGATIVE_INFINITY, high);
    }

    static Gate atLeast(String what, double low) {
        return new Gate(what, low, Double.POSITIVE_INFINITY);
    }

    static Gate exactly(String what, double value) {
        return new Gate(what, value, value);
    }

    static Gate within(String what, double distance) {
        return new Gate(what, -distance, distance);
    }

    /** A share that is expected, within chance. */
    static Gate share(String what, double expected, int repetitions) {
        double margin = margin(expected, repetitions);
        return new Gate(what, Math.max(0, expected - margin), Math.min(1, expected + margin));
    }

    /** Half the width of the 99 % band of a share. */
    static double margin(double expected, int repetitions) {
        return NINETY_NINE_PERCENT * Math.sqrt(expected * (1 - expected) / repetitions);
    }

    boolean holds(double value) {
        return low <= value && value <= high;
    }

    /** In words. */
    String band() {
        if (low == high) {
            return "= " + Numbers.text(low);
        }
        if (Double.isInfinite(low)) {
            return "<= " + Numbers.text(high);
        }
        return Double.isInfinite(high) ? ">= " + Numbers.text(low) : Numbers.text(low) + " to " + Numbers.text(high);
    }
}
