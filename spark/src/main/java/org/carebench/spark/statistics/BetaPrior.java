package org.carebench.spark.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How the true shares of the providers of a group are distributed, and what that says of one provider's share: Beta(a, b).
 * Shares from 0 to 1.
 *
 * @param a cases with the property that the prior counts for; NULL where the providers differ no more than by chance
 * @param b cases without it; NULL with a
 * @param mean mean share, a / (a + b); of all cases together where a is NULL
 * @param logLikelihood of the counts; NULL where a is
 */
public record BetaPrior(
        @Nullable Double a,
        @Nullable Double b,
        double mean,
        @Nullable Double logLikelihood) {

    /** Whether the providers differ no more than by chance, so that all have the mean share. */
    public boolean pooled() {
        return a == null;
    }

    /** Share of the differences between the providers in all variance of single cases, 1 / (a + b + 1); 0 if pooled. */
    public double correlation() {
        return a == null || b == null ? 0 : 1 / (a + b + 1);
    }

    /** Share of the differences between providers in the variance of their raw shares, n / (n + a + b); 0 if pooled. */
    public double reliability(long cases) {
        return a == null || b == null ? 0 : cases / (cases + a + b);
    }

    /** Share shrunk to the mean, (k + a) / (n + a + b): for ranking, never for comparing groups. */
    public double shrunk(long with, long cases) {
        requireCounts(with, cases);
        return a == null || b == null ? mean : (with + a) / (cases + a + b);
    }

    /** 95 % of the posterior Beta(k + a, n - k + b); NULL if pooled. */
    public @Nullable Interval interval(long with, long cases) {
        requireCounts(with, cases);
        if (a == null || b == null) {
            return null;
        }
        BetaDistribution posterior = BetaDistribution.of(with + a, cases - with + b);
        return new Interval(
                posterior.inverseCumulativeProbability(Interval.TAIL),
                posterior.inverseSurvivalProbability(Interval.TAIL));
    }

    static void requireCounts(long with, long cases) {
        if (with < 0 || with > cases) {
            throw new IllegalArgumentException("Cannot use the counts: " + with + " of " + cases + " cases");
        }
    }
}
