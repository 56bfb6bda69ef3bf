package org.carebench.spark.statistics;

/** Sum of doubles with Neumaier's compensation: the rounding errors are added up as well. */
final class CompensatedSum {

    private double sum;
    private double compensation;

    void add(double value) {
        double next = sum + value;
        if (Math.abs(sum) >= Math.abs(value)) {
            compensation += (sum - next) + value;
        } else {
            compensation += (value - next) + sum;
        }
        sum = next;
    }

    double value() {
        return sum + compensation;
    }
}
