package org.carebench.spark.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.carebench.contract.lake.CohortRule;
import org.carebench.contract.lake.IndexPillar;
import org.carebench.contract.lake.IndexRule;
import org.carebench.contract.lake.ValidityRule;
import org.carebench.contract.mart.IndexValidity;
import org.carebench.spark.statistics.CronbachAlpha;
import org.carebench.spark.statistics.Seeds;
import org.carebench.spark.statistics.SortedSample;
import org.carebench.spark.statistics.Spearman;
import org.jspecify.annotations.Nullable;

/**
 * Whether the index measures one thing, whether other reasonable choices would rank providers alike (OECD and JRC 2008), and
 * whether its cohorts are stable. Examined is the last period in which the index could be computed; stability is that of all
 * periods.
 */
final class IndexExamination {

    /** How a check went. */
    enum Result {
        PASSED,
        WARNED,
        FAILED,
        INFORMATION,
        NOT_ENOUGH_DATA
    }

    private final Panel panel;
    private final IndexRule rule;
    private final List<PeriodScores> all;
    private final int period;
    private final PeriodScores scores;
    private final double[] index;
    private final double[] percentiles;
    private final int[] members;
    private final List<IndexValidity> rows = new ArrayList<>();

    private IndexExamination(Panel panel, IndexRule rule, List<PeriodScores> all, int period) {
        this.panel = panel;
        this.rule = rule;
        this.all = all;
        this.period = period;
        this.scores = all.get(period);
        this.index = scores.index();
        this.percentiles = panel.ranks(index).percentiles();
        this.members = known(index);
    }

    /** Every check; none where there is no period. */
    static List<IndexValidity> of(Panel panel, IndexRule rule, List<PeriodScores> scores, RollingScores rolling) {
        if (scores.isEmpty()) {
            return List.of();
        }
        int period = scores.size() - 1;
        while (period > 0 && known(scores.get(period).index()).length == 0) {
            period--;
        }
        IndexExamination examination = new IndexExamination(panel, rule, scores, period);
        examination.alpha();
        examination.pillarCorrelations();
        examination.componentCorrelations();
        examination.leaveOnePillarOut();
        examination.randomWeights();
        examination.geometricMean();
        examination.exitRates(rolling);
        return examination.rows;
    }

    private static int[] known(double[] values) {
        return IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .toArray();
    }

    private void alpha() {
        int pillars = rule.pillars().size();
        double[][] complete = Arrays.stream(members)
                .filter(i -> scores.pillars().present(i) == pillars)
                .mapToObj(i -> IntStream.range(0, pillars)
                        .mapToDouble(p -> scores.pillars().of(p)[i])
                        .toArray())
                .toArray(double[][]::new);
        add("cronbach_alpha", "pillars", complete.length, CronbachAlpha.of(complete));
    }

    private void pillarCorrelations() {
        List<double[]> pillars = IntStream.range(0, rule.pillars().size())
                .mapToObj(scores.pillars()::of)
                .toList();
        correlations(
                "pillar_correlation",
                rule.pillars().stream().map(IndexPillar::id).toList(),
                pillars);
    }

    private void componentCorrelations() {
        List<String> ids = rule.pillars().stream()
                .flatMap(pillar -> pillar.components().stream())
                .map(IndexPillar.Component::id)
                .toList();
        correlations(
                "component_correlation",
                ids,
                IntStream.range(0, ids.size())
                        .mapToObj(component -> scores.ranks(component).percentiles())
                        .toList());
    }

    private void correlations(String check, List<String> names, List<double[]> values) {
        for (int first = 0; first < names.size(); first++) {
            for (int second = first + 1; second < names.size(); second++) {
                addCorrelation(
                        check, names.get(first) + " and " + names.get(second), values.get(first), values.get(second));
            }
        }
    }

    private void leaveOnePillarOut() {
        for (int left = 0; left < rule.pillars().size(); left++) {
            String pillar = rule.pillars().get(left).id();
            double[] weights = weights();
            weights[left] = 0;
            double[] without = ofMembers(scores.pillars().weighted(weights));
            double[] ranks = panel.ranks(without).percentiles();
            int[] high = high();
            addCorrelation("leave_one_out_correlation", pillar, index, without);
            add(
                    "leave_one_out_high_kept",
                    pillar,
                    members.length,
                    share(high, i -> ranks[i] > rule.cohorts().highEnter()));
            add(
                    "leave_one_out_high_to_low",
                    pillar,
                    members.length,
                    share(high, i -> ranks[i] < rule.cohorts().lowEnter()));
        }
    }

    private void randomWeights() {
        ValidityRule validity = rule.validity();
        String left = "random_weights_high_left";
        if (members.length < validity.minimumProviders()) {
            add(left, "mean", members.length, null);
            return;
        }
        SplittableRandom random = new SplittableRandom(
                Seeds.of("integration_index", panel.start(period).toString(), "all", "random_weights", rule.version()));
        double[] shares = new double[validity.weightDraws()];
        double[] correlations = new double[validity.weightDraws()];
        int[] high = high();
        for (int draw = 0; draw < shares.length; draw++) {
            double[] drawn = ofMembers(scores.pillars().weighted(dirichlet(random)));
            double[] ranks = panel.ranks(drawn).percentiles();
            Double share = share(high, i -> !(ranks[i] > rule.cohorts().highEnter()));
            Double correlation = correlation(index, drawn);
            shares[draw] = share == null ? 0 : share;
            correlations[draw] = correlation == null ? 1 : correlation;
        }
        add(left, "mean", members.length, SortedSample.of(shares).mean());
        add(left + "_quantile", "0.95", members.length, SortedSample.of(shares).quantile(0.95));
        add(
                "random_weights_correlation_quantile",
                "0.05",
                members.length,
                SortedSample.of(correlations).quantile(0.05));
    }

