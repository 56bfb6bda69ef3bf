package org.carebench.spark.statistics;

import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * Rank test of Wilcoxon (1945) and of Mann and Whitney (1947): whether values of one sample tend to exceed those of
 * another of the same shape. Always from the normal approximation with tied ranks: a p that switches to another method
 * with the number of values or with a tie cannot be compared.
 *
 * @param u number of pairs in which the first sample has the greater value; a tie counts one half
 * @param pValue two-sided; 1 where all values are equal
 * @param constant whether all values of both samples are equal, so that nothing was tested
 */
public record MannWhitney(double u, double pValue, boolean constant) {

    /** Test with the continuity correction of one half. */
    public static MannWhitney of(SortedSample first, SortedSample second) {
        return of(first, second, ContinuityCorrection.ENABLED);
    }

    /** Test with or without the continuity correction of one half. */
    public static MannWhitney of(SortedSample first, SortedSample second, ContinuityCorrection correction) {
        MannWhitneyUTest.Result result = MannWhitneyUTest.withDefaults()
                .with(PValueMethod.ASYMPTOTIC)
                .with(correction)
                .test(first.ascending().toArray(), second.ascending().toArray());
        boolean constant = first.isConstantWith(second);
        return new MannWhitney(result.getStatistic(), constant ? 1 : result.getPValue(), constant);
    }
}
