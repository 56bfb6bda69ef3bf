package org.carebench.spark.comparison;

import org.carebench.spark.statistics.EValue;
import org.carebench.spark.statistics.Interval;
import org.carebench.spark.statistics.StudentEstimate;
import org.jspecify.annotations.Nullable;

/**
 * What an estimator says of two cohorts; without any number where it was refused.
 *
 * @param value high minus low in the unit of the estimator; NULL for a test that estimates nothing
 * @param standardError on the scale of the estimator: of a ratio that of its logarithm
 * @param high typical value of the high cohort
 * @param low typical value of the low cohort
 */
record Estimate(
        @Nullable Refusal refusal,
        @Nullable Double value,
        @Nullable Interval interval,
        @Nullable Double standardError,
        @Nullable Double pValue,
        @Nullable Double high,
        @Nullable Double low,
        @Nullable String adjustedFor,
        @Nullable Double detectable,
        @Nullable EValue eValue) {

    static Estimate refused(Refusal refusal) {
        return new Estimate(refusal, null, null, null, null, null, null, null, null, null);
    }

    static Estimate of(@Nullable Double value, @Nullable Interval interval, @Nullable Double pValue) {
        return new Estimate(null, value, interval, null, pValue, null, null, null, null, null);
    }

    /** A difference on a scale, taken back from it. */
    static Estimate of(StudentEstimate found, Scale scale, String adjustedFor) {
        if (found.standardError() == null || found.interval() == null) {
            return refused(Refusal.notComputable("the outcome does not vary"));
        }
        return new Estimate(
                null,
                scale.back(found.estimate()),
                found.interval().map(scale::back),
                found.standardError(),
                found.pValue(),
                null,
                null,
                adjustedFor,
                null,
                null);
    }

    Estimate withLevels(@Nullable Double ofHigh, @Nullable Double ofLow) {
        return new Estimate(
                refusal, value, interval, standardError, pValue, ofHigh, ofLow, adjustedFor, detectable, eValue);
    }

    Estimate withAdjustment(String terms) {
        return new Estimate(refusal, value, interval, standardError, pValue, high, low, terms, detectable, eValue);
    }

    Estimate withStrength(double detectableDifference, @Nullable EValue eValues) {
        return new Estimate(
                refusal, value, interval, standardError, pValue, high, low, adjustedFor, detectableDifference, eValues);
    }
}
