package org.carebench.spark.comparison;

import java.util.List;
import org.carebench.contract.lake.ComparisonRule.Kind;
import org.carebench.spark.comparison.Estimator.Layer;
import org.carebench.spark.statistics.BrunnerMunzel;
import org.carebench.spark.statistics.Interval;
import org.carebench.spark.statistics.MannWhitney;
import org.carebench.spark.statistics.SortedSample;
import org.carebench.spark.statistics.WelchTest;

/**
 * Tests of two samples that know neither covariates nor systems: only to show what leaving them out does. Brunner and
 * Munzel first, as the others assume equal spread or normal means.
 */
final class UnadjustedTests {

    private static final String PROBABILITY = "probability";

    private UnadjustedTests() {}

    static List<Estimator> of(Kind kind, String unit) {
        return switch (kind) {
            case BINARY -> List.of(welch(unit));
            case DIFFERENCE -> List.of(brunnerMunzel(), mannWhitney(), welch(unit));
            case RATIO ->
                List.of(
                        brunnerMunzel(),
                        mannWhitney(),
                        geometricMeanRatio(),
                        Shares.difference("positive_share", Layer.UNADJUSTED));
        };
    }

    /** Probability that a provider of the high cohort has the greater value, a tie counting one half. */
    static Estimator brunnerMunzel() {
        return Estimator.of("brunner_munzel", Layer.UNADJUSTED, PROBABILITY, sample -> {
            BrunnerMunzel test = BrunnerMunzel.of(sample.sample(true), sample.sample(false));
            return Estimate.of(test.superiority(), test.interval(), test.pValue());
        });
    }

    private static Estimator mannWhitney() {
        return Estimator.of("mann_whitney", Layer.UNADJUSTED, PROBABILITY, sample -> {
            SortedSample high = sample.sample(true);
            SortedSample low = sample.sample(false);
            MannWhitney test = MannWhitney.of(high, low);
            return Estimate.of(test.u() / ((double) high.size() * low.size()), null, test.pValue());
        });
    }

    private static Estimator welch(String unit) {
        return Estimator.of("welch", Layer.UNADJUSTED, unit, UnadjustedTests::means);
    }

    private static Estimator geometricMeanRatio() {
        return Estimator.of("geometric_mean_ratio", Layer.UNADJUSTED, Estimator.RATIO, UnadjustedTests::means)
                .ofPositive();
    }

    private static Estimate means(CohortSample sample) {
        SortedSample high = sample.sample(true);
        SortedSample low = sample.sample(false);
        WelchTest test = WelchTest.of(high, low);
        Scale scale = sample.scale();
        Interval interval = test.interval();
        return Estimate.of(
                        scale.back(test.difference()),
                        interval == null ? null : interval.map(scale::back),
                        test.pValue())
                .withLevels(scale.back(high.mean()), scale.back(low.mean()));
    }
}
