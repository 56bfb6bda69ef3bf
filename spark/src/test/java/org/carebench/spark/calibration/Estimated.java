package org.carebench.spark.calibration;

import java.util.Objects;
import org.carebench.contract.mart.CohortComparison;
import org.carebench.spark.statistics.Interval;
import org.carebench.spark.statistics.StudentEstimate;
import org.carebench.spark.statistics.WelchTest;

/**
 * What an estimator said in one repetition, and what it should have said; NaN where it says nothing of the kind.
 *
 * @param estimator in words
 * @param truth what the estimator makes of the true part of the outcome
 */
record Estimated(
        String estimator, double estimate, double standardError, double low, double high, double pValue, double truth) {

    static Estimated of(String estimator, StudentEstimate found, double truth) {
        Interval interval = Objects.requireNonNull(found.interval());
        return new Estimated(
                estimator,
                found.estimate(),
                Objects.requireNonNull(found.standardError()),
                interval.low(),
                interval.high(),
                Objects.requireNonNull(found.pValue()),
                truth);
    }

    static Estimated of(String estimator, WelchTest found, double truth) {
        Interval interval = Objects.requireNonNull(found.interval());
        return new Estimated(
                estimator,
                found.difference(),
                found.difference() / Objects.requireNonNull(found.statistic()),
                interval.low(),
                interval.high(),
                Objects.requireNonNull(found.pValue()),
                truth);
    }

    /** A row that the kernel shows. */
    static Estimated of(String estimator, CohortComparison row, double truth) {
        if (!row.state().equals("SHOWN")) {
            throw new IllegalStateException("Cannot use " + row.estimator() + ": not shown, " + row.reason());
        }
        return new Estimated(
                estimator,
                orNaN(row.estimate()),
                orNaN(row.standardError()),
                orNaN(row.ciLow()),
                orNaN(row.ciHigh()),
                orNaN(row.pValue()),
                truth);
    }

    /** The same on the scale of logarithms; its standard error is there already. */
    Estimated logarithm() {
        return new Estimated(
                estimator, Math.log(estimate), standardError, Math.log(low), Math.log(high), pValue, truth);
    }

    static Estimated test(String estimator, double pValue) {
        return new Estimated(estimator, Double.NaN, Double.NaN, Double.NaN, Double.NaN, pValue, Double.NaN);
    }

    private static double orNaN(Double value) {
        return value == null ? Double.NaN : value;
    }

    boolean rejects() {
        return Double.isNaN(pValue) ? low > 0 || high < 0 : pValue < 0.05;
    }

    boolean covers() {
        return low <= truth && truth <= high;
    }
}
