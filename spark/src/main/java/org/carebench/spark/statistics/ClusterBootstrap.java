package org.carebench.spark.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Bootstrap that draws whole clusters with replacement, as many as there are (Davison and Hinkley 1997, 3.8), and leaves
 * one cluster out for the jackknife. The draws depend on the seed and the number of clusters only. A statistic that does
 * not exist for a resample is NaN.
 */
public final class ClusterBootstrap {

    private final Clusters clusters;
    private final int[][] draws;

    /**
     * Draws the clusters.
     *
     * @param seed from the names of what is computed, see {@link Seeds}
     */
    public ClusterBootstrap(Clusters clusters, int replicates, long seed) {
        if (replicates < 1 || clusters.count() < 2) {
            throw new IllegalArgumentException("Cannot bootstrap: " + replicates + " resamples of " + clusters.count()
                    + " clusters are asked for; it takes one resample and two clusters at least");
        }
        this.clusters = clusters;
        this.draws = new int[replicates][clusters.count()];
        SplittableRandom random = new SplittableRandom(seed);
        for (int[] draw : draws) {
            for (int i = 0; i < draw.length; i++) {
                draw[i] = below(draw.length, random);
            }
        }
    }

    /** The high 32 bits times the bound: not the library's bounded draw, which is free to change between releases. */
    private static int below(int bound, SplittableRandom random) {
        return (int) (((random.nextLong() >>> 32) * bound) >>> 32);
    }

    /** Interval of any statistic of rows. It gets the rows of the resample, a row as often as it was drawn. */
    public BootstrapInterval ofRows(ToDoubleFunction<int[]> statistic) {
        int[] all = new int[clusters.count()];
        Arrays.setAll(all, cluster -> cluster);
        return BootstrapInterval.of(
                statistic.applyAsDouble(rows(all)),
                Arrays.stream(draws)
                        .mapToDouble(draw -> statistic.applyAsDouble(rows(draw)))
                        .toArray(),
                Arrays.stream(all)
                        .mapToDouble(left -> statistic.applyAsDouble(rows(
                                Arrays.stream(all).filter(each -> each != left).toArray())))
                        .toArray());
    }

    /**
     * Interval of a statistic of sums over rows, as a mean, a ratio or a regression. It gets the sum of every column over
     * the resample.
     */
    public BootstrapInterval ofSums(double[][] columns, ToDoubleFunction<double[]> statistic) {
        double[][] sums = new double[columns.length][];
        double[] total = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            Design.requireFinite("column " + j + " of the sums", columns[j], clusters.rows());
            sums[j] = clusters.sums(columns[j]);
            total[j] = Arrays.stream(sums[j]).sum();
        }
        double[] replicates = new double[draws.length];
        for (int replicate = 0; replicate < draws.length; replicate++) {
            double[] drawn = new double[columns.length];
            for (int j = 0; j < drawn.length; j++) {
                for (int cluster : draws[replicate]) {
                    drawn[j] += sums[j][cluster];
                }
            }
            replicates[replicate] = statistic.applyAsDouble(drawn);
        }
        double[] jackknife = new double[clusters.count()];
        for (int cluster = 0; cluster < jackknife.length; cluster++) {
            double[] rest = total.clone();
            for (int j = 0; j < rest.length; j++) {
                rest[j] -= sums[j][cluster];
            }
            jackknife[cluster] = statistic.applyAsDouble(rest);
        }
        return BootstrapInterval.of(statistic.applyAsDouble(total.clone()), replicates, jackknife);
    }

    private int[] rows(int[] chosen) {
        int[] rows = new int
                [Arrays.stream(chosen)
                        .map(cluster -> clusters.rows(cluster).length)
                        .sum()];
        int filled = 0;
        for (int cluster : chosen) {
            int[] own = clusters.rows(cluster);
            System.arraycopy(own, 0, rows, filled, own.length);
            filled += own.length;
        }
        return rows;
    }
}
