package org.carebench.spark.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carebench.contract.lake.ComparisonRule;
import org.carebench.contract.lake.ComparisonRule.CutOff;
import org.carebench.contract.lake.ComparisonRule.Weighting;
import org.carebench.contract.mart.ComparisonVariant;
import org.carebench.spark.statistics.MidRanks;
import org.carebench.spark.statistics.Seeds;

/**
 * A primary test under every combination of other reasonable choices (a multiverse analysis; Steegen and others 2016), so
 * that nobody has to believe that the headline was not picked. The cohorts in force, which hold providers by hysteresis,
 * stand for the headline's own cut-off, weights and strata; all others are formed anew from the exposure period alone.
 */
public final class Variants {

    private static final String DIALOGUE = "dialogue";
    private static final Weighting DIALOGUE_ALONE = new Weighting("dialogue_alone", 0, 0, 1, 0);
    private static final String CUT_OFF = "quartile";
    private static final String EQUAL = "equal";
    private static final String WITH_TEACHING = "with_teaching";
    private static final String NOBODY = "nobody";

    private static final Map<String, Function<ComparedProvider, String>> STRATA = Map.of(
            WITH_TEACHING, ComparedProvider::stratum, "without_teaching", ComparedProvider::stratumWithoutTeaching);

    private static final Map<String, Function<List<ComparedProvider>, List<ComparedProvider>>> EXCLUSIONS = Map.of(
            NOBODY,
            Function.identity(),
            "inherited_only",
            Variants::withoutInherited,
            "largest_system",
            Variants::withoutLargestSystem);

    private final ComparisonRule rule;
    private final ContrastKernel kernel;

    public Variants(ComparisonRule rule, long minimumGroupSize) {
        this.rule = rule;
        this.kernel = new ContrastKernel(rule, minimumGroupSize);
    }

    /** One row per combination; none where the test is not primary. */
    public List<ComparisonVariant> of(Contrast contrast, List<ComparedProvider> providers) {
        List<ComparisonVariant> rows = new ArrayList<>();
        if (!contrast.isPrimary()) {
            return rows;
        }
        List<Estimator> estimators = rule.multiverse().estimators().stream()
                .map(name -> kernel.estimator(contrast, name))
                .toList();
        for (Weighting weighting : weightings(contrast)) {
            for (String strata : rule.multiverse().strata()) {
                List<Ranked> ranked = ranked(providers, weighting, chosen(STRATA, strata, "strata"));
                for (CutOff cutOff : rule.multiverse().cutOffs()) {
                    boolean isInForce = cutOff.id().equals(CUT_OFF)
                            && List.of(EQUAL, DIALOGUE_ALONE.id()).contains(weighting.id())
                            && strata.equals(WITH_TEACHING);
                    List<ComparedProvider> cohorts = isInForce ? providers : cohorts(ranked, cutOff.share());
                    for (String exclusion : rule.multiverse().exclusions()) {
                        CohortSample sample = CohortSample.of(
                                contrast,
                                chosen(EXCLUSIONS, exclusion, "exclusion").apply(cohorts));
                        for (Estimator estimator : estimators) {
                            Choice choice =
                                    new Choice(cutOff.id(), weighting.id(), strata, estimator.name(), exclusion);
                            boolean isHeadline = isInForce
                                    && exclusion.equals(NOBODY)
                                    && estimator.name().equals(Regressions.HEADLINE);
                            rows.add(row(contrast, choice, isHeadline, estimator, sample));
                        }
                    }
                }
            }
        }
        return rows;
    }

    private record Choice(String cutOff, String weighting, String strata, String estimator, String exclusion) {

        String variant() {
            return String.join("+", cutOff, weighting, strata, estimator, exclusion);
        }
    }

    private ComparisonVariant row(
            Contrast contrast, Choice choice, boolean isHeadline, Estimator estimator, CohortSample sample) {
        Result result = kernel.result(contrast, estimator, sample);
        Estimate estimate = result.estimate();
        return new ComparisonVariant(
                contrast.claim(),
                contrast.exposure(),
                contrast.outcome().id(),
                contrast.platform(),
                contrast.exposureEnd(),
                choice.variant(),
                choice.cutOff,
                choice.weighting,
                choice.strata,
                choice.estimator,
                choice.exclusion,
                isHeadline,
                estimate.refusal() == null ? Refusal.SHOWN : Refusal.NOT_ENOUGH_DATA,
                estimate.value(),
                estimate.interval() == null ? null : estimate.interval().low(),
                estimate.interval() == null ? null : estimate.interval().high(),
                kernel.count(result.sizes().high()),
                kernel.count(result.sizes().low()),
                estimator.unit(),
                rule.version());
    }

