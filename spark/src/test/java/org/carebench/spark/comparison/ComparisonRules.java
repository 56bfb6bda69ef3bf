package org.carebench.spark.comparison;

import java.util.List;
import org.carebench.contract.lake.ComparisonRule;
import org.carebench.contract.lake.ComparisonRule.Claim;
import org.carebench.contract.lake.ComparisonRule.CutOff;
import org.carebench.contract.lake.ComparisonRule.Kind;
import org.carebench.contract.lake.ComparisonRule.Minimums;
import org.carebench.contract.lake.ComparisonRule.Multiverse;
import org.carebench.contract.lake.ComparisonRule.Outcome;
import org.carebench.contract.lake.ComparisonRule.Primary;
import org.carebench.contract.lake.ComparisonRule.Source;
import org.carebench.contract.lake.ComparisonRule.Weighting;

/** A rule as config/comparison.yaml states it, with fewer resamples. */
public final class ComparisonRules {

    public static final Outcome RATE = new Outcome(
            "er_follower_7d",
            Source.METRIC,
            "engagement",
            Kind.RATIO,
            List.of("facebook"),
            0,
            1.15,
            true,
            "interactions per post and follower",
            "times");

    public static final Outcome RECOMMEND = new Outcome(
            "hcahps_recommend_top",
            Source.MEASURE,
            "recommendation",
            Kind.DIFFERENCE,
            List.of("all"),
            100,
            2,
            false,
            "share of patients who would definitely recommend the provider",
            "points");

    public static final Outcome CATEGORY = new Outcome(
            "recommended_category",
            Source.CATEGORY,
            "recommendation",
            Kind.BINARY,
            List.of("all"),
            0,
            5,
            false,
            "share of providers in the recommended category",
            "points");

    private ComparisonRules() {}

    public static ComparisonRule standard() {
        return new ComparisonRule(
                List.of("integration", "dialogue"),
                List.of("bed_band", "region"),
                "followers",
                List.of(
                        new Claim(
                                "C1",
                                "engagement",
                                List.of("integration"),
                                new Primary("integration", "er_follower_7d", "facebook")),
                        new Claim(
                                "C2",
                                "recommendation",
                                List.of("dialogue", "integration"),
                                new Primary("dialogue", "hcahps_recommend_top", "all"))),
                List.of(RATE, RECOMMEND, CATEGORY),
                new Minimums(20, 10, 10, 40, 15, 0.25),
                new Multiverse(
                        List.of(new CutOff("tertile", 1.0 / 3), new CutOff("quartile", 0.25)),
                        List.of(new Weighting("equal", 1, 1, 1, 1), new Weighting("without_presence", 0, 1, 1, 1)),
                        2,
                        4,
                        List.of("with_teaching", "without_teaching"),
                        List.of("adjusted_ols", "overlap_weights", "rank_ols", "brunner_munzel"),
                        List.of("nobody", "inherited_only", "largest_system")),
                50,
                "1");
    }
}
