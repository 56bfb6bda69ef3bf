package org.carebench.spark.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carebench.contract.mart.CohortComparison;
import org.carebench.spark.comparison.ComparedProvider;
import org.carebench.spark.comparison.Contrast;
import org.carebench.spark.comparison.ContrastProbe;
import org.carebench.spark.index.ComponentValue;
import org.carebench.spark.statistics.OverlapWeights;

/** Everything that is said of recommendation by integration in one repetition, the headline and what it is better than. */
final class Estimators {

    static final String HEADLINE = "adjusted regression, clustered by system (headline)";
    static final String UNCLUSTERED = "adjusted regression, not clustered (HC3)";
    static final String OVERLAP = "overlap weights, clustered";
    static final String RANKS = "adjusted regression of ranks, clustered";
    static final String PEERS = "quartiles among peers, Welch";
    static final String STRATIFIED = "van Elteren, peer strata x ownership";
    static final String NAIVE = "quartiles of all, Welch (naive)";

    /** The naive comparison needs an index of its own, and fails so surely that every fifth repetition shows it. */
    private static final int NAIVE_EVERY = 5;

    private Estimators() {}

    static List<Estimated> of(String scenario, WorldRule rule, int repetition) {
        Noise noise = Noise.of(scenario, repetition);
        World world = World.of(rule, noise);
        List<Map<String, ComponentValue>> components = Pipeline.components(world, noise);
        List<Estimated> all = new ArrayList<>(
                amongPeers(world, compared(world, components, true), Pipeline.recommend(Pipeline.INTEGRATION)));
        if (repetition % NAIVE_EVERY == 0) {
            all.add(naive(world, components));
        }
        return all;
    }

    private static Estimated naive(World world, List<Map<String, ComponentValue>> components) {
        ContrastProbe everybody =
                ContrastProbe.of(Pipeline.recommend(Pipeline.INTEGRATION), compared(world, components, false));
        double[] structural = structural(world, everybody);
        return Estimated.of(NAIVE, everybody.unadjusted(), everybody.unadjusted(structural));
    }

    private static List<ComparedProvider> compared(
            World world, List<Map<String, ComponentValue>> components, boolean withPeers) {
        return Pipeline.compared(
                world,
                Pipeline.index(
                        withPeers ? CohortRules.ofOnePeriod() : CohortRules.withoutPeers(), world, List.of(components)),
                Pipeline.INTEGRATION,
                place -> world.recommend()[place],
                null);
    }

    private static List<Estimated> amongPeers(World world, List<ComparedProvider> compared, Contrast contrast) {
        ContrastProbe probe = ContrastProbe.of(contrast, compared);
        double[] structural = structural(world, probe);
        double truth = probe.adjusted(structural);
        double[] outcome = probe.outcome();
        OverlapWeights weights = probe.overlapWeights();
        return List.of(
                headline(contrast, compared, probe, truth),
                Estimated.of(UNCLUSTERED, probe.unclustered(outcome), truth),
                Estimated.of(OVERLAP, probe.weighted(weights), weights.difference(structural)),
                Estimated.of(RANKS, probe.ofRanks(), Double.NaN),
                Estimated.of(PEERS, probe.unadjusted(), probe.unadjusted(structural)),
                Estimated.test(STRATIFIED, probe.vanElteren()));
    }

    /** The headline as pages would show it. */
    static Estimated headline(Contrast contrast, List<ComparedProvider> compared, ContrastProbe probe, double truth) {
        CohortComparison row = Pipeline.KERNEL.headline(contrast, compared);
        if (row.estimate() == null
                || row.estimate() != probe.clustered(probe.outcome()).estimate()) {
            throw new IllegalStateException(
                    "Cannot judge the headline: its parts give another estimate than " + row.estimate());
        }
        return Estimated.of(HEADLINE, row, truth);
    }

    static double[] structural(World world, ContrastProbe probe) {
        Map<String, Integer> places = world.places();
        return probe.column(id -> world.structural()[places.get(id)]);
    }
}
