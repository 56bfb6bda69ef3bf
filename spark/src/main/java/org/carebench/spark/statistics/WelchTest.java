package org.carebench.spark.statistics;

import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;
import org.jspecify.annotations.Nullable;

/**
 * Difference of two means whose variances may differ, with the test of Welch (1947). In the unit of the values.
 *
 * @param difference mean of the first sample less mean of the second one
 * @param statistic difference in standard errors; NULL where neither sample varies, or one has a single value
 * @param degreesOfFreedom Satterthwaite's approximation; NULL as the statistic
 * @param pValue two-sided; where neither sample varies, 1 for equal means and NULL for different ones
 * @param interval of the difference; NULL as the statistic
 */
public record WelchTest(
        double difference,
        @Nullable Double statistic,
        @Nullable Double degreesOfFreedom,
        @Nullable Double pValue,
        @Nullable Interval interval) {

    /** Test of two samples. */
    public static WelchTest of(SortedSample first, SortedSample second) {
        double difference = first.mean() - second.mean();
        Double a = first.variance();
        Double b = second.variance();
        if (a == null || b == null) {
            return new WelchTest(difference, null, null, null, null);
        }
        if (a + b == 0) {
            return new WelchTest(difference, null, null, difference == 0 ? 1.0 : null, null);
        }
        TTest.Result result = TTest.withDefaults()
                .with(DataDispersion.HETEROSCEDASTIC)
                .test(first.mean(), a, first.size(), second.mean(), b, second.size());
        double standardError = Math.sqrt(a / first.size() + b / second.size());
        return new WelchTest(
                difference,
                result.getStatistic(),
                result.getDegreesOfFreedom(),
                result.getPValue(),
                Interval.student(difference, standardError, result.getDegreesOfFreedom()));
    }
}
