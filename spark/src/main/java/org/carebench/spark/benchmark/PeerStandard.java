package org.carebench.spark.benchmark;

import java.util.List;
import java.util.Objects;
import org.carebench.spark.statistics.BetaBinomial;
import org.carebench.spark.statistics.BetaPrior;
import org.carebench.spark.statistics.FunnelLimits;
import org.carebench.spark.statistics.SortedSample;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a peer group are measured by.
 *
 * @param values of all providers of the group
 * @param prior how their true shares are distributed; NULL where too few have a share to tell
 * @param pooledShare share of all cases of the group together; NULL where no value is a share
 */
record PeerStandard(
        SortedSample values,
        @Nullable BetaPrior prior,
        @Nullable Double pooledShare) {

    /** Fewer providers have no median worth the name. */
    static final int PEERS_FOR_A_MEDIAN = 11;

    /** Fewer providers do not tell how much providers differ. */
    static final int PROVIDERS_FOR_A_PRIOR = 20;

    /**
     * The standard of a group.
     *
     * @param parent prior of the group that holds this one, which stands in where this one has too few shares; NULL where
     *     there is none
     */
    static PeerStandard of(List<PositionedProvider> providers, @Nullable BetaPrior parent) {
        SortedSample values = SortedSample.of(
                providers.stream().mapToDouble(PositionedProvider::value).toArray());
        List<Share> shares = providers.stream()
                .map(PositionedProvider::share)
                .filter(Objects::nonNull)
                .toList();
        if (shares.isEmpty()) {
            return new PeerStandard(values, null, null);
        }
        long[] with = shares.stream().mapToLong(Share::with).toArray();
        long[] cases = shares.stream().mapToLong(Share::cases).toArray();
        double pooled = (double) shares.stream().mapToLong(Share::with).sum()
                / shares.stream().mapToLong(Share::cases).sum();
        boolean canTell = shares.size() >= PROVIDERS_FOR_A_PRIOR;
        return new PeerStandard(values, canTell ? new BetaBinomial(with, cases).fit() : parent, pooled);
    }

    @Nullable Double median() {
        return hasMedian() ? values.quantile(0.5) : null;
    }

    @Nullable Double percentile(double value) {
        return hasMedian() ? values.midPercentile(value) : null;
    }

    private boolean hasMedian() {
        return values.size() >= PEERS_FOR_A_MEDIAN;
    }

    /** Whether the share lies within what chance alone gives around the pooled share; NULL where it is not known. */
    @Nullable Funnel funnel(@Nullable Share share) {
        if (share == null || pooledShare == null || !hasMedian()) {
            return null;
        }
        FunnelLimits limits = FunnelLimits.of(pooledShare, Math.toIntExact(share.cases()));
        double value = share.value();
        if (limits.low95() <= value && value <= limits.high95()) {
            return Funnel.WITHIN;
        }
        return limits.low998() <= value && value <= limits.high998() ? Funnel.OUTSIDE_95 : Funnel.OUTSIDE_998;
    }

    /**
     * Where a share lies in the funnel plot of its group. Providers of large groups differ by more than chance, so many
     * lie outside: that alone is nothing to act on.
     */
    enum Funnel {
        WITHIN,
        OUTSIDE_95,
        OUTSIDE_998
    }
}
