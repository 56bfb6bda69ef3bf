package org.carebench.spark.comparison;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carebench.contract.lake.ComparisonRule.Kind;
import org.carebench.spark.comparison.Estimator.Layer;
import org.carebench.spark.statistics.MantelHaenszel;
import org.carebench.spark.statistics.TwoByTwo;
import org.carebench.spark.statistics.VanElteren;

/**
 * Tests within peer strata of one ownership, pooled. They know no systems and no regions, so they describe: the
 * regression decides.
 */
final class StratifiedTests {

    private static final String ADJUSTED_FOR = "peer_stratum x ownership_group";

    private StratifiedTests() {}

    static Estimator of(Kind kind) {
        return kind == Kind.BINARY
                ? Estimator.of("mantel_haenszel", Layer.STRATIFIED, "odds_ratio", StratifiedTests::mantelHaenszel)
                : Estimator.of("van_elteren", Layer.STRATIFIED, "none", StratifiedTests::vanElteren);
    }

    private static Estimate vanElteren(CohortSample sample) {
        VanElteren test = VanElteren.of(strata(sample).stream()
                .map(stratum -> new VanElteren.Stratum(values(stratum, true), values(stratum, false)))
                .toList());
        return test.pValue() == null
                ? withoutStratum()
                : Estimate.of(null, null, test.pValue()).withAdjustment(ADJUSTED_FOR);
    }

    private static Estimate mantelHaenszel(CohortSample sample) {
        MantelHaenszel test = MantelHaenszel.of(
                strata(sample).stream().map(StratifiedTests::table).toList());
        return test.pValue() == null
                ? withoutStratum()
                : Estimate.of(test.oddsRatio(), test.oddsRatioInterval(), test.pValue())
                        .withAdjustment(ADJUSTED_FOR);
    }

    private static Estimate withoutStratum() {
        return Estimate.refused(Refusal.notComputable("no peer stratum holds both cohorts"));
    }

    private static Collection<List<ComparedProvider>> strata(CohortSample sample) {
        Function<ComparedProvider, String> stratum =
                provider -> provider.stratum() + " x " + provider.traits().ownershipGroup();
        return sample.providers().stream()
                .collect(Collectors.groupingBy(stratum, TreeMap::new, Collectors.toList()))
                .values();
    }

    private static TwoByTwo table(List<ComparedProvider> stratum) {
        double[] high = values(stratum, true);
        double[] low = values(stratum, false);
        long highWith = Shares.positive(high);
        long lowWith = Shares.positive(low);
        return new TwoByTwo(highWith, high.length - highWith, lowWith, low.length - lowWith);
    }

    private static double[] values(List<ComparedProvider> stratum, boolean ofHigh) {
        return stratum.stream()
                .filter(provider -> provider.isHigh() == ofHigh)
                .mapToDouble(ComparedProvider::knownOutcome)
                .toArray();
    }
}
