package org.carebench.spark.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carebench.contract.mart.CohortComparison;
import org.carebench.spark.comparison.ComparedProvider;
import org.carebench.spark.comparison.ComparedProvider.Pillars;
import org.carebench.spark.comparison.ComparedProvider.Traits;
import org.carebench.spark.comparison.ComparisonRules;
import org.carebench.spark.comparison.Contrast;

/** S9: engagement that is zero for most and very large for a few. */
record HeavyTail() implements Scenario {

    private static final double POSITIVE = 0.40;
    private static final double MORE_POSITIVE = 0.15;
    private static final double LN_RATIO = Math.log(1.5);
    private static final double SPREAD = 1.5;

    private static final String RANKS = "Brunner and Munzel, no difference";
    private static final String SHARE = "difference of the shares of positive values, points";
    private static final String RATIO = "logarithm of the ratio of geometric means of positive values";

    private static final String SIZE = "share of runs in which the rank test rejects no difference";
    private static final String SHARE_COVERED = "share of runs in which the interval of the first part holds the truth";
    private static final String RATIO_COVERED =
            "share of runs in which the interval of the second part holds the truth";
    private static final String SHARE_BIAS = "mean bias of the first part in its Monte-Carlo standard errors";
    private static final String RATIO_BIAS = "mean bias of the second part in its Monte-Carlo standard errors";

    @Override
    public String id() {
        return "S9";
    }

    @Override
    public String world() {
        return "60 % zeros and a heavy tail; none, or 15 points more positive values that are 1.5 times as large";
    }

    @Override
    public int hospitals() {
        return 600;
    }

    @Override
    public int repetitions(Effort effort) {
        return effort == Effort.FULL ? 1000 : 200;
    }

    @Override
    public List<Gate> gates(int repetitions) {
        return List.of(
                Gate.share(SIZE, 0.05, repetitions),
                Gate.share(SHARE_COVERED, 0.95, repetitions),
                Gate.share(RATIO_COVERED, 0.95, repetitions),
                Gate.within(SHARE_BIAS, 3),
                Gate.within(RATIO_BIAS, 3));
    }

    @Override
    public Measured measure(int repetitions) {
        Map<String, Performance> found = Performance.of(Scenario.repeat(repetitions, this::repetition));
        return new Measured(
                Map.of(
                        SIZE, found.get(RANKS).rejections(),
                        SHARE_COVERED, found.get(SHARE).coverage(),
                        RATIO_COVERED, found.get(RATIO).coverage(),
                        SHARE_BIAS, found.get(SHARE).standardizedBias(),
                        RATIO_BIAS, found.get(RATIO).standardizedBias()),
                found);
    }

    private List<Estimated> repetition(int number) {
        Noise noise = Noise.of(id(), number);
        List<CohortComparison> same = compare(false, noise);
        List<CohortComparison> different = compare(true, noise);
        return List.of(
                Estimated.test(RANKS, row(same, "brunner_munzel").pValue()),
                Estimated.of(SHARE, row(different, "positive_share"), 100 * MORE_POSITIVE),
                Estimated.of(RATIO, row(different, "geometric_mean_ratio"), LN_RATIO)
                        .logarithm());
    }

    private List<CohortComparison> compare(boolean isDifferent, Noise noise) {
        Contrast contrast =
                Pipeline.contrast(Pipeline.INTEGRATION, ComparisonRules.RATE, "facebook", "interactions per follower");
        return Pipeline.KERNEL.compare(contrast, providers(isDifferent, noise));
    }

    /** Two cohorts alike in everything but, perhaps, the outcome. */
    private List<ComparedProvider> providers(boolean isDifferent, Noise noise) {
        List<ComparedProvider> providers = new ArrayList<>();
        for (Hospital hospital : Population.of(hospitals(), noise)) {
            boolean isHigh = noise.happens(0.5);
            boolean isMore = isHigh && isDifferent;
            double rate = Math.exp(Math.log(0.006) + (isMore ? LN_RATIO : 0) + SPREAD * noise.gaussian());
            providers.add(new ComparedProvider(
                    hospital.id(),
                    hospital.cluster(),
                    isHigh ? "HIGH" : "LOW",
                    isHigh ? 0.9 : 0.1,
                    new Pillars(null, null, null, null),
                    hospital.bedClass(),
                    hospital.bedClass(),
                    noise.happens(POSITIVE + (isMore ? MORE_POSITIVE : 0)) ? rate : 0.0,
                    new Traits(
                            hospital.beds(),
                            hospital.ownership().name(),
                            hospital.isTeaching(),
                            hospital.isRural(),
                            hospital.region().name(),
                            null,
                            7 + noise.gaussian()),
                    false,
                    Map.of()));
        }
        return providers;
    }

    private static CohortComparison row(List<CohortComparison> rows, String estimator) {
        return rows.stream()
                .filter(row -> row.estimator().equals(estimator))
                .findFirst()
                .orElseThrow();
    }
}
