package org.carebench.spark.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carebench.contract.lake.ComparisonRule;
import org.carebench.contract.lake.ComparisonRule.Multiverse;
import org.carebench.contract.mart.CohortComparison;
import org.carebench.contract.mart.ComparisonVariant;
import org.junit.jupiter.api.Test;

class VariantsTest {

    private static final ComparisonRule RULE = ComparisonRules.standard();

    private final Variants variants = new Variants(RULE, 11);
    private final Contrast recommend = ContrastKernelTest.contrast(ComparisonRules.RECOMMEND, "dialogue", null);
    private final Contrast rate = ContrastKernelTest.contrast(ComparisonRules.RATE, "integration", null);

    @Test
    void repeatsAPrimaryTestUnderEveryCombination() {
        List<ComparisonVariant> rows = variants.of(rate, World.of(2).ratio(0).make());

        // Cut-offs, weights (two, two random), strata, estimators, exclusions.
        assertThat(rows).hasSize(2 * 4 * 2 * 4 * 3);
        assertThat(rows).extracting(ComparisonVariant::variant).doesNotHaveDuplicates();
        assertThat(rows)
                .extracting(ComparisonVariant::weighting)
                .contains("equal", "without_presence", "random_1", "random_2");
    }

    @Test
    void holdsTheHeadlineOnceAndWithItsNumbers() {
        List<ComparedProvider> providers = World.of(2).make();
        CohortComparison headline = new ContrastKernel(RULE, 11).headline(recommend, providers);

        assertThat(variants.of(recommend, providers))
                .filteredOn(ComparisonVariant::isHeadline)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.variant()).isEqualTo("quartile+dialogue_alone+with_teaching+adjusted_ols+nobody");
                    assertThat(row.estimate()).isEqualTo(headline.estimate());
                    assertThat(row.ciLow()).isEqualTo(headline.ciLow());
                    assertThat(row.ciHigh()).isEqualTo(headline.ciHigh());
                    assertThat(row.nHigh()).isEqualTo(headline.nHigh());
                });
    }

    @Test
    void takesLargerCohortsWithALargerShare() {
        Map<String, ComparisonVariant> rows =
                byName(variants.of(recommend, World.of(2).make()));

        ComparisonVariant tertile = rows.get("tertile+dialogue_alone+without_teaching+adjusted_ols+nobody");
        ComparisonVariant quartile = rows.get("quartile+dialogue_alone+without_teaching+adjusted_ols+nobody");
        assertThat(tertile.nHigh()).isCloseTo(200, within(2L));
        assertThat(quartile.nHigh()).isCloseTo(150, within(2L));
        assertThat(quartile.nLow()).isCloseTo(150, within(2L));
    }

    @Test
    void leavesOutWhomItSays() {
        List<ComparedProvider> providers = World.of(2).make().stream()
                .map(each -> each.organizationId().endsWith("7") ? World.inSystem(each, "a giant") : each)
                .toList();
        long giant = providers.stream()
                .filter(ComparedProvider::isInContrast)
                .filter(each -> each.cluster().equals("a giant"))
                .count();
        long inherited = providers.stream()
                .filter(ComparedProvider::isInContrast)
                .filter(ComparedProvider::isInherited)
                .count();

        Map<String, ComparisonVariant> rows = byName(variants.of(recommend, providers));

        String base = "quartile+dialogue_alone+with_teaching+adjusted_ols+";
        long all = size(rows.get(base + "nobody"));
        assertThat(size(rows.get(base + "largest_system"))).isEqualTo(all - giant);
        assertThat(size(rows.get(base + "inherited_only"))).isEqualTo(all - inherited);
    }

    @Test
    void repeatsNothingThatIsNotPrimary() {
        Contrast other = ContrastKernelTest.contrast(ComparisonRules.RECOMMEND, "integration", null);

        assertThat(variants.of(other, World.of(2).make())).isEmpty();
    }

    @Test
    void showsNoNumbersOfFewProviders() {
        assertThat(variants.of(recommend, World.of(2).make().subList(0, 40)))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.state()).isEqualTo("NOT_ENOUGH_DATA");
                    assertThat(row.estimate()).isNull();
                    assertThat(row.ciLow()).isNull();
                });
    }

    @Test
    void doesNotDependOnTheOrderOfProviders() {
        List<ComparedProvider> providers = World.of(2).ratio(0.1).make();

        assertThat(variants.of(rate, World.shuffled(providers, 9))).isEqualTo(variants.of(rate, providers));
    }

    @Test
    void refusesChoicesThatItDoesNotKnow() {
        assertThatThrownBy(() -> new Variants(with(List.of("nobody"), List.of("guess")), 11)
                        .of(recommend, World.of(2).make()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot estimate by 'guess': use one of [hodges_lehmann, ");
        assertThatThrownBy(() -> new Variants(with(List.of("everybody"), List.of("adjusted_ols")), 11)
                        .of(recommend, World.of(2).make()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot repeat the headline with the exclusion 'everybody': use one of"
                        + " [inherited_only, largest_system, nobody]");
    }

    private static ComparisonRule with(List<String> exclusions, List<String> estimators) {
        Multiverse known = RULE.multiverse();
        return new ComparisonRule(
                RULE.exposures(),
                RULE.peerDimensions(),
                RULE.audienceMetric(),
                RULE.claims(),
                RULE.outcomes(),
                RULE.minimums(),
                new Multiverse(
                        known.cutOffs(),
                        known.weightings(),
                        known.weightDraws(),
                        known.weightConcentration(),
                        known.strata(),
                        estimators,
                        exclusions),
                RULE.bootstrapReplicates(),
                RULE.version());
    }

    private static long size(ComparisonVariant row) {
        return row.nHigh() + row.nLow();
    }

    private static Map<String, ComparisonVariant> byName(List<ComparisonVariant> rows) {
        return rows.stream().collect(Collectors.toMap(ComparisonVariant::variant, Function.identity()));
    }
}
