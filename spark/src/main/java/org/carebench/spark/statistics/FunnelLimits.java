package org.carebench.spark.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Where the share of a provider with so many cases lies if only chance makes it differ from the pooled share: exact
 * binomial control limits (Spiegelhalter 2005), which are possible shares themselves. Shares from 0 to 1; the limits still
 * belong to what chance explains.
 *
 * @param low95 a lower share has a probability below 2.5 %
 * @param high95 a higher share has a probability of 2.5 % at most
 * @param low998 a lower share has a probability below 0.1 %
 * @param high998 a higher share has a probability of 0.1 % at most
 */
public record FunnelLimits(double low95, double high95, double low998, double high998) {

    /**
     * Limits around the pooled share.
     *
     * @param cases number behind the provider's share, at least 1
     */
    public static FunnelLimits of(double pooledShare, int cases) {
        if (!(pooledShare >= 0 && pooledShare <= 1) || cases < 1) {
            throw new IllegalArgumentException("Cannot give funnel limits: the pooled share is " + pooledShare + " and "
                    + cases + " cases; the share lies from 0 to 1 and there is a case at least");
        }
        BinomialDistribution counts = BinomialDistribution.of(cases, pooledShare);
        return new FunnelLimits(limit(counts, 0.025), limit(counts, 0.975), limit(counts, 0.001), limit(counts, 0.999));
    }

    private static double limit(BinomialDistribution counts, double p) {
        return (double) counts.inverseCumulativeProbability(p) / counts.getNumberOfTrials();
    }
}
