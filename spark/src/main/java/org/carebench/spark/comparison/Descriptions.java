package org.carebench.spark.comparison;

import java.util.Arrays;
import java.util.List;
import org.carebench.contract.lake.ComparisonRule.Kind;
import org.carebench.spark.comparison.Estimator.Layer;
import org.carebench.spark.statistics.BootstrapInterval;
import org.carebench.spark.statistics.CliffDelta;
import org.carebench.spark.statistics.ClusterBootstrap;
import org.carebench.spark.statistics.HodgesLehmann;
import org.carebench.spark.statistics.SortedSample;

/** How the cohorts differ, without a test and without adjustment: in the unit of the outcome, robust to extremes. */
final class Descriptions {

    private static final double MEDIAN = 0.5;

    private Descriptions() {}

    static List<Estimator> of(Kind kind, String unit) {
        return kind == Kind.BINARY
                ? List.of(Shares.difference("share_difference", Layer.DESCRIPTION))
                : List.of(
                        shift(unit), Estimator.of("cliff_delta", Layer.DESCRIPTION, "delta", Descriptions::cliffDelta));
    }

    /** Hodges-Lehmann shift with the interval of Moses and the medians. */
    static Estimator shift(String unit) {
        return Estimator.of("hodges_lehmann", Layer.DESCRIPTION, unit, sample -> {
            HodgesLehmann shift = HodgesLehmann.of(sample.sample(true), sample.sample(false));
            return medians(Estimate.of(shift.shift(), shift.interval(), null), sample);
        });
    }

    private static Estimate cliffDelta(CohortSample sample) {
        CliffDelta delta = CliffDelta.of(sample.sample(true), sample.sample(false));
        return Estimate.of(delta.delta(), delta.interval(), null);
    }

    /** The same shift with an interval that knows that providers of a system are alike: whole systems are drawn. */
    static Estimator bootstrap(String unit, int replicates, long seed) {
        return Estimator.of("hodges_lehmann_cluster_bca", Layer.DESCRIPTION, unit, sample -> {
            double[] outcome = sample.outcome();
            boolean[] isHigh = sample.isHigh();
            BootstrapInterval found = new ClusterBootstrap(sample.clusters(), replicates, seed)
                    .ofRows(rows -> shift(rows, outcome, isHigh));
            return medians(Estimate.of(found.estimate(), found.interval(), null), sample);
        });
    }

    private static double shift(int[] rows, double[] outcome, boolean[] isHigh) {
        double[] high = Arrays.stream(rows)
                .filter(row -> isHigh[row])
                .mapToDouble(row -> outcome[row])
                .toArray();
        double[] low = Arrays.stream(rows)
                .filter(row -> !isHigh[row])
                .mapToDouble(row -> outcome[row])
                .toArray();
        return high.length == 0 || low.length == 0
                ? Double.NaN
                : HodgesLehmann.shift(SortedSample.of(high), SortedSample.of(low));
    }

    private static Estimate medians(Estimate estimate, CohortSample sample) {
        return estimate.withLevels(
                sample.sample(true).quantile(MEDIAN), sample.sample(false).quantile(MEDIAN));
    }
}
