package org.carebench.spark.statistics;

/** Counts of one stratum: HIGH with and without the property, LOW with and without it. */
public record TwoByTwo(long highWith, long highWithout, long lowWith, long lowWithout) {

    public TwoByTwo {
        if (highWith < 0 || highWithout < 0 || lowWith < 0 || lowWithout < 0) {
            throw new IllegalArgumentException("Cannot make a 2x2 table: a count is negative in " + highWith + ", "
                    + highWithout + ", " + lowWith + ", " + lowWithout);
        }
    }

    long high() {
        return highWith + highWithout;
    }

    long low() {
        return lowWith + lowWithout;
    }

    long with() {
        return highWith + lowWith;
    }

    long without() {
        return highWithout + lowWithout;
    }

    long all() {
        return high() + low();
    }
}
