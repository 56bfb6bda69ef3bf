package org.carebench.spark.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * 95 % bootstrap interval, bias-corrected and accelerated (BCa; Efron 1987), with quantiles of type 7. Where the
 * correction is undefined it is the percentile interval. Not for medians of fewer than 30 values, which are too discrete.
 *
 * @param estimate the statistic of the sample itself
 * @param bias z0, the normal quantile of the share of replicates below the estimate; NULL for a percentile interval
 * @param acceleration a, from the jackknife; NULL for a percentile interval
 * @param undefined number of resamples whose statistic does not exist; they are left out
 */
public record BootstrapInterval(
        double estimate,
        Interval interval,
        @Nullable Double bias,
        @Nullable Double acceleration,
        int undefined) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * Interval from the statistic of the sample, of resamples and of the sample less one cluster each. A resample without
     * the statistic is NaN; without one of the jackknife the correction is undefined.
     */
    public static BootstrapInterval of(double estimate, double[] replicates, double[] jackknife) {
        if (!Double.isFinite(estimate)) {
            throw new IllegalArgumentException("Cannot bootstrap: the statistic of the sample itself is " + estimate
                    + "; check the sample before");
        }
        double[] defined =
                Arrays.stream(replicates).filter(each -> !Double.isNaN(each)).toArray();
        if (defined.length == 0) {
            throw new IllegalArgumentException("Cannot bootstrap: the statistic exists in none of " + replicates.length
                    + " resamples; check the size of the groups before");
        }
        SortedSample sorted = SortedSample.of(defined);
        int undefined = replicates.length - defined.length;
        double bias = bias(estimate, sorted);
        double acceleration = acceleration(jackknife);
        double low = level(bias, acceleration, Interval.TAIL);
        double high = level(bias, acceleration, 1 - Interval.TAIL);
        if (Double.isNaN(low) || Double.isNaN(high) || sorted.min() == sorted.max()) {
            return new BootstrapInterval(
                    estimate,
                    new Interval(sorted.quantile(Interval.TAIL), sorted.quantile(1 - Interval.TAIL)),
                    null,
                    null,
                    undefined);
        }
        return new BootstrapInterval(
                estimate, new Interval(sorted.quantile(low), sorted.quantile(high)), bias, acceleration, undefined);
    }

    /** Whether the correction was undefined, so that this is the percentile interval. */
    public boolean percentile() {
        return bias == null;
    }

    /** Infinite where all replicates lie on one side of the estimate. */
    private static double bias(double estimate, SortedSample replicates) {
        return NORMAL.inverseCumulativeProbability(RankSum.placement(estimate, replicates) / replicates.size());
    }

    /** NaN where a value of the jackknife is, or all are the same. */
    private static double acceleration(double[] jackknife) {
        CompensatedSum sum = new CompensatedSum();
        for (double value : jackknife) {
            sum.add(value);
        }
        double mean = sum.value() / jackknife.length;
        CompensatedSum squares = new CompensatedSum();
        CompensatedSum cubes = new CompensatedSum();
        for (double value : jackknife) {
            double distance = mean - value;
            squares.add(distance * distance);
            cubes.add(distance * distance * distance);
        }
        return cubes.value() / (6 * Math.pow(squares.value(), 1.5));
    }

    /** Level of the quantile to take instead of p; NaN where the correction is undefined. */
    private static double level(double bias, double acceleration, double p) {
        double shifted = bias + NORMAL.inverseCumulativeProbability(p);
        double stretch = 1 - acceleration * shifted;
        return stretch > 0 && Double.isFinite(bias)
                ? NORMAL.cumulativeProbability(bias + shifted / stretch)
                : Double.NaN;
    }
}
