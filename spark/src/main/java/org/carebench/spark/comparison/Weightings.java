package org.carebench.spark.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carebench.contract.lake.ComparisonRule.Minimums;
import org.carebench.spark.comparison.Estimator.Layer;
import org.carebench.spark.statistics.AugmentedWeighting;
import org.carebench.spark.statistics.Design;
import org.carebench.spark.statistics.OverlapWeights;
import org.carebench.spark.statistics.Propensity;
import org.carebench.spark.statistics.SortedSample;
import org.carebench.spark.statistics.StandardizedDifference;
import org.carebench.spark.statistics.StudentEstimate;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons that weight providers by how likely their covariates make the high cohort. Overlap weights balance the
 * covariates exactly, and so agree with the regression nearly by construction; the augmented estimator asks another
 * question, that of all providers, and is the check.
 */
final class Weightings {

    private final Minimums minimums;

    Weightings(Minimums minimums) {
        this.minimums = minimums;
    }

    Estimator overlap(String unit) {
        return Estimator.of("overlap_weights", Layer.WEIGHTED, unit, sample -> {
            Refusal refusal = refusal(sample);
            return refusal == null ? overlap(sample) : Estimate.refused(refusal);
        });
    }

    Estimator augmented(String unit) {
        return Estimator.of("aipw", Layer.WEIGHTED, unit, sample -> {
            Refusal refusal = refusal(sample);
            return refusal == null ? augmented(sample) : Estimate.refused(refusal);
        });
    }

    private @Nullable Refusal refusal(CohortSample sample) {
        if (sample.sizes().systems() < minimums.systemsForCr1()) {
            return Refusal.notEnough("fewer than " + minimums.systemsForCr1() + " health systems");
        }
        // Either cohort has a regression of its own in the augmented estimator.
        int coefficients = sample.covariates().design().names().size();
        return Refusal.ofRegression(
                sample.sizes().smaller(), coefficients, sample.sizes().systems(), minimums);
    }

    private static Estimate overlap(CohortSample sample) {
        Propensity propensity = propensity(sample);
        return estimate(
                sample, propensity, new OverlapWeights(propensity).estimate(sample.outcome(), sample.clusters()));
    }

    private static Estimate augmented(CohortSample sample) {
        Propensity propensity = propensity(sample);
        return estimate(
                sample, propensity, AugmentedWeighting.estimate(propensity, sample.outcome(), sample.clusters()));
    }

    private static Propensity propensity(CohortSample sample) {
        return Propensity.fit(sample.covariates().design(), sample.isHigh());
    }

    private static Estimate estimate(CohortSample sample, Propensity propensity, StudentEstimate found) {
        Design design = sample.covariates().design();
        List<String> left = new ArrayList<>(propensity.dropped());
        left.addAll(propensity.separated());
        return Estimate.of(found, sample.scale(), Regressions.terms(design.names(), left));
    }

    /**
     * A covariate of both cohorts.
     *
     * @param difference before and after weighting, in standard deviations
     */
    record Balance(String covariate, double meanHigh, double meanLow, StandardizedDifference difference) {}

    /** Every covariate that varies; none where the cohorts are not weighted. */
    List<Balance> balance(CohortSample sample) {
        if (refusal(sample) != null) {
            return List.of();
        }
        Map<String, double[]> columns = sample.covariates().columns();
        return new OverlapWeights(propensity(sample))
                .balance().stream()
                        .map(difference -> {
                            double[] column = Objects.requireNonNull(columns.get(difference.term()));
                            return new Balance(
                                    difference.term(),
                                    mean(sample, true, column),
                                    mean(sample, false, column),
                                    difference);
                        })
                        .toList();
    }

    private static double mean(CohortSample sample, boolean ofHigh, double[] column) {
        return SortedSample.of(sample.of(ofHigh, column)).mean();
    }
}
