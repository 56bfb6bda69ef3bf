package org.carebench.spark.comparison;

/** Scale on which outcomes are compared. */
enum Scale {
    /** As they are: estimates are differences. */
    PLAIN {
        @Override
        double to(double value) {
            return value;
        }

        @Override
        double back(double value) {
            return value;
        }
    },
    /** Their logarithms, of positive values only: estimates are ratios. */
    LOGARITHM {
        @Override
        double to(double value) {
            return Math.log(value);
        }

        @Override
        double back(double value) {
            return Math.exp(value);
        }
    };

    abstract double to(double value);

    abstract double back(double value);
}