    private List<Weighting> weightings(Contrast contrast) {
        if (contrast.exposure().equals(DIALOGUE)) {
            return List.of(DIALOGUE_ALONE);
        }
        List<Weighting> weightings = new ArrayList<>(rule.multiverse().weightings());
        SplittableRandom random = new SplittableRandom(Seeds.of(
                contrast.outcome().id(),
                contrast.exposureEnd().toString(),
                contrast.platform(),
                "weights",
                rule.version()));
        for (int i = 1; i <= rule.multiverse().weightDraws(); i++) {
            weightings.add(new Weighting("random_" + i, gamma(random), gamma(random), gamma(random), gamma(random)));
        }
        return weightings;
    }

    /** Gamma of an integer shape: the sum of exponentials. Four of them, divided by their sum, are a Dirichlet draw. */
    private double gamma(SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < rule.multiverse().weightConcentration(); i++) {
            sum -= Math.log(1 - random.nextDouble());
        }
        return sum;
    }

    private record Ranked(ComparedProvider provider, double percentile) {}

    /** Percentile of the weighted index in the stratum; providers without an exposure stay without. */
    private static List<Ranked> ranked(
            List<ComparedProvider> providers, Weighting weighting, Function<ComparedProvider, String> stratumOf) {
        Map<String, List<Ranked>> strata = providers.stream()
                .filter(each -> each.percentile() != null)
                .map(each -> new Ranked(each, index(each.pillars(), weighting)))
                .filter(each -> !Double.isNaN(each.percentile))
                .collect(Collectors.groupingBy(
                        each -> stratumOf.apply(each.provider), TreeMap::new, Collectors.toList()));
        List<Ranked> ranked = new ArrayList<>();
        for (List<Ranked> stratum : strata.values()) {
            double[] percentiles = MidRanks.of(
                            stratum.stream().mapToDouble(Ranked::percentile).toArray())
                    .percentiles();
            for (int i = 0; i < percentiles.length; i++) {
                ranked.add(new Ranked(stratum.get(i).provider, percentiles[i]));
            }
        }
        return ranked;
    }

    /** Weighted mean of the pillars that are known; NaN where none of them counts. */
    private static double index(ComparedProvider.Pillars pillars, Weighting weighting) {
        Double[] values = {pillars.presence(), pillars.cadence(), pillars.dialogue(), pillars.breadth()};
        double[] weights = {weighting.presence(), weighting.cadence(), weighting.dialogue(), weighting.breadth()};
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < weights.length; i++) {
            Double value = values[i];
            if (value != null && weights[i] > 0) {
                sum += weights[i] * value;
                weight += weights[i];
            }
        }
        return sum / weight;
    }

    private static List<ComparedProvider> cohorts(List<Ranked> ranked, double share) {
        return ranked.stream()
                .map(each -> each.provider.in(
                        each.percentile > 1 - share
                                ? ComparedProvider.HIGH
                                : each.percentile < share ? ComparedProvider.LOW : "MIDDLE"))
                .toList();
    }

    private static List<ComparedProvider> withoutInherited(List<ComparedProvider> providers) {
        return providers.stream().filter(each -> !each.isInherited()).toList();
    }

    /** The system with most providers in the contrast; of equals the first by name. */
    private static List<ComparedProvider> withoutLargestSystem(List<ComparedProvider> providers) {
        Map<String, Long> systems = providers.stream()
                .filter(ComparedProvider::isInContrast)
                .collect(Collectors.groupingBy(ComparedProvider::cluster, TreeMap::new, Collectors.counting()));
        String largest = systems.entrySet().stream()
                .min(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
        return providers.stream()
                .filter(each -> !each.cluster().equals(largest))
                .toList();
    }

    private static <T> T chosen(Map<String, T> choices, String name, String what) {
        T choice = choices.get(name);
        if (choice == null) {
            throw new IllegalArgumentException("Cannot repeat the headline with the " + what + " '" + name
                    + "': use one of " + choices.keySet().stream().sorted().toList());
        }
        return choice;
    }
}
