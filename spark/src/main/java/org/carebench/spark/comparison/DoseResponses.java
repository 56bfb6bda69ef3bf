package org.carebench.spark.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.carebench.contract.lake.ComparisonRule;
import org.carebench.contract.lake.ComparisonRule.Kind;
import org.carebench.contract.mart.DoseResponse;
import org.carebench.spark.statistics.Clusters;
import org.carebench.spark.statistics.Design;
import org.carebench.spark.statistics.LeastSquares;
import org.carebench.spark.statistics.SortedSample;
import org.carebench.spark.statistics.StudentEstimate;
import org.jspecify.annotations.Nullable;

/**
 * The outcome over the whole range of the exposure, the middle half included: what would follow from a cut-off alone
 * shows here. Tenths of the percentile with adjusted means, and the slope over all of it.
 */
public final class DoseResponses {

    private static final int STEPS = 10;
    private static final int SLOPE = 0;
    private static final String PERCENTILE = "percentile";

    private final ComparisonRule rule;
    private final long minimumGroupSize;

    public DoseResponses(ComparisonRule rule, long minimumGroupSize) {
        this.rule = rule;
        this.minimumGroupSize = minimumGroupSize;
    }

    /** Eleven rows: the slope and every tenth, also where there is nothing to show. */
    public List<DoseResponse> of(Contrast contrast, List<ComparedProvider> providers) {
        List<ComparedProvider> ranked =
                CohortSample.complete(
                                contrast,
                                providers.stream()
                                        .filter(each -> each.percentile() != null)
                                        .toList())
                        .stream()
                        .filter(each -> contrast.outcome().kind() != Kind.RATIO || each.knownOutcome() > 0)
                        .toList();
        List<DoseResponse> rows = new ArrayList<>();
        if (contrast.onlyDescribed() != null || isTooSmall(ranked)) {
            IntStream.rangeClosed(SLOPE, STEPS)
                    .forEach(step -> rows.add(row(contrast, step, Refusal.NOT_ENOUGH_DATA, null, null)));
            return rows;
        }
        Fit fit = new Fit(contrast, ranked);
        StudentEstimate slope = fit.slope();
        rows.add(
                slope == null || slope.interval() == null
                        ? row(contrast, SLOPE, Refusal.NOT_ENOUGH_DATA, null, null)
                        : row(contrast, SLOPE, Refusal.SHOWN, (long) ranked.size(), slope));
        for (int step = 1; step <= STEPS; step++) {
            rows.add(step(contrast, step, fit));
        }
        return rows;
    }

    private boolean isTooSmall(List<ComparedProvider> ranked) {
        int coefficients = ranked.isEmpty()
                ? 1
                : STEPS + Covariates.of(ranked, false).columns().size();
        return ranked.isEmpty()
                || Refusal.ofRegression(
                                ranked.size(),
                                coefficients,
                                clusters(ranked).stream().distinct().count(),
                                rule.minimums())
                        != null;
    }

    private DoseResponse step(Contrast contrast, int step, Fit fit) {
        List<ComparedProvider> members =
                fit.ranked.stream().filter(each -> stepOf(each) == step).toList();
        if (members.isEmpty()) {
            return row(contrast, step, Refusal.NOT_ENOUGH_DATA, 0L, null);
        }
        if (members.size() < minimumGroupSize
                || CohortSizes.largestShare(clusters(members)) > rule.minimums().largestSystemShare()) {
            return row(contrast, step, Refusal.SUPPRESSED, null, null);
        }
        StudentEstimate mean = fit.mean(step);
        return mean == null || mean.interval() == null
                ? row(contrast, step, Refusal.NOT_ENOUGH_DATA, null, null)
                : row(contrast, step, Refusal.SHOWN, (long) members.size(), mean);
    }

    private DoseResponse row(
            Contrast contrast, int step, String state, @Nullable Long n, @Nullable StudentEstimate found) {
        Scale scale = Verdict.scale(contrast.outcome().kind());
        boolean isRatio = step == SLOPE && scale == Scale.LOGARITHM;
        return new DoseResponse(
                contrast.claim(),
                contrast.exposure(),
                contrast.outcome().id(),
                contrast.platform(),
                contrast.exposureEnd(),
                step,
                state,
                step == SLOPE ? null : (step - 0.5) / STEPS,
                n,
                found == null ? null : scale.back(found.estimate()),
                found == null || found.interval() == null
                        ? null
                        : scale.back(found.interval().low()),
                found == null || found.interval() == null
                        ? null
                        : scale.back(found.interval().high()),
                isRatio ? Estimator.RATIO : contrast.unit(),
                rule.version());
    }

    private static int stepOf(ComparedProvider provider) {
        return Math.min(STEPS, (int) (STEPS * Objects.requireNonNull(provider.percentile())) + 1);
    }

    private static List<String> clusters(List<ComparedProvider> providers) {
        return providers.stream().map(ComparedProvider::cluster).toList();
    }

    /** Regressions of the outcome over the range. */
    private final class Fit {

        private final List<ComparedProvider> ranked;
        private final Design covariates;
        private final Clusters clusters;
        private final double[] outcome;

        Fit(Contrast contrast, List<ComparedProvider> ranked) {
            Scale scale = Verdict.scale(contrast.outcome().kind());
            this.ranked = ranked;
            this.covariates =
                    Covariates.of(ranked, contrast.outcome().isPerFollower()).centred();
            this.clusters = Clusters.of(DoseResponses.clusters(ranked));
            this.outcome = ranked.stream()
                    .mapToDouble(each -> scale.to(each.knownOutcome()))
                    .toArray();
        }

        /** Per standard deviation of the percentile. */
        @Nullable StudentEstimate slope() {
            double[] percentiles = ranked.stream()
                    .mapToDouble(each -> Objects.requireNonNull(each.percentile()))
                    .toArray();
            Double deviation = SortedSample.of(percentiles).standardDeviation();
            if (deviation == null || deviation == 0) {
                return null;
            }
            for (int i = 0; i < percentiles.length; i++) {
                percentiles[i] /= deviation;
            }
            return estimate(covariates.with(PERCENTILE, percentiles), PERCENTILE);
        }

        /** Mean of a step if its providers were average: the intercept, with an indicator of every other step. */
        @Nullable StudentEstimate mean(int step) {
            Design design = covariates;
            for (int other = 1; other <= STEPS; other++) {
                int indicated = other;
                double[] isOther = ranked.stream()
                        .mapToDouble(each -> stepOf(each) == indicated ? 1 : 0)
                        .toArray();
                if (other != step && SortedSample.of(isOther).max() > 0) {
                    design = design.with("step " + other, isOther);
                }
            }
            return estimate(design, Design.INTERCEPT);
        }

        private @Nullable StudentEstimate estimate(Design design, String term) {
            return Regressions.clustered(LeastSquares.of(design).fit(outcome), term, clusters, rule.minimums());
        }
    }
}
