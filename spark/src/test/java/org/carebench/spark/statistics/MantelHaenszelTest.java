package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MantelHaenszelTest {

    private static final List<TwoByTwo> TABLES = tables();

    private static List<TwoByTwo> tables() {
        List<TwoByTwo> tables = new ArrayList<>();
        for (JsonNode table : Golden.of("mh", "tables")) {
            tables.add(new TwoByTwo(
                    table.get(0).get(0).asLong(),
                    table.get(0).get(1).asLong(),
                    table.get(1).get(0).asLong(),
                    table.get(1).get(1).asLong()));
        }
        return tables;
    }

    @Test
    void givesTheGoldenOddsRatioAndTest() {
        MantelHaenszel pooled = MantelHaenszel.of(TABLES);

        assertThat(pooled.oddsRatio()).isCloseTo(Golden.number("mh", "or_"), offset(1e-9));
        assertThat(pooled.oddsRatioInterval().low()).isCloseTo(Golden.number("mh", "lo"), offset(1e-9));
        assertThat(pooled.oddsRatioInterval().high()).isCloseTo(Golden.number("mh", "hi"), offset(1e-9));
        assertThat(pooled.chiSquared()).isCloseTo(Golden.number("mh", "chi2"), Golden.within(1e-9, 8.25));
        assertThat(pooled.pValue()).isCloseTo(Golden.number("mh", "p"), offset(1e-9));
        assertThat(pooled.oddsRatio()).isCloseTo(Golden.number(Golden.ofR("mh", "or")), offset(1e-9));
        assertThat(pooled.strata()).isEqualTo(3);
    }

    @Test
    void comparesTheSharesOfASingleStratumAsWithoutStrata() {
        MantelHaenszel single = MantelHaenszel.of(List.of(new TwoByTwo(30, 70, 40, 160)));
        double error = Math.sqrt(0.3 * 0.7 / 100 + 0.2 * 0.8 / 200);

        assertThat(single.riskDifference()).isCloseTo(0.1, offset(1e-14));
        assertThat(single.riskDifferenceInterval().low()).isCloseTo(0.1 - 1.959963984540054 * error, offset(1e-12));
        assertThat(single.riskDifferenceInterval().high()).isCloseTo(0.1 + 1.959963984540054 * error, offset(1e-12));
        assertThat(single.oddsRatio()).isCloseTo(30. * 160 / (70. * 40), offset(1e-14));
    }

    @Test
    void turnsOddsAndDifferenceWithTheGroups() {
        MantelHaenszel pooled = MantelHaenszel.of(TABLES);
        MantelHaenszel swapped = MantelHaenszel.of(TABLES.stream()
                .map(t -> new TwoByTwo(t.lowWith(), t.lowWithout(), t.highWith(), t.highWithout()))
                .toList());

        assertThat(swapped.oddsRatio()).isCloseTo(1 / pooled.oddsRatio(), offset(1e-12));
        assertThat(swapped.oddsRatioInterval().low())
                .isCloseTo(1 / pooled.oddsRatioInterval().high(), offset(1e-12));
        assertThat(swapped.riskDifference()).isCloseTo(-pooled.riskDifference(), offset(1e-12));
        assertThat(swapped.chiSquared()).isCloseTo(pooled.chiSquared(), offset(1e-12));
    }

    @Test
    void leavesOutAStratumWithAnEmptyRow() {
        List<TwoByTwo> more = new ArrayList<>(TABLES);
        more.add(new TwoByTwo(0, 0, 3, 5));
        more.add(new TwoByTwo(4, 1, 0, 0));

        assertThat(MantelHaenszel.of(more)).isEqualTo(MantelHaenszel.of(TABLES));
    }

    @Test
    void countsAStratumWithoutCasesAsEqualRisksButNotForTheOdds() {
        TwoByTwo none = new TwoByTwo(0, 100, 0, 100);
        MantelHaenszel pooled = MantelHaenszel.of(List.of(new TwoByTwo(30, 70, 20, 80), none));
        MantelHaenszel alone = MantelHaenszel.of(List.of(new TwoByTwo(30, 70, 20, 80)));

        assertThat(pooled.riskDifference()).isCloseTo(0.05, offset(1e-14));
        assertThat(pooled.oddsRatio()).isEqualTo(alone.oddsRatio());
        assertThat(pooled.chiSquared()).isEqualTo(alone.chiSquared());
        assertThat(pooled.strata()).isEqualTo(1);
    }

    @Test
    void isUnknownWhereNothingCanBeCompared() {
        MantelHaenszel none = new MantelHaenszel(null, null, null, null, null, null, 0);

        assertThat(MantelHaenszel.of(List.of())).isEqualTo(none);
        assertThat(MantelHaenszel.of(List.of(new TwoByTwo(4, 1, 0, 0)))).isEqualTo(none);
        assertThat(MantelHaenszel.of(List.of(new TwoByTwo(0, 9, 0, 8))))
                .isEqualTo(new MantelHaenszel(null, null, null, null, 0.0, null, 0));
    }

    @Test
    void hasNoOddsWhereTheyAreInfiniteAndNoIntervalWhereTheyAreZero() {
        MantelHaenszel infinite = MantelHaenszel.of(List.of(new TwoByTwo(5, 0, 2, 3)));
        MantelHaenszel zero = MantelHaenszel.of(List.of(new TwoByTwo(0, 5, 2, 3)));

        assertThat(infinite.oddsRatio()).isNull();
        assertThat(infinite.oddsRatioInterval()).isNull();
        assertThat(infinite.pValue()).isBetween(0.0, 0.1);
        assertThat(zero.oddsRatio()).isEqualTo(0);
        assertThat(zero.oddsRatioInterval()).isNull();
    }

    @Test
    void refusesNegativeCounts() {
        assertThatThrownBy(() -> new TwoByTwo(1, 2, -3, 4)).hasMessageContaining("1, 2, -3, 4");
    }
}
