package org.carebench.spark.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Van Elteren's (1960) rank test of two groups within strata: every stratum's rank sum counts with weight 1/(N + 1), N its
 * size. Variances are corrected for ties; no continuity correction. Descriptive where rows are clustered.
 *
 * @param z positive where HIGH has the greater values; NULL where no stratum holds both groups
 * @param pValue two-sided; 1 where all values within every stratum are equal; NULL with z
 * @param strata number of strata that hold both groups
 */
public record VanElteren(@Nullable Double z, @Nullable Double pValue, int strata) {

    /** Values of the two groups in one stratum; either may be empty, and the stratum is then left out. */
    public static final class Stratum {

        private final double[] high;
        private final double[] low;

        public Stratum(double[] high, double[] low) {
            this.high = high.clone();
            this.low = low.clone();
        }
    }

    /** Tests over strata, whose order the caller fixes. */
    public static VanElteren of(List<Stratum> strata) {
        CompensatedSum excess = new CompensatedSum();
        CompensatedSum variance = new CompensatedSum();
        int used = 0;
        for (Stratum stratum : strata) {
            if (stratum.high.length > 0 && stratum.low.length > 0) {
                RankSum ranks = RankSum.of(SortedSample.of(stratum.high), SortedSample.of(stratum.low));
                double weight = 1.0 / (stratum.high.length + stratum.low.length + 1);
                excess.add(weight * (ranks.u() - ranks.expected()));
                variance.add(weight * weight * ranks.variance());
                used++;
            }
        }
        if (used == 0) {
            return new VanElteren(null, null, 0);
        }
        if (variance.value() == 0) {
            return new VanElteren(0.0, 1.0, used);
        }
        double z = excess.value() / Math.sqrt(variance.value());
        return new VanElteren(z, 2 * NormalDistribution.of(0, 1).cumulativeProbability(-Math.abs(z)), used);
    }
}
