package org.carebench.spark.comparison;

import java.util.Arrays;
import java.util.List;
import org.carebench.contract.lake.ComparisonRule.Minimums;
import org.carebench.spark.comparison.Estimator.Layer;
import org.carebench.spark.statistics.Clusters;
import org.carebench.spark.statistics.Design;
import org.carebench.spark.statistics.DetectableDifference;
import org.carebench.spark.statistics.EValue;
import org.carebench.spark.statistics.Interval;
import org.carebench.spark.statistics.LeastSquares;
import org.carebench.spark.statistics.LinearFit;
import org.carebench.spark.statistics.MidRanks;
import org.carebench.spark.statistics.SortedSample;
import org.carebench.spark.statistics.StudentEstimate;
import org.jspecify.annotations.Nullable;

/**
 * Least squares of the outcome on the cohort and the covariates, with standard errors clustered by health system: CR1,
 * or CR2 where systems are few. The first of them is the estimate that pages show.
 */
final class Regressions {

    /** Name of the estimator that pages show first. */
    static final String HEADLINE = "adjusted_ols";

    private static final String COHORT = "high";

    private final Minimums minimums;

    Regressions(Minimums minimums) {
        this.minimums = minimums;
    }

    /** The headline: with adjusted means, detectable difference and E-values. */
    Estimator headline(String unit) {
        return Estimator.of(HEADLINE, Layer.ADJUSTED, unit, this::headline).clustered();
    }

    /** States in the place of regions. */
    Estimator withStates(String unit) {
        return Estimator.of(
                        "state_ols",
                        Layer.ADJUSTED,
                        unit,
                        sample -> fit(sample, sample.covariatesWithStates(), sample.outcome()))
                .clustered();
    }

    /** Percentiles of the outcome in its place, from 0 to 1: for skewed outcomes. */
    Estimator ofRanks() {
        return Estimator.of(
                        "rank_ols",
                        Layer.ADJUSTED,
                        "percentile",
                        sample -> fit(
                                sample,
                                sample.covariates(),
                                MidRanks.of(sample.outcome()).percentiles()))
                .clustered();
    }

    /** Share of providers with a positive outcome, in percentage points. */
    Estimator ofPositiveShare() {
        return Estimator.of(
                        "adjusted_positive_share",
                        Layer.ADJUSTED,
                        Estimator.PERCENT,
                        sample -> fit(
                                sample,
                                sample.covariates(),
                                Arrays.stream(sample.outcome())
                                        .map(value -> value > 0 ? 100 : 0)
                                        .toArray()))
                .clustered();
    }

    private Estimate headline(CohortSample sample) {
        Estimate found = fit(sample, sample.covariates(), sample.outcome());
        if (found.value() == null || found.standardError() == null || found.interval() == null) {
            return found;
        }
        Scale scale = sample.scale();
        double difference = scale.to(found.value());
        double shareOfHigh = (double) sample.sizes().high() / sample.providers().size();
        double ofLow = SortedSample.of(sample.outcome()).mean() - difference * shareOfHigh;
        return found.withLevels(scale.back(ofLow + difference), scale.back(ofLow))
                .withStrength(
                        scale.back(DetectableDifference.of(found.standardError())),
                        eValue(sample, difference, found.interval()));
    }

    private static @Nullable EValue eValue(CohortSample sample, double difference, Interval interval) {
        Double deviation = sample.pooledDeviation();
        return deviation == null
                ? null
                : EValue.of(
                        difference / deviation,
                        interval.map(limit -> sample.scale().to(limit) / deviation));
    }

    private Estimate fit(CohortSample sample, Covariates covariates, double[] outcome) {
        double[] cohort = new double[outcome.length];
        boolean[] isHigh = sample.isHigh();
        Arrays.setAll(cohort, i -> isHigh[i] ? 1 : 0);
        // Last: where the covariates tell the cohorts apart without it, it is the cohort that cannot be estimated.
        Design design = covariates.design().with(COHORT, cohort);
        Refusal refusal = Refusal.ofRegression(
                outcome.length, design.names().size(), sample.sizes().systems(), minimums);
        if (refusal != null) {
            return Estimate.refused(refusal);
        }
        LeastSquares leastSquares = LeastSquares.of(design);
        StudentEstimate found = clustered(leastSquares.fit(outcome), COHORT, sample.clusters(), minimums);
        return found == null
                ? Estimate.refused(Refusal.notComputable("the covariates tell the cohorts apart"))
                : Estimate.of(found, sample.scale(), terms(design.names(), leastSquares.dropped()));
    }

    /** CR1, or CR2 where systems are few; NULL where the term was dropped. */
    static @Nullable StudentEstimate clustered(LinearFit fit, String term, Clusters clusters, Minimums minimums) {
        return clusters.count() >= minimums.systemsForCr1() ? fit.cr1(term, clusters) : fit.cr2(term, clusters);
    }

    /** Covariates of a design that were not dropped. */
    static String terms(List<String> names, List<String> dropped) {
        return String.join(
                ", ",
                names.stream()
                        .filter(name -> !name.equals(Design.INTERCEPT) && !name.equals(COHORT))
                        .filter(name -> !dropped.contains(name))
                        .toList());
    }
}
