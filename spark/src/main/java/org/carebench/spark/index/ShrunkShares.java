package org.carebench.spark.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carebench.contract.lake.IndexPillar;
import org.carebench.spark.statistics.BetaBinomial;
import org.carebench.spark.statistics.BetaPrior;
import org.jspecify.annotations.Nullable;

/**
 * Shares drawn to the mean of the peers by a beta-binomial prior, so that one answer to one question does not outrank
 * ninety to a hundred. A stratum of fewer than twenty shares takes the prior of all strata; fewer than twenty in all say too
 * little, and stay as they are.
 */
final class ShrunkShares {

    private static final int LEAST_SHARES = 20;

    private ShrunkShares() {}

    /** Puts shrunk shares in the place of raw ones; values that are no share stay. */
    static void replace(double[] values, Panel panel, int period, IndexPillar.Component component) {
        Map<Integer, List<ComponentValue.Share>> byStratum = new TreeMap<>();
        List<ComponentValue.Share> all = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            ComponentValue.Share share = share(panel, period, i, component);
            if (share != null) {
                byStratum
                        .computeIfAbsent(panel.stratumOf(i), key -> new ArrayList<>())
                        .add(share);
                all.add(share);
            }
        }
        BetaPrior ofAll = prior(all, null);
        Map<Integer, BetaPrior> priors = new TreeMap<>();
        byStratum.forEach((stratum, shares) -> {
            BetaPrior prior = prior(shares, ofAll);
            if (prior != null) {
                priors.put(stratum, prior);
            }
        });
        for (int i = 0; i < values.length; i++) {
            ComponentValue.Share share = share(panel, period, i, component);
            BetaPrior prior = priors.get(panel.stratumOf(i));
            if (share != null && prior != null) {
                values[i] = prior.shrunk(share.with(), share.cases());
            }
        }
    }

    private static ComponentValue.@Nullable Share share(
            Panel panel, int period, int provider, IndexPillar.Component component) {
        ComponentValue known = panel.peer(period, provider, component);
        return known == null ? null : known.share();
    }

    private static @Nullable BetaPrior prior(List<ComponentValue.Share> shares, @Nullable BetaPrior parent) {
        if (shares.size() < LEAST_SHARES) {
            return parent;
        }
        return new BetaBinomial(
                        shares.stream().mapToLong(ComponentValue.Share::with).toArray(),
                        shares.stream().mapToLong(ComponentValue.Share::cases).toArray())
                .fit();
    }
}
