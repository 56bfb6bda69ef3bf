package org.carebench.spark.statistics;

import org.apache.commons.numbers.gamma.GammaRatio;
import org.jspecify.annotations.Nullable;

/**
 * Difference of two means in pooled standard deviations, without the bias of few values (Hedges 1981). No unit.
 *
 * @param d Cohen's d, the biased difference
 * @param correction exact factor J = Gamma(v / 2) / (sqrt(v / 2) Gamma((v - 1) / 2)), v = n + m - 2
 * @param g J d
 * @param variance of g, (n + m) / (n m) + g^2 / (2 (n + m))
 */
public record HedgesG(double d, double correction, double g, double variance) {

    /** Difference of two samples; NULL where neither varies, or one has a single value. */
    public static @Nullable HedgesG of(SortedSample first, SortedSample second) {
        Double a = first.variance();
        Double b = second.variance();
        if (a == null || b == null || a + b == 0) {
            return null;
        }
        double n = first.size();
        double m = second.size();
        double freedom = n + m - 2;
        double pooled = Math.sqrt(((n - 1) * a + (m - 1) * b) / freedom);
        double d = (first.mean() - second.mean()) / pooled;
        double correction = 1 / (GammaRatio.delta((freedom - 1) / 2, 0.5) * Math.sqrt(freedom / 2));
        double g = correction * d;
        return new HedgesG(d, correction, g, (n + m) / (n * m) + g * g / (2 * (n + m)));
    }
}
