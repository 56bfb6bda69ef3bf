package org.carebench.spark.comparison;

import java.util.Arrays;
import java.util.Objects;
import org.carebench.spark.comparison.Estimator.Layer;
import org.carebench.spark.statistics.RiskDifference;

/** Share of a cohort whose outcome is positive. */
final class Shares {

    private static final double PERCENT = 100;

    private Shares() {}

    /** Difference of the shares of both cohorts, in percentage points. */
    static Estimator difference(String name, Layer layer) {
        return Estimator.of(name, layer, Estimator.PERCENT, sample -> {
            double[] high = sample.outcome(true);
            double[] low = sample.outcome(false);
            RiskDifference found =
                    Objects.requireNonNull(RiskDifference.of(positive(high), high.length, positive(low), low.length));
            return Estimate.of(PERCENT * found.difference(), found.interval().map(share -> PERCENT * share), null)
                    .withLevels(PERCENT * found.first(), PERCENT * found.second());
        });
    }

    static long positive(double[] values) {
        return Arrays.stream(values).filter(value -> value > 0).count();
    }
}
