package org.carebench.spark.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.carebench.contract.lake.ComparisonRule.Kind;
import org.carebench.spark.statistics.Clusters;
import org.carebench.spark.statistics.Design;
import org.carebench.spark.statistics.LeastSquares;
import org.carebench.spark.statistics.LinearFit;
import org.carebench.spark.statistics.MidRanks;
import org.carebench.spark.statistics.OverlapWeights;
import org.carebench.spark.statistics.Propensity;
import org.carebench.spark.statistics.StudentEstimate;
import org.carebench.spark.statistics.WelchTest;

/**
 * The parts that the headline of a contrast is made of, one by one: the same providers, covariates and clusters. What a
 * linear estimator makes of the part of the outcome that is true is what its interval has to contain.
 */
public final class ContrastProbe {

    private static final String COHORT = "high";

    private final CohortSample sample;
    private final LeastSquares leastSquares;
    private final Clusters clusters;
    private final double[] cohortWeights;

    private ContrastProbe(CohortSample sample) {
        this.sample = sample;
        double[] cohort = column(provider -> provider.isHigh() ? 1 : 0, sample);
        this.leastSquares = LeastSquares.of(sample.covariates().design().with(COHORT, cohort));
        this.clusters = sample.clusters();
        this.cohortWeights = Objects.requireNonNull(leastSquares.weights(COHORT));
    }

    public static ContrastProbe of(Contrast contrast, List<ComparedProvider> providers) {
        CohortSample sample = CohortSample.of(contrast, providers);
        return new ContrastProbe(contrast.outcome().kind() == Kind.RATIO ? sample.positive() : sample);
    }

    /** A value for every provider compared, by its id, in the order of all estimates. */
    public double[] column(ToDoubleFunction<String> value) {
        return column(provider -> value.applyAsDouble(provider.organizationId()), sample);
    }

    private static double[] column(ToDoubleFunction<ComparedProvider> value, CohortSample sample) {
        return sample.providers().stream().mapToDouble(value).toArray();
    }

    public double[] outcome() {
        return sample.outcome();
    }

    /** Adjusted difference of another outcome, clustered by system. */
    public StudentEstimate clustered(double[] outcome) {
        return Objects.requireNonNull(leastSquares.fit(outcome).cr1(COHORT, clusters));
    }

    /** The same as if hospitals of a system knew nothing of each other. */
    public StudentEstimate unclustered(double[] outcome) {
        return Objects.requireNonNull(leastSquares.fit(outcome).hc3(COHORT));
    }

    /** What the adjusted difference of this part of the outcome is. */
    public double adjusted(double[] part) {
        double sum = 0;
        for (int i = 0; i < part.length; i++) {
            sum += cohortWeights[i] * part[i];
        }
        return sum;
    }

    /** Weights that balance the covariates. */
    public OverlapWeights overlapWeights() {
        return new OverlapWeights(Propensity.fit(sample.covariates().design(), sample.isHigh()));
    }

    public StudentEstimate weighted(OverlapWeights weights) {
        return weights.estimate(sample.outcome(), clusters);
    }

    /** Without any adjustment. */
    public WelchTest unadjusted() {
        return WelchTest.of(sample.sample(true), sample.sample(false));
    }

    /** Difference of the means of a part of the outcome, without any adjustment. */
    public double unadjusted(double[] part) {
        return Arrays.stream(sample.of(true, part)).average().orElseThrow()
                - Arrays.stream(sample.of(false, part)).average().orElseThrow();
    }

    /** Regression of the outcome on several exposures at once, over providers of all cohorts: a slope for each. */
    public static List<StudentEstimate> jointly(
            Contrast contrast, List<ComparedProvider> providers, List<ToDoubleFunction<ComparedProvider>> exposures) {
        List<ComparedProvider> ranked = CohortSample.complete(
                contrast,
                providers.stream().filter(each -> each.percentile() != null).toList());
        Design design = Covariates.of(ranked, false).design();
        for (int i = 0; i < exposures.size(); i++) {
            design = design.with(
                    "exposure " + i,
                    ranked.stream().mapToDouble(exposures.get(i)).toArray());
        }
        LinearFit fit = LeastSquares.of(design)
                .fit(ranked.stream().mapToDouble(ComparedProvider::knownOutcome).toArray());
        Clusters clusters =
                Clusters.of(ranked.stream().map(ComparedProvider::cluster).toList());
        return IntStream.range(0, exposures.size())
                .mapToObj(i -> Objects.requireNonNull(fit.cr1("exposure " + i, clusters)))
                .toList();
    }

    /** Ranks of the outcome in its place. */
    public StudentEstimate ofRanks() {
        return clustered(MidRanks.of(sample.outcome()).percentiles());
    }

    /** p of the test within peer strata of one ownership. */
    public double vanElteren() {
        return Objects.requireNonNull(
                StratifiedTests.of(Kind.DIFFERENCE).estimate().apply(sample).pValue());
    }
}