    /** Weights that add up to 1; a gamma variable of a whole shape is a sum of exponential ones. */
    private double[] dirichlet(SplittableRandom random) {
        double[] weights = new double[rule.pillars().size()];
        for (int p = 0; p < weights.length; p++) {
            for (int k = 0; k < rule.validity().weightConcentration(); k++) {
                weights[p] -= StrictMath.log(1 - random.nextDouble());
            }
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    private void geometricMean() {
        addCorrelation(
                "geometric_mean_correlation",
                "pillars",
                index,
                ofMembers(scores.pillars().geometric(weights())));
    }

    private void exitRates(RollingScores rolling) {
        List<double[]> single = new ArrayList<>();
        List<double[]> smoothed = new ArrayList<>();
        for (int p = 0; p < all.size(); p++) {
            single.add(panel.ranks(all.get(p).index()).percentiles());
            smoothed.add(rolling.percentiles(p));
        }
        CohortRule cohorts = rule.cohorts();
        CohortRule plain =
                new CohortRule(cohorts.highEnter(), cohorts.highEnter(), cohorts.lowEnter(), cohorts.lowEnter(), 1);
        addExitRate("high_exit_rate_variant", "single period", single, plain);
        addExitRate("high_exit_rate_variant", "single period with hysteresis", single, cohorts);
        addExitRate("high_exit_rate_variant", "rolling mean", smoothed, plain);
        addExitRate("high_exit_rate", "rolling mean with hysteresis", smoothed, cohorts);
    }

    /** Of the providers that are HIGH and ranked in the next period again, the share that is not HIGH then. */
    private void addExitRate(String check, String subject, List<double[]> percentilesByPeriod, CohortRule cohorts) {
        int stays = 0;
        int exits = 0;
        for (int i = 0; i < panel.providers(); i++) {
            Hysteresis hysteresis = new Hysteresis(cohorts);
            boolean wasHigh = false;
            for (double[] ofPeriod : percentilesByPeriod) {
                if (Double.isNaN(ofPeriod[i])) {
                    hysteresis.interrupt();
                    wasHigh = false;
                } else {
                    boolean isHigh = hysteresis.next(ofPeriod[i]) == Cohort.HIGH;
                    stays += wasHigh && isHigh ? 1 : 0;
                    exits += wasHigh && !isHigh ? 1 : 0;
                    wasHigh = isHigh;
                }
            }
        }
        int transitions = stays + exits;
        add(check, subject, transitions, transitions == 0 ? null : (double) exits / transitions);
    }

    private double[] weights() {
        return rule.pillars().stream().mapToDouble(IndexPillar::weight).toArray();
    }

    /** Providers of the highest ranks in the period. */
    private int[] high() {
        return Arrays.stream(members)
                .filter(i -> percentiles[i] > rule.cohorts().highEnter())
                .toArray();
    }

    /** The same scores, without those of providers that have no index. */
    private double[] ofMembers(double[] values) {
        double[] ofMembers = new double[values.length];
        Arrays.fill(ofMembers, Double.NaN);
        for (int i : members) {
            ofMembers[i] = values[i];
        }
        return ofMembers;
    }

    private static @Nullable Double share(int[] providers, IntPredicate property) {
        return providers.length == 0
                ? null
                : (double) Arrays.stream(providers).filter(property).count() / providers.length;
    }

    private static @Nullable Double correlation(double[] first, double[] second) {
        int[] both = both(first, second);
        return both.length == 0 ? null : Spearman.of(pick(first, both), pick(second, both));
    }

    private static int[] both(double[] first, double[] second) {
        return Arrays.stream(known(first)).filter(i -> !Double.isNaN(second[i])).toArray();
    }

    private static double[] pick(double[] values, int[] providers) {
        return Arrays.stream(providers).mapToDouble(i -> values[i]).toArray();
    }

    private void addCorrelation(String check, String subject, double[] first, double[] second) {
        add(check, subject, both(first, second).length, correlation(first, second));
    }

    private void add(String check, String subject, int cases, @Nullable Double value) {
        ValidityRule.Gate gate = rule.validity().gates().stream()
                .filter(candidate -> candidate.check().equals(check))
                .findFirst()
                .orElse(null);
        Double shown = cases < rule.validity().minimumProviders() ? null : value;
        rows.add(new IndexValidity(
                panel.start(period),
                check,
                subject,
                shown,
                gate == null ? null : gate.low(),
                gate == null ? null : gate.high(),
                result(shown, gate).name(),
                rule.version()));
    }

    private static Result result(@Nullable Double value, ValidityRule.@Nullable Gate gate) {
        if (value == null) {
            return Result.NOT_ENOUGH_DATA;
        }
        if (gate == null) {
            return Result.INFORMATION;
        }
        if (value >= gate.low() && value <= gate.high()) {
            return Result.PASSED;
        }
        return gate.isFatal() ? Result.FAILED : Result.WARNED;
    }
}
