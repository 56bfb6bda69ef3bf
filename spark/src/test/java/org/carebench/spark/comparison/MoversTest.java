package org.carebench.spark.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.carebench.contract.lake.ComparisonRule.Kind;
import org.carebench.contract.lake.ComparisonRule.Outcome;
import org.carebench.contract.lake.ComparisonRule.Source;
import org.carebench.contract.mart.CohortComparison;
import org.carebench.spark.comparison.ComparedProvider.Pillars;
import org.carebench.spark.comparison.ComparedProvider.Traits;
import org.carebench.spark.comparison.ProviderPanel.Exposed;
import org.carebench.spark.comparison.ProviderPanel.Observed;
import org.junit.jupiter.api.Test;

class MoversTest {

    private static final Outcome METRIC = new Outcome(
            "growth", Source.METRIC, "engagement", Kind.DIFFERENCE, List.of("x"), 0, 1, false, "growth", "points");
    private static final int PERIODS = 10;
    private static final int ENTRY = 4;

    private final Movers movers = new Movers(ComparisonRules.standard(), 11);

    @Test
    void findsTheChangeAfterEntryThoughAllChange() {
        CohortComparison row = only(METRIC, world(60, "HIGH", 2));

        assertThat(row.estimate()).isCloseTo(2, within(0.3));
        assertThat(row.ciLow()).isGreaterThan(0);
        assertThat(row.layer()).isEqualTo("MOVERS");
        assertThat(row.nHigh()).isEqualTo(60);
        assertThat(row.nLow()).isEqualTo(100);
        assertThat(row.isHeadline()).isFalse();
        assertThat(row.verdict()).isNull();
    }

    @Test
    void findsNothingWhereNothingHappened() {
        CohortComparison row = only(METRIC, world(60, "HIGH", 0));

        assertThat(row.ciLow()).isLessThan(0);
        assertThat(row.ciHigh()).isGreaterThan(0);
    }

    @Test
    void comparesRatiosByTheirLogarithms() {
        CohortComparison row = only(
                ComparisonRules.RATE,
                world(60, "HIGH", 0.5).stream()
                        .map(each -> new ProviderPanel(
                                each.organizationId(),
                                each.cluster(),
                                each.traits(),
                                each.peerGroups(),
                                each.exposures(),
                                each.outcomes().stream()
                                        .map(value ->
                                                new Observed(value.start(), value.end(), Math.exp(value.value()), null))
                                        .toList()))
                        .toList());

        assertThat(row.unit()).isEqualTo("ratio");
        assertThat(row.estimate()).isCloseTo(Math.exp(0.5), within(0.4));
    }

    @Test
    void showsNothingOfFewMovers() {
        ContrastKernelTest.isWithoutNumbers(only(METRIC, world(15, "HIGH", 2)), "NOT_ENOUGH_DATA");
        ContrastKernelTest.isWithoutNumbers(only(METRIC, world(5, "HIGH", 2)), "SUPPRESSED");
    }

    @Test
    void leavesOutWhoLeftTheCohortAgain() {
        List<ProviderPanel> world = new ArrayList<>(world(60, "HIGH", 2));
        ProviderPanel mover = world.get(0);
        List<Exposed> exposures = new ArrayList<>(mover.exposures());
        exposures.set(ENTRY + 2, exposed(ENTRY + 2, "MIDDLE"));
        world.set(
                0,
                new ProviderPanel(
                        mover.organizationId(),
                        mover.cluster(),
                        mover.traits(),
                        mover.peerGroups(),
                        exposures,
                        mover.outcomes()));

        assertThat(only(METRIC, world).nHigh()).isEqualTo(59);
    }

    @Test
    void hasNoRowOfSurveys() {
        assertThat(movers.of(ComparisonRules.RECOMMEND, "all", "points", world(60, "HIGH", 2)))
                .isEmpty();
    }

    @Test
    void hasNoRowWithoutAnExposure() {
        assertThat(movers.of(METRIC, "x", "points", List.of())).isEmpty();
    }

    private CohortComparison only(Outcome outcome, List<ProviderPanel> panels) {
        List<CohortComparison> rows = movers.of(outcome, outcome.platforms().get(0), "points", panels);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    /** So many movers, a hundred that stay below and thirty that are high from the start; all grow from period to period. */
    private static List<ProviderPanel> world(int movers, String cohort, double change) {
        SplittableRandom random = new SplittableRandom(3);
        List<ProviderPanel> panels = new ArrayList<>();
        for (int i = 0; i < movers + 130; i++) {
            boolean isMover = i < movers;
            boolean isAlwaysHigh = i >= movers + 100;
            List<Exposed> exposures = new ArrayList<>();
            List<Observed> outcomes = new ArrayList<>();
            for (int period = 0; period < PERIODS; period++) {
                boolean isHigh = isAlwaysHigh || isMover && period >= ENTRY;
                exposures.add(exposed(period, isHigh ? cohort : "MIDDLE"));
                double since = isMover && period > ENTRY ? change : 0;
                outcomes.add(new Observed(
                        start(period),
                        start(period + 1).minusDays(1),
                        period + since + random.nextGaussian() / 4,
                        null));
            }
            panels.add(new ProviderPanel(
                    "test:" + i,
                    "system-" + i % 70,
                    new Traits(100, "NON_PROFIT", false, false, "SOUTH", "AL", null),
                    Map.of(),
                    exposures,
                    outcomes));
        }
        return panels;
    }

    private static Exposed exposed(int period, String cohort) {
        return new Exposed(
                "integration",
                start(period),
                start(period + 1).minusDays(1),
                cohort,
                0.5,
                new Pillars(null, null, null, null),
                "all",
                "all",
                false);
    }

    private static LocalDate start(int period) {
        return LocalDate.of(2024, 1, 1).plusWeeks(13L * period);
    }
}
