package org.carebench.spark.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carebench.contract.lake.ComparisonRule;
import org.carebench.contract.lake.ComparisonRule.Outcome;
import org.carebench.contract.mart.CohortBalance;
import org.carebench.contract.mart.CohortComparison;
import org.carebench.spark.comparison.ComparedProvider.Traits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContrastKernelTest {

    private static final ComparisonRule RULE = ComparisonRules.standard();

    private final ContrastKernel kernel = new ContrastKernel(RULE, 11);
    private final Contrast recommend = contrast(ComparisonRules.RECOMMEND, "dialogue", null);
    private final Contrast rate = contrast(ComparisonRules.RATE, "integration", null);

    @Test
    void findsTheTrueDifferenceWhereTheRawOneMisleads() {
        Map<String, CohortComparison> rows =
                national(kernel.compare(recommend, World.of(3).make()));

        CohortComparison adjusted = rows.get("adjusted_ols_cr1");
        assertThat(adjusted.estimate()).isCloseTo(3, within(1.0));
        assertThat(adjusted.ciLow()).isLessThan(3);
        assertThat(adjusted.ciHigh()).isGreaterThan(3);
        assertThat(rows.get("overlap_weights").estimate()).isCloseTo(adjusted.estimate(), within(0.3));
        assertThat(rows.get("aipw").estimate()).isCloseTo(3, within(1.2));
        assertThat(rows.get("state_ols_cr1").estimate()).isCloseTo(3, within(1.2));
        // Larger providers are integrated more and recommended less.
        assertThat(rows.get("welch").estimate()).isLessThan(adjusted.ciLow());
        assertThat(rows.get("hodges_lehmann").estimate()).isLessThan(adjusted.ciLow());
    }

    @Test
    void isExactWithoutNoise() {
        CohortComparison found =
                kernel.headline(recommend, withNoise(World.of(2.5).quiet().make(), 1e-3));

        assertThat(found.estimate()).isCloseTo(2.5, within(1e-3));
        assertThat(found.high() - found.low()).isCloseTo(found.estimate(), within(1e-9));
        assertThat(found.verdict()).isEqualTo("BEYOND");
    }

    @Test
    void comparesSkewedOutcomesByARatio() {
        // A difference of 1 on the scale of the world is one of 0.2 in logarithms.
        CohortComparison found = kernel.headline(rate, World.of(2).ratio(0).make());

        assertThat(found.unit()).isEqualTo("ratio");
        assertThat(found.estimate()).isCloseTo(Math.exp(0.4), within(0.1));
        assertThat(found.high() / found.low()).isCloseTo(found.estimate(), within(1e-9));
        assertThat(found.detectableDifference()).isGreaterThan(1);
        assertThat(found.adjustedFor()).endsWith("ln_followers");
    }

    @Test
    void comparesManyZerosInTwoParts() {
        List<ComparedProvider> providers = World.of(2).ratio(0.4).make();
        List<ComparedProvider> high =
                providers.stream().filter(ComparedProvider::isHigh).toList();
        double positive = high.stream().filter(each -> each.outcome() > 0).count();

        Map<String, CohortComparison> rows = national(kernel.compare(rate, providers));

        CohortComparison ratio = rows.get("adjusted_ols_cr1");
        CohortComparison share = rows.get("adjusted_positive_share_cr1");
        assertThat(ratio.estimate()).isCloseTo(Math.exp(0.4), within(0.15));
        assertThat(ratio.nHigh() + ratio.nLow()).isLessThan(share.nHigh() + share.nLow());
        assertThat(share.unit()).isEqualTo("pct");
        assertThat(share.ciLow()).isLessThan(0);
        assertThat(rows.get("positive_share").high()).isCloseTo(100 * positive / high.size(), within(1e-9));
    }

    @Test
    void comparesCategoriesByShares() {
        List<ComparedProvider> providers = World.of(8).make().stream()
                .map(each -> World.with(each, each.outcome() > 72 ? 100.0 : 0.0))
                .toList();

        Map<String, CohortComparison> rows =
                national(kernel.compare(contrast(ComparisonRules.CATEGORY, "dialogue", null), providers));

        assertThat(rows)
                .containsOnlyKeys(
                        "share_difference",
                        "welch",
                        "mantel_haenszel",
                        "adjusted_ols_cr1",
                        "state_ols_cr1",
                        "overlap_weights",
                        "aipw");
        assertThat(rows.get("share_difference").estimate())
                .isCloseTo(rows.get("welch").estimate(), within(1e-9));
        assertThat(rows.get("mantel_haenszel").estimate()).isGreaterThan(1);
        assertThat(rows.get("adjusted_ols_cr1").estimate()).isGreaterThan(20);
    }

    @Test
    void givesTheSameNumbersInAnyOrderOfProviders() {
        List<ComparedProvider> providers = World.of(1).make();

        List<CohortComparison> rows = kernel.compare(recommend, providers);

        assertThat(kernel.compare(recommend, World.shuffled(providers, 5))).isEqualTo(rows);
        assertThat(kernel.balance(recommend, World.shuffled(providers, 5)))
                .isEqualTo(kernel.balance(recommend, providers));
    }

    @Test
    void seesNobodyButTheTwoCohorts() {
        List<ComparedProvider> providers = World.of(1).make();
        List<ComparedProvider> contrasted = providers.stream()
                .filter(each -> !each.cohort().equals("MIDDLE"))
                .toList();

        assertThat(kernel.headline(recommend, contrasted)).isEqualTo(kernel.headline(recommend, providers));
    }

    @Test
    void leavesProvidersOutOfWhichSomethingIsNotKnownAndCountsThem() {
        List<ComparedProvider> providers = new ArrayList<>(World.of(1).make());
        List<Integer> contrasted = IntStream.range(0, providers.size())
                .filter(i -> providers.get(i).isInContrast())
                .boxed()
                .toList();
        for (int i : contrasted.subList(0, 15)) {
            providers.set(i, World.with(providers.get(i), (Double) null));
        }
        for (int i : contrasted.subList(15, 30)) {
            Traits known = providers.get(i).traits();
            providers.set(
                    i,
                    World.with(
                            providers.get(i),
                            new Traits(
                                    known.beds(),
                                    known.ownershipGroup(),
                                    null,
                                    known.isRural(),
                                    known.region(),
                                    known.state(),
                                    known.lnFollowers())));
        }

        CohortComparison found = kernel.headline(recommend, providers);

        assertThat(found.nExcluded()).isEqualTo(30);
        assertThat(found.nHigh() + found.nLow()).isEqualTo(contrasted.size() - 30);
    }

    @Test
    void showsNothingOfAnEmptyCohort() {
        List<ComparedProvider> providers =
                World.of(1).make().stream().filter(each -> !each.isHigh()).toList();

        List<CohortComparison> rows = kernel.compare(recommend, providers);

        assertThat(rows).isNotEmpty().allSatisfy(row -> isWithoutNumbers(row, "NOT_ENOUGH_DATA"));
        assertThat(national(rows).get("adjusted_ols_cr1").nHigh()).isZero();
        assertThat(national(rows).get("adjusted_ols_cr1").finding())
                .isEqualTo("Not shown: fewer than 20 providers in a cohort.");
    }

    @Test
    void showsNothingWhereThereIsNobody() {
        assertThat(kernel.compare(recommend, List.of()))
                .isNotEmpty()
                .allSatisfy(row -> isWithoutNumbers(row, "NOT_ENOUGH_DATA"));
        assertThat(kernel.balance(recommend, List.of())).isEmpty();
    }

    @Test
    void hidesEvenTheNumberOfFewProviders() {
        List<CohortComparison> rows = kernel.compare(recommend, cohorts(10, 200));

        assertThat(national(rows)).isNotEmpty();
        assertThat(national(rows).values()).allSatisfy(row -> {
            isWithoutNumbers(row, "SUPPRESSED");
            assertThat(row.nHigh()).isNull();
            assertThat(row.systemsHigh()).isNull();
            assertThat(row.nLow()).isEqualTo(200);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 19})
    void showsNoTestOfACohortBelowTwenty(int size) {
        List<CohortComparison> rows = kernel.compare(recommend, cohorts(size, size));

        assertThat(rows).isNotEmpty().allSatisfy(row -> isWithoutNumbers(row, row.state()));
        assertThat(national(rows).values())
                .extracting(CohortComparison::reason)
                .containsOnly("fewer than 20 providers in a cohort");
    }

    @Test
    void describesTwentyProvidersButDoesNotAdjustThem() {
        Map<String, CohortComparison> rows = national(kernel.compare(recommend, cohorts(20, 20)));

        assertThat(rows.get("hodges_lehmann").estimate()).isNotNull();
        isWithoutNumbers(rows.get("adjusted_ols_cr1"), "NOT_ENOUGH_DATA");
        assertThat(rows.get("adjusted_ols_cr1").reason()).isEqualTo("fewer than 10 providers per coefficient");
    }

    @Test
    void showsNothingOfOneSystem() {
        List<ComparedProvider> providers = inSystems(World.of(1).make(), each -> "only");

        assertThat(national(kernel.compare(recommend, providers)).values())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.reason()).isEqualTo("fewer than 10 health systems in a cohort"));
    }

    @Test
    void showsNothingThatOneSystemDominates() {
        List<ComparedProvider> all = World.of(1).make();
        List<ComparedProvider> providers =
                inSystems(all, each -> all.indexOf(each) % 3 == 0 ? "giant" : each.organizationId());

        assertThat(national(kernel.compare(recommend, providers)).values())
                .isNotEmpty()
                .allSatisfy(row -> {
                    isWithoutNumbers(row, "SUPPRESSED");
                    assertThat(row.reason()).isEqualTo("one health system supplies more than 25 % of a cohort");
                });
    }

    @Test
    void saysThatFewSystemsAskForAnotherStandardError() {
        List<ComparedProvider> all = World.of(1).make();
        List<ComparedProvider> providers = inSystems(all, each -> "system-" + all.indexOf(each) % 30);

        Map<String, CohortComparison> rows = national(kernel.compare(recommend, providers));

        assertThat(rows).containsKey("adjusted_ols_cr2").doesNotContainKey("adjusted_ols_cr1");
        assertThat(rows.get("adjusted_ols_cr2").state()).isEqualTo("SHOWN");
        isWithoutNumbers(rows.get("overlap_weights"), "NOT_ENOUGH_DATA");
    }

    @Test
    void fitsNoRegressionToFewerThanFifteenSystems() {
        List<ComparedProvider> all = World.of(1).make();
        List<ComparedProvider> providers = inSystems(all, each -> "system-" + all.indexOf(each) % 14);

        Map<String, CohortComparison> rows = national(kernel.compare(recommend, providers));

        isWithoutNumbers(rows.get("adjusted_ols_cr1"), "NOT_ENOUGH_DATA");
        assertThat(rows.get("adjusted_ols_cr1").reason()).isEqualTo("fewer than 15 health systems");
        assertThat(rows.get("hodges_lehmann").state()).isEqualTo("SHOWN");
    }

    @Test
    void doesNotComputeADifferenceOfConstants() {
        List<ComparedProvider> providers =
                World.of(1).make().stream().map(each -> World.with(each, 70.0)).toList();

        Map<String, CohortComparison> rows = national(kernel.compare(recommend, providers));

        isWithoutNumbers(rows.get("adjusted_ols_cr1"), "NOT_COMPUTABLE");
        assertThat(rows.get("adjusted_ols_cr1").reason()).isEqualTo("the outcome does not vary");
        assertThat(rows.get("brunner_munzel").pValue()).isEqualTo(1);
        assertThat(rows.get("mann_whitney").pValue()).isEqualTo(1);
        assertThat(rows.get("hodges_lehmann").estimate()).isZero();
    }

    @Test
    void doesNotAdjustCohortsThatACovariateTellsApart() {
        List<ComparedProvider> providers = World.of(1).make().stream()
                .map(each -> World.with(
                        each,
                        new Traits(
                                each.traits().beds(),
                                each.traits().ownershipGroup(),
                                each.traits().isTeaching(),
                                each.isHigh(),
                                each.traits().region(),
                                each.traits().state(),
                                each.traits().lnFollowers())))
                .toList();

        Map<String, CohortComparison> rows = national(kernel.compare(recommend, providers));

        isWithoutNumbers(rows.get("adjusted_ols_cr1"), "NOT_COMPUTABLE");
        assertThat(rows.get("adjusted_ols_cr1").reason()).isEqualTo("the covariates tell the cohorts apart");
    }

    @Test
    void survivesSeparatedOutcomes() {
        List<ComparedProvider> providers = World.of(1).make().stream()
                .map(each -> World.with(each, each.outcome() + (each.isHigh() ? 1000 : 0)))
                .toList();

        Map<String, CohortComparison> rows = national(kernel.compare(recommend, providers));

        assertThat(rows.get("brunner_munzel").estimate()).isEqualTo(1);
        assertThat(rows.get("brunner_munzel").ciLow()).isNull();
        assertThat(rows.get("cliff_delta").estimate()).isEqualTo(1);
        assertThat(rows.get("adjusted_ols_cr1").estimate()).isCloseTo(1001, within(2.0));
    }

    @Test
    void onlyDescribesWhatDoesNotFollowTheExposure() {
        String reason = "no exposure before the outcome period";

        Map<String, CohortComparison> rows = national(kernel.compare(
                contrast(ComparisonRules.RECOMMEND, "dialogue", reason),
                World.of(1).make()));

        assertThat(rows.values()).allSatisfy(row -> {
            if (row.layer().equals("DESCRIPTION")) {
                assertThat(row.estimate()).isNotNull();
                assertThat(row.pValue()).isNull();
            } else {
                isWithoutNumbers(row, "NOT_ENOUGH_DATA");
                assertThat(row.reason()).isEqualTo(reason);
            }
        });
        assertThat(rows.get("adjusted_ols_cr1").finding()).isEqualTo("Not shown: " + reason + ".");
    }

    @Test
    void marksOneHeadlinePerGroupAndOnePrimaryTest() {
        List<CohortComparison> rows = kernel.compare(recommend, World.of(1).make());

        assertThat(rows.stream().filter(CohortComparison::isPrimary))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.estimator()).isEqualTo("adjusted_ols_cr1");
                    assertThat(row.peerDimension()).isEqualTo("national");
                    assertThat(row.claim()).isEqualTo("C2");
                });
        assertThat(rows.stream()
                        .filter(CohortComparison::isHeadline)
                        .collect(Collectors.groupingBy(
                                row -> row.peerDimension() + "/" + row.peerGroup(), Collectors.counting()))
                        .values())
                .hasSize(7)
                .containsOnly(1L);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.verdict() == null).isEqualTo(!row.isHeadline());
            assertThat(row.finding() == null).isEqualTo(!row.isHeadline());
        });
    }

    @Test
    void knowsTheClaimOfAContrast() {
        assertThat(recommend.claim()).isEqualTo("C2");
        assertThat(recommend.isPrimary()).isTrue();
        assertThat(contrast(ComparisonRules.RECOMMEND, "integration", null).claim())
                .isEqualTo("C2");
        assertThat(contrast(ComparisonRules.RECOMMEND, "integration", null).isPrimary())
                .isFalse();
        assertThat(rate.isPrimary()).isTrue();
        assertThat(contrast(ComparisonRules.RATE, "dialogue", null).claim()).isEqualTo("OTHER");
    }

    @Test
    void showsNoLevelsOfPeerGroups() {
        assertThat(kernel.compare(recommend, World.of(1).make()))
                .filteredOn(row -> !row.peerDimension().equals("national"))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.high()).isNull();
                    assertThat(row.low()).isNull();
                });
    }

    @Test
    void balancesEveryCovariateExactly() {
        List<CohortBalance> balance = kernel.balance(recommend, World.of(1).make());

        assertThat(balance)
                .extracting(CohortBalance::covariate)
                .startsWith("ln_beds", "ln_beds_squared", "for_profit", "government", "teaching", "rural")
                .hasSize(9);
        assertThat(balance).allSatisfy(row -> assertThat(row.smdWeighted()).isCloseTo(0, within(1e-8)));
        assertThat(balance.get(0).smdRaw()).isGreaterThan(0.3);
        assertThat(balance.get(0).meanHigh()).isGreaterThan(balance.get(0).meanLow());
    }

    @Test
    void drawsTheSameSystemsAgain() {
        List<ComparedProvider> providers = World.of(1).make();
        CohortComparison first = national(kernel.compare(recommend, providers)).get("hodges_lehmann_cluster_bca");

        assertThat(national(kernel.compare(recommend, providers)).get("hodges_lehmann_cluster_bca"))
                .isEqualTo(first);
        assertThat(first.ciLow()).isLessThan(first.estimate());
        assertThat(first.ciHigh()).isGreaterThan(first.estimate());
        assertThat(national(kernel.compare(contrast(ComparisonRules.RECOMMEND, "integration", null), providers)))
                .doesNotContainKey("hodges_lehmann_cluster_bca");
    }

    @Test
    void refusesAProviderThatComesTwice() {
        List<ComparedProvider> providers = new ArrayList<>(World.of(1).make());
        providers.addAll(List.copyOf(providers));

        assertThatThrownBy(() -> kernel.compare(recommend, providers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot compare providers by hcahps_recommend_top: test:0")
                .hasMessageEndingWith("comes twice; read only one source of it");
    }

    @Test
    void refusesTheRatioOfANegativeOutcome() {
        List<ComparedProvider> providers =
                World.of(1).make().stream().map(each -> World.with(each, -1.0)).toList();

        assertThatThrownBy(() -> kernel.compare(rate, providers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot compare providers by the ratio of er_follower_7d: test:0")
                .hasMessageEndingWith("has -1.0; define it as a difference");
    }

    static Contrast contrast(Outcome outcome, String exposure, String onlyDescribed) {
        return Contrast.of(
                RULE,
                exposure,
                outcome,
                outcome.platforms().get(0),
                LocalDate.of(2025, 3, 30),
                LocalDate.of(2025, 3, 31),
                LocalDate.of(2025, 6, 29),
                "top_box_pct",
                onlyDescribed);
    }

    static Map<String, CohortComparison> national(List<CohortComparison> rows) {
        return rows.stream()
                .filter(row -> row.peerDimension().equals("national"))
                .collect(Collectors.toMap(CohortComparison::estimator, Function.identity()));
    }

    static void isWithoutNumbers(CohortComparison row, String state) {
        assertThat(row.state()).isEqualTo(state).isNotEqualTo("SHOWN");
        assertThat(row.reason()).isNotBlank();
        assertThat(new Object[] {
                    row.estimate(),
                    row.ciLow(),
                    row.ciHigh(),
                    row.standardError(),
                    row.pValue(),
                    row.qValue(),
                    row.high(),
                    row.low(),
                    row.detectableDifference(),
                    row.eValue(),
                    row.eValueLimit()
                })
                .containsOnlyNulls();
    }

    private static List<ComparedProvider> cohorts(int high, int low) {
        List<ComparedProvider> all = World.of(1).sized(2000, 300).make();
        List<ComparedProvider> chosen = new ArrayList<>();
        all.stream().filter(ComparedProvider::isHigh).limit(high).forEach(chosen::add);
        all.stream().filter(each -> each.cohort().equals("LOW")).limit(low).forEach(chosen::add);
        return inSystems(chosen, ComparedProvider::organizationId);
    }

    private static List<ComparedProvider> inSystems(
            List<ComparedProvider> providers, Function<ComparedProvider, String> system) {
        UnaryOperator<ComparedProvider> moved = each -> World.inSystem(each, system.apply(each));
        return providers.stream().map(moved).toList();
    }

    private static List<ComparedProvider> withNoise(List<ComparedProvider> providers, double size) {
        return IntStream.range(0, providers.size())
                .mapToObj(i -> World.with(providers.get(i), providers.get(i).outcome() + size * (i % 7 - 3)))
                .toList();
    }
}
