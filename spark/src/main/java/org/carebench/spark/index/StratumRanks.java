package org.carebench.spark.index;

import java.util.Arrays;
import org.carebench.spark.statistics.MidRanks;

/** Mid-percentiles of the providers of each stratum that have a value; NaN is no value, here and in the arguments. */
final class StratumRanks {

    private final int[] strata;
    private final double[] percentiles;
    private final long[] peers;
    private final boolean[] withoutVariance;

    private StratumRanks(int[] strata, int numberOfStrata) {
        this.strata = strata;
        this.percentiles = new double[strata.length];
        this.peers = new long[numberOfStrata];
        this.withoutVariance = new boolean[numberOfStrata];
        Arrays.fill(percentiles, Double.NaN);
    }

    /**
     * Ranks the values.
     *
     * @param strata by provider, the number of its stratum, from 0
     */
    static StratumRanks of(double[] values, int[] strata, int numberOfStrata) {
        StratumRanks ranks = new StratumRanks(strata, numberOfStrata);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                ranks.peers[strata[i]]++;
            }
        }
        int[][] members = new int[numberOfStrata][];
        int[] filled = new int[numberOfStrata];
        for (int stratum = 0; stratum < numberOfStrata; stratum++) {
            members[stratum] = new int[(int) ranks.peers[stratum]];
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                members[strata[i]][filled[strata[i]]++] = i;
            }
        }
        for (int stratum = 0; stratum < numberOfStrata; stratum++) {
            if (members[stratum].length > 0) {
                ranks.rank(values, stratum, members[stratum]);
            }
        }
        return ranks;
    }

    private void rank(double[] values, int stratum, int[] members) {
        MidRanks ranks =
                MidRanks.of(Arrays.stream(members).mapToDouble(i -> values[i]).toArray());
        double[] ofMembers = ranks.percentiles();
        for (int k = 0; k < members.length; k++) {
            percentiles[members[k]] = ofMembers[k];
        }
        withoutVariance[stratum] = ranks.noVariance();
    }

    /** By provider, (r - 0.5) / n. */
    double[] percentiles() {
        return percentiles;
    }

    /** Providers of the stratum of a provider that have a value. */
    long peers(int provider) {
        return peers[strata[provider]];
    }

    /** Whether all peers of a provider have the same value. */
    boolean isWithoutVariance(int provider) {
        return withoutVariance[strata[provider]];
    }
}
