package org.carebench.spark.statistics;

/**
 * All differences between a value of one sample and a value of another, in ascending order, without ever forming them
 * all: the place of a number among them is counted in n + m steps, and the number at a place found by bisection over
 * the numbers that a double can hold. The result is the very double that sorting all differences would give.
 */
final class PairwiseDifferences {

    private final SortedSample first;
    private final SortedSample second;

    PairwiseDifferences(SortedSample first, SortedSample second) {
        this.first = first;
        this.second = second;
    }

    long count() {
        return (long) first.size() * second.size();
    }

    /** Mean of the two middle differences, or the middle one. */
    double median() {
        long middle = count() / 2;
        if (count() % 2 == 1) {
            return at(middle);
        }
        double below = at(middle - 1);
        double above = notAbove(below) > middle ? below : smallestAbove(below);
        return (below + above) / 2;
    }

    /** Difference number k in ascending order, counted from 0. */
    double at(long k) {
        long low = place(first.min() - second.max());
        long high = place(first.max() - second.min());
        while (low < high) {
            long middle = (low & high) + ((low ^ high) >> 1);
            if (notAbove(number(middle)) > k) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        // Minus zero stands just before zero, and is equal to it.
        return number(low) + 0.0;
    }

    /** As the first value grows, fewer second values lie near enough: the second place never goes back. */
    private long notAbove(double limit) {
        long count = 0;
        int j = 0;
        for (int i = 0; i < first.size(); i++) {
            while (j < second.size() && first.at(i) - second.at(j) > limit) {
                j++;
            }
            count += second.size() - j;
        }
        return count;
    }

    private double smallestAbove(double limit) {
        double smallest = first.max() - second.min();
        int j = 0;
        for (int i = 0; i < first.size(); i++) {
            while (j < second.size() && first.at(i) - second.at(j) > limit) {
                j++;
            }
            if (j > 0) {
                smallest = Math.min(smallest, first.at(i) - second.at(j - 1));
            }
        }
        return smallest;
    }

    /** Place of a double among all doubles in the order of numbers. */
    private static long place(double number) {
        return inOrder(Double.doubleToRawLongBits(number));
    }

    private static double number(long place) {
        return Double.longBitsToDouble(inOrder(place));
    }

    /** Bits of a negative double grow as the number falls: all but the sign are turned over. Undoes itself. */
    private static long inOrder(long bits) {
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }
}
