package org.carebench.spark.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.carebench.contract.lake.IndexBaseline;
import org.carebench.contract.lake.IndexRule;
import org.carebench.contract.mart.CohortMembership;
import org.carebench.contract.mart.IndexComponent;
import org.carebench.contract.mart.IntegrationIndex;
import org.carebench.contract.mart.MetricState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexComputationTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final List<String> COMPONENTS = List.of(
            "channel_breadth",
            "profile_completeness",
            "posting_rate",
            "continuity",
            "response_rate",
            "response_speed",
            "topic_breadth",
            "audience_breadth");
    private static final StratumTraits TRAITS = new StratumTraits("1-49", true, false);

    private final Map<String, Map<LocalDate, ProviderPeriod>> providers = new LinkedHashMap<>();

    @Test
    void ranksAComponentAmongItsPeers() {
        add("a", 0, Map.of("posting_rate", 1.0));
        add("b", 0, Map.of("posting_rate", 4.0));
        add("c", 0, Map.of("posting_rate", 4.0));
        add("d", 0, Map.of("posting_rate", 9.0));

        IndexTables tables = compute();

        assertThat(tables.components())
                .extracting(IndexComponent::midPercentile)
                .containsExactly(0.125, 0.5, 0.5, 0.875);
        assertThat(tables.components()).extracting(IndexComponent::peers).containsOnly(4L);
        assertThat(tables.components())
                .extracting(IndexComponent::isWithoutVariance)
                .containsOnly(false);
        assertThat(tables.components()).extracting(IndexComponent::pillar).containsOnly("cadence");
    }

    @Test
    void turnsAReversedComponentRound() {
        add("fast", 0, Map.of("response_speed", 2.0));
        add("slow", 0, Map.of("response_speed", 40.0));

        assertThat(compute().components())
                .extracting(IndexComponent::value, IndexComponent::midPercentile)
                .containsExactly(tuple(-2.0, 0.75), tuple(-40.0, 0.25));
    }

    @Test
    void saysWhereAllPeersAreEqual() {
        add("a", 0, Map.of("continuity", 0.0));
        add("b", 0, Map.of("continuity", -0.0));
        add("c", 0, Map.of("continuity", 0.0));

        assertThat(compute().components()).allSatisfy(row -> {
            assertThat(row.midPercentile()).isEqualTo(0.5);
            assertThat(row.isWithoutVariance()).isTrue();
            assertThat(row.value()).isEqualTo(0.0);
        });
    }

    @Test
    void averagesComponentsToPillarsAndPillarsToTheIndex() {
        double[] low = {1, 1, 1, 1, 1, 9, 1, 1};
        add("a", 0, all(low));
        Map<String, Double> b = new HashMap<>(all(2, 2, 2, 2, 2, 5, 2, 2));
        b.remove("audience_breadth");
        add("b", 0, b);

        IntegrationIndex a = index(compute(), "a", 0);
        IntegrationIndex ofB = index(compute(), "b", 0);

        assertThat(a.presence()).isEqualTo(0.25);
        assertThat(a.cadence()).isEqualTo(0.25);
        assertThat(a.dialogue()).isEqualTo(0.25);
        assertThat(a.breadth()).isEqualTo((0.25 + 0.5) / 2);
        assertThat(a.indexRelative()).isEqualTo(100 * (0.75 + 0.375) / 4);
        assertThat(ofB.breadth()).isEqualTo(0.75);
        assertThat(ofB.indexRelative()).isEqualTo(75);
        assertThat(ofB.state()).isEqualTo("COMPUTED");
    }

    @Test
    void leavesTheWeightOfAMissingPillarToTheOthers() {
        for (int i = 0; i < 4; i++) {
            Map<String, Double> values = new HashMap<>(all(i, i, -i, -i, i, -i, i, i));
            values.remove("topic_breadth");
            values.remove("audience_breadth");
            add("p" + i, 0, values);
        }

        IntegrationIndex highest = index(compute(), "p3", 0);

        assertThat(highest.pillars()).isEqualTo(3);
        assertThat(highest.breadth()).isNull();
        assertThat(highest.indexRelative()).isCloseTo(100 * (0.875 + 0.125 + 0.875) / 3, within(1e-9));
    }

    @Test
    void hasNoIndexWithoutDialogue() {
        Map<String, Double> values = new HashMap<>(all(1, 1, 1, 1, 1, 1, 1, 1));
        values.remove("response_rate");
        values.remove("response_speed");
        add("a", 0, values);

        assertThat(index(compute(), "a", 0).pillars()).isEqualTo(3);
        assertThat(index(compute(), "a", 0).state()).isEqualTo("INSUFFICIENT");
        assertThat(index(compute(), "a", 0).indexRelative()).isNull();
    }

    @Test
    void hasNoIndexWithTwoPillars() {
        add("a", 0, Map.of("response_rate", 1.0, "posting_rate", 1.0));

        assertThat(index(compute(), "a", 0).state()).isEqualTo("INSUFFICIENT");
        assertThat(cohort(compute(), "a", Exposure.INTEGRATION, 0)).isEqualTo("INSUFFICIENT");
    }

    @Test
    void aFailedCollectorMakesThePeriodUnknownAndTheProviderNoPeer() {
        add("a", 0, all(1, 1, 1, 1, 1, 1, 1, 1));
        Map<String, ComponentValue> failed = known(all(2, 2, 2, 2, 2, 2, 2, 2));
        failed.put("posting_rate", ComponentValue.missing(MetricState.COLLECTOR_FAILED));
        add("b", 0, new ProviderPeriod(AccountEvidence.VERIFIED, false, failed));

        IndexTables tables = compute();

        assertThat(index(tables, "b", 0).state()).isEqualTo("UNKNOWN");
        assertThat(index(tables, "b", 0).presence()).isNull();
        assertThat(index(tables, "a", 0).presence()).isEqualTo(0.5);
        assertThat(tables.components()).extracting(IndexComponent::peers).containsOnly(1L);
        assertThat(cohort(tables, "b", Exposure.DIALOGUE, 0)).isEqualTo("UNKNOWN");
    }

    @Test
    void providersWithoutAccountAreNoPeers() {
        add("a", 0, all(1, 1, 1, 1, 1, 1, 1, 1));
        add("b", 0, all(2, 2, 2, 2, 2, 2, 2, 2));
        add(
                "none",
                0,
                new ProviderPeriod(AccountEvidence.NONE, false, Map.of("channel_breadth", ComponentValue.known(0))));
        add("perhaps", 0, new ProviderPeriod(AccountEvidence.CANDIDATE, false, known(all(3, 3, 3, 3, 3, 3, 3, 3))));

        IndexTables tables = compute();

        assertThat(index(tables, "none", 0).state()).isEqualTo("NO_PRESENCE");
        assertThat(index(tables, "perhaps", 0).state()).isEqualTo("UNKNOWN");
        assertThat(index(tables, "b", 0).presence()).isEqualTo(0.75);
        assertThat(cohort(tables, "none", Exposure.INTEGRATION, 0)).isEqualTo("NO_PRESENCE");
    }

    @ParameterizedTest
    @EnumSource(
            value = MetricState.class,
            names = {"KNOWN", "COLLECTOR_FAILED"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatCannotBeCollectedIsMissing(MetricState state) {
        add("a", 0, all(1, 1, 1, 1, 1, 1, 1, 1));
        Map<String, ComponentValue> partly = known(all(2, 2, 2, 2, 2, 2, 2, 2));
        partly.put("response_speed", ComponentValue.missing(state));
        add("b", 0, new ProviderPeriod(AccountEvidence.VERIFIED, false, partly));

        assertThat(index(compute(), "b", 0).dialogue()).isEqualTo(0.75);
        assertThat(index(compute(), "a", 0).dialogue()).isEqualTo((0.25 + 0.5) / 2);
    }

    @Test
    void comparesLaterPeriodsWithTheBaseline() {
        for (int period = 0; period < 6; period++) {
            for (int i = 0; i < 4; i++) {
                double value = i + (period < 4 ? 0 : 10);
                add("p" + i, period, all(value, value, value, value, value, -value, value, value));
            }
        }

        IndexTables tables = compute();

        // Everybody improved: relatively nothing moved, absolutely everybody is above the baseline.
        assertThat(index(tables, "p1", 5).indexRelative()).isEqualTo(37.5);
        assertThat(index(tables, "p1", 5).indexAbsolute()).isEqualTo(100);
        assertThat(index(tables, "p1", 0).indexAbsolute()).isEqualTo(37.5);
        assertThat(index(tables, "p1", 3).indexAbsolute()).isEqualTo(37.5);
    }

    @Test
    void hasNoBaselineBeforeFourPeriodsWithData() {
        for (int period = 0; period < 3; period++) {
            add("a", period, all(1, 1, 1, 1, 1, 1, 1, 1));
        }

        assertThat(compute().indices())
                .extracting(IntegrationIndex::indexAbsolute)
                .containsOnlyNulls();
    }

    @Test
    void startsTheBaselineWhereItIsTold() {
        for (int period = 0; period < 6; period++) {
            for (int i = 0; i < 4; i++) {
                double value = i + (period < 2 ? 0 : 10);
                add("p" + i, period, all(value, value, value, value, value, -value, value, value));
            }
        }

        IndexTables tables =
                compute(IndexRules.of(1, new IndexBaseline(FIRST.plusWeeks(26).toString(), 4)));

        assertThat(index(tables, "p1", 1).indexAbsolute()).isNull();
        assertThat(index(tables, "p1", 2).indexAbsolute()).isEqualTo(37.5);
    }

    @Test
    void aPeriodWithoutDataIsNotOfTheBaseline() {
        for (int period = 0; period < 5; period++) {
            if (period == 1) {
                add("a", period, new ProviderPeriod(AccountEvidence.VERIFIED, false, Map.of()));
            } else {
                add("a", period, all(1, 1, 1, 1, 1, 1, 1, 1));
            }
        }

        assertThat(index(compute(), "a", 4).indexAbsolute()).isEqualTo(50);
    }

    @Test
    void averagesTheLastFourPeriodsAndRanksAgain() {
        // By period, the place of "a" among four: its index is 12.5, 37.5, 62.5 or 87.5.
        int[] places = {3, 2, 1, 0, 3};
        for (int period = 0; period < places.length; period++) {
            int next = 0;
            for (int place = 0; place < 4; place++) {
                String id = place == places[period] ? "a" : "p" + next++;
                add(id, period, all(place, place, place, place, place, -place, place, place));
            }
        }

        IndexTables tables = compute();

        assertThat(index(tables, "a", 1).rollingIndex()).isNull();
        assertThat(index(tables, "a", 2).rollingIndex()).isEqualTo((87.5 + 62.5 + 37.5) / 3);
        assertThat(index(tables, "a", 3).rollingIndex()).isEqualTo(50);
        assertThat(index(tables, "a", 4).rollingIndex()).isEqualTo(50);
        assertThat(index(tables, "a", 3).rollingDialogue()).isEqualTo(0.5);
        assertThat(index(tables, "a", 2).rollingPercentile()).isEqualTo(0.625);
        assertThat(cohort(tables, "a", Exposure.INTEGRATION, 1)).isEqualTo("INSUFFICIENT");
        assertThat(cohort(tables, "a", Exposure.INTEGRATION, 2)).isEqualTo("MIDDLE");
    }

    @Test
    void aRollingMeanNeedsThisPeriodAndToleratesOneThatIsMissing() {
        for (int period = 0; period < 6; period++) {
            boolean isMissing = period == 2 || period == 5;
            add("a", period, isMissing ? Map.of() : all(1, 1, 1, 1, 1, 1, 1, 1));
        }

        IndexTables tables = compute();

        assertThat(index(tables, "a", 3).rollingIndex()).isEqualTo(50);
        assertThat(index(tables, "a", 4).rollingIndex()).isEqualTo(50);
        assertThat(index(tables, "a", 5).rollingIndex()).isNull();
    }

    @Test
    void formsCohortsByIntegrationAndByDialogueAlone() {
        for (int period = 0; period < 5; period++) {
            for (int i = 0; i < 10; i++) {
                // The most integrated providers answer least.
                add("p" + i, period, all(i, i, i, i, 10 - i, 10 + i, i, i));
            }
        }

        IndexTables tables = compute();

        assertThat(cohort(tables, "p9", Exposure.INTEGRATION, 2)).isEqualTo("MIDDLE");
        assertThat(cohort(tables, "p9", Exposure.INTEGRATION, 3)).isEqualTo("HIGH");
        assertThat(cohort(tables, "p0", Exposure.INTEGRATION, 3)).isEqualTo("LOW");
        assertThat(cohort(tables, "p9", Exposure.DIALOGUE, 3)).isEqualTo("LOW");
        assertThat(cohort(tables, "p0", Exposure.DIALOGUE, 3)).isEqualTo("HIGH");
        assertThat(membership(tables, "p9", Exposure.INTEGRATION, 4).memberSince())
                .isEqualTo(start(3));
    }

    @Test
    void dialogueNeedsNoOtherPillar() {
        for (int period = 0; period < 4; period++) {
            for (int i = 0; i < 10; i++) {
                add("p" + i, period, Map.of("response_rate", (double) i));
            }
        }

        assertThat(cohort(compute(), "p9", Exposure.DIALOGUE, 3)).isEqualTo("HIGH");
        assertThat(cohort(compute(), "p9", Exposure.INTEGRATION, 3)).isEqualTo("INSUFFICIENT");
    }

    @Test
    void refusesAProviderThatIsThereTwice() {
        IndexedProvider provider = new IndexedProvider("a", TRAITS, Map.of());

        assertThatThrownBy(() -> computation(IndexRules.standard()).of(List.of(provider, provider)))
                .hasMessage("Cannot compute the index: provider a is there twice");
    }

    @Test
    void refusesPeriodsThatOverlap() {
        ProviderPeriod empty = new ProviderPeriod(AccountEvidence.VERIFIED, false, Map.of());
        IndexedProvider provider = new IndexedProvider("a", TRAITS, Map.of(FIRST, empty, FIRST.plusWeeks(14), empty));

        assertThatThrownBy(() -> computation(IndexRules.standard()).of(List.of(provider)))
                .hasMessageContaining("2024-04-08 overlap");
    }

    @Test
    void nothingGivesNothing() {
        assertThat(compute()).isEqualTo(new IndexTables(List.of(), List.of(), List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfProvidersNeverShows(long seed) {
        List<IndexedProvider> world = world(seed, x -> x);
        List<IndexedProvider> shuffled = new ArrayList<>(world);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(computation(IndexRules.withStrataOf(20)).of(shuffled))
                .isEqualTo(computation(IndexRules.withStrataOf(20)).of(world));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void onlyTheOrderOfValuesCounts(long seed) {
        IndexTables plain = computation(IndexRules.withStrataOf(20)).of(world(seed, x -> x));

        for (DoubleUnaryOperator monotone : List.<DoubleUnaryOperator>of(x -> x + 1000, x -> 8 * x, x -> x * x * x)) {
            IndexTables transformed = computation(IndexRules.withStrataOf(20)).of(world(seed, monotone));
            assertThat(transformed.indices()).isEqualTo(plain.indices());
            assertThat(transformed.cohorts()).isEqualTo(plain.cohorts());
            assertThat(transformed.components())
                    .extracting(IndexComponent::midPercentile)
                    .isEqualTo(plain.components().stream()
                            .map(IndexComponent::midPercentile)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyNumberKeepsItsBounds(long seed) {
        IndexTables tables = computation(IndexRules.withStrataOf(20)).of(world(seed, x -> x));

        assertThat(tables.components())
                .extracting(IndexComponent::midPercentile)
                .filteredOn(u -> u != null)
                .allSatisfy(u -> assertThat(u).isGreaterThan(0).isLessThan(1))
                .isNotEmpty();
        assertThat(tables.indices()).allSatisfy(row -> {
            for (Double bounded : Arrays.asList(row.indexRelative(), row.indexAbsolute(), row.rollingIndex())) {
                if (bounded != null) {
                    assertThat(bounded).isBetween(0.0, 100.0);
                }
            }
            assertThat(row.indexRelative() == null).isNotEqualTo(row.state().equals("COMPUTED"));
        });
        assertThat(tables.cohorts()).extracting(CohortMembership::cohort).contains("HIGH", "MIDDLE", "LOW");
    }

    /** Sixty providers over six periods, whole numbers with many ties, one component in ten missing. */
    private static List<IndexedProvider> world(long seed, DoubleUnaryOperator transform) {
        Random random = new Random(seed);
        List<IndexedProvider> world = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Map<LocalDate, ProviderPeriod> periods = new TreeMap<>();
            double level = random.nextGaussian();
            for (int period = 0; period < 6; period++) {
                Map<String, ComponentValue> values = new HashMap<>();
                for (String component : COMPONENTS) {
                    double value = Math.rint(4 * level + 2 * random.nextGaussian());
                    if (random.nextInt(10) > 0) {
                        double oriented = component.equals("response_speed") ? -value : value;
                        values.put(component, ComponentValue.known(transform.applyAsDouble(oriented)));
                    }
                }
                periods.put(start(period), new ProviderPeriod(AccountEvidence.VERIFIED, i % 7 == 0, values));
            }
            world.add(new IndexedProvider(
                    "p" + i, new StratumTraits(IndexRules.BED_CLASSES.get(i % 5), i % 2 == 0, false), periods));
        }
        return world;
    }

    private static Map<String, Double> all(double... values) {
        Map<String, Double> byComponent = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            byComponent.put(COMPONENTS.get(i), values[i]);
        }
        return byComponent;
    }

    private static Map<String, ComponentValue> known(Map<String, Double> values) {
        Map<String, ComponentValue> known = new HashMap<>();
        values.forEach((component, value) -> known.put(component, ComponentValue.known(value)));
        return known;
    }

    private void add(String id, int period, Map<String, Double> values) {
        add(id, period, new ProviderPeriod(AccountEvidence.VERIFIED, false, known(values)));
    }

    private void add(String id, int period, ProviderPeriod cell) {
        providers.computeIfAbsent(id, key -> new TreeMap<>()).put(start(period), cell);
    }

    private static LocalDate start(int period) {
        return FIRST.plusWeeks(13L * period);
    }

    private IndexTables compute() {
        return compute(IndexRules.withStrataOf(1));
    }

    private IndexTables compute(IndexRule rule) {
        List<IndexedProvider> all = new ArrayList<>();
        providers.forEach((id, periods) -> all.add(new IndexedProvider(id, TRAITS, periods)));
        return computation(rule).of(all);
    }

    private static IndexComputation computation(IndexRule rule) {
        return new IndexComputation(rule, IndexRules.BED_CLASSES);
    }

    private static IntegrationIndex index(IndexTables tables, String id, int period) {
        return tables.indices().stream()
                .filter(row ->
                        row.organizationId().equals(id) && row.periodStart().equals(start(period)))
                .findFirst()
                .orElseThrow();
    }

    private static String cohort(IndexTables tables, String id, Exposure exposure, int period) {
        return membership(tables, id, exposure, period).cohort();
    }

    private static CohortMembership membership(IndexTables tables, String id, Exposure exposure, int period) {
        return tables.cohorts().stream()
                .filter(row -> row.organizationId().equals(id)
                        && row.exposure().equals(exposure.label())
                        && row.periodStart().equals(start(period)))
                .findFirst()
                .orElseThrow();
    }
}
