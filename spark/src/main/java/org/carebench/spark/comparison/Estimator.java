package org.carebench.spark.comparison;

import java.util.function.Function;
import org.carebench.contract.lake.ComparisonRule.Minimums;

/**
 * A way to compare two cohorts.
 *
 * @param unit of its estimates
 * @param isClustered whether its errors are clustered by least squares, so that the name tells how
 * @param part providers that it compares: all, or those with a positive outcome
 * @param estimate of the part
 */
record Estimator(
        String name,
        Layer layer,
        String unit,
        boolean isClustered,
        Function<CohortSample, CohortSample> part,
        Function<CohortSample, Estimate> estimate) {

    /** How much an estimator knows; from the least to the most. */
    enum Layer {
        DESCRIPTION,
        UNADJUSTED,
        STRATIFIED,
        ADJUSTED,
        WEIGHTED,
        MOVERS
    }

    static final String RATIO = "ratio";
    static final String PERCENT = "pct";

    static Estimator of(String name, Layer layer, String unit, Function<CohortSample, Estimate> estimate) {
        return new Estimator(name, layer, unit, false, Function.identity(), estimate);
    }

    Estimator clustered() {
        return new Estimator(name, layer, unit, true, part, estimate);
    }

    /** The same for ratios: of the positive values, on the scale of logarithms. */
    Estimator ofPositive() {
        return new Estimator(name, layer, RATIO, isClustered, CohortSample::positive, estimate);
    }

    /** Name with the kind of standard error that so many systems allow. */
    String name(CohortSizes sizes, Minimums minimums) {
        if (!isClustered) {
            return name;
        }
        boolean areFew = sizes.systems() >= minimums.systemsForCr2() && sizes.systems() < minimums.systemsForCr1();
        return name + (areFew ? "_cr2" : "_cr1");
    }
}
