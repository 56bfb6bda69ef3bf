package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferenceInDifferencesTest {

    private static final int PERIODS = 12;

    interface Outcome {
        double of(int organization, int period);
    }

    /** Organizations by their number, two and two in one system, observed in all periods. */
    private static List<PanelObservation> panel(int from, int to, Integer entry, Outcome outcome) {
        List<PanelObservation> rows = new ArrayList<>();
        for (int organization = from; organization < to; organization++) {
            for (int period = 0; period < PERIODS; period++) {
                rows.add(new PanelObservation(
                        "o" + organization, "s" + organization / 2, period, outcome.of(organization, period), entry));
            }
        }
        return rows;
    }

    private static double common(int organization, int period) {
        return 10 * organization + period * period;
    }

    @SafeVarargs
    private static List<PanelObservation> together(List<PanelObservation>... parts) {
        List<PanelObservation> all = new ArrayList<>();
        for (List<PanelObservation> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    @Test
    void takesOutWhatOrganizationsAndPeriodsHaveInCommon() {
        List<PanelObservation> rows = together(
                panel(0, 3, 6, (o, t) -> common(o, t) + (t >= 6 ? 2 + t - 6 : 0)),
                panel(3, 9, null, DifferenceInDifferencesTest::common));
        DifferenceInDifferences found = DifferenceInDifferences.of(rows, 4, 4);

        assertThat(found.change().estimate()).isCloseTo(3.5, offset(1e-12));
        assertThat(found.path())
                .extracting(EventTimeDifference::periodsAfterEntry)
                .containsExactly(-4, -3, -2, 0, 1, 2, 3);
        assertThat(found.path().stream()
                        .mapToDouble(each -> each.difference().estimate())
                        .toArray())
                .containsExactly(new double[] {0, 0, 0, 2, 3, 4, 5}, offset(1e-12));
        assertThat(found.movers()).isEqualTo(3);
        assertThat(found.stayers()).isEqualTo(6);
        assertThat(found.stacks()).isEqualTo(1);
        assertThat(found.change().standardError()).isNull();
    }

    @Test
    void weighsThePeriodsOfEntryByTheirMoversAndNeverTakesMoversAsControls() {
        List<PanelObservation> rows = together(
                panel(0, 1, 5, (o, t) -> common(o, t) + (t >= 5 ? 8 : 0)),
                panel(1, 4, 8, (o, t) -> common(o, t) + (t >= 8 ? 4 : 0)),
                panel(4, 9, null, DifferenceInDifferencesTest::common));
        DifferenceInDifferences found = DifferenceInDifferences.of(rows, 4, 4);

        assertThat(found.change().estimate()).isCloseTo((8 + 3 * 4) / 4.0, offset(1e-12));
        assertThat(found.stacks()).isEqualTo(2);
        assertThat(found.movers()).isEqualTo(4);
        assertThat(found.stayers()).isEqualTo(5);
    }

    @Test
    void showsMoversThatWereAlreadyOnTheirWay() {
        List<PanelObservation> rows = together(
                panel(0, 3, 6, (o, t) -> common(o, t) + 1.5 * t),
                panel(3, 9, null, DifferenceInDifferencesTest::common));
        List<EventTimeDifference> path = DifferenceInDifferences.of(rows, 5, 2).path();

        assertThat(path.get(0).periodsAfterEntry()).isEqualTo(-5);
        assertThat(path.get(0).difference().estimate()).isCloseTo(-6, offset(1e-12));
        assertThat(path.get(3).difference().estimate()).isCloseTo(-1.5, offset(1e-12));
        assertThat(path.get(3).movers()).isEqualTo(3);
    }

    @Test
    void hasTheErrorOfTwoMeansWhereEveryOrganizationIsASystem() {
        double[] movers = {3, 5, 10};
        double[] stayers = {1, 0, 2, 4};
        List<PanelObservation> rows = new ArrayList<>();
        addPairs(rows, "m", movers, 6);
        addPairs(rows, "s", stayers, null);
        StudentEstimate change = DifferenceInDifferences.of(rows, 4, 1).change();
        double variance = (9 + 1 + 16) / 9.0 + (0.75 * 0.75 + 1.75 * 1.75 + 0.25 * 0.25 + 2.25 * 2.25) / 16;

        assertThat(change.estimate()).isCloseTo(6 - 1.75, offset(1e-12));
        assertThat(change.standardError()).isCloseTo(Math.sqrt(variance * 7 / 6), offset(1e-12));
        assertThat(change.degreesOfFreedom()).isEqualTo(6);
    }

    private static void addPairs(List<PanelObservation> rows, String name, double[] changes, Integer entry) {
        for (int i = 0; i < changes.length; i++) {
            rows.add(new PanelObservation(name + i, name + i, 5, 100 * i, entry));
            rows.add(new PanelObservation(name + i, name + i, 6, 100 * i + changes[i], entry));
        }
    }

    @Test
    void countsASystemOnceHoweverManyStacksItIsIn() {
        Random random = new Random(5);
        List<PanelObservation> rows = together(
                panel(0, 4, 5, (o, t) -> random.nextGaussian()),
                panel(4, 8, 8, (o, t) -> random.nextGaussian()),
                panel(8, 20, null, (o, t) -> random.nextGaussian()));

        assertThat(DifferenceInDifferences.of(rows, 4, 4).change().degreesOfFreedom())
                .isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void doesNotDependOnTheOrderOfTheRows(int seed) {
        Random random = new Random(seed);
        List<PanelObservation> rows = together(
                panel(0, 5, 5, (o, t) -> random.nextGaussian()),
                panel(5, 9, 7, (o, t) -> random.nextGaussian()),
                panel(9, 30, null, (o, t) -> random.nextGaussian()));
        DifferenceInDifferences before = DifferenceInDifferences.of(rows, 4, 3);
        Collections.shuffle(rows, random);

        assertThat(DifferenceInDifferences.of(rows, 4, 3)).isEqualTo(before);
    }

    @Test
    void coversTheTruthAsOftenAsItSays() {
        int covered = 0;
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            double[] shared = random.doubles(60, -2, 2).toArray();
            Outcome noise = (o, t) -> common(o, t) + (t >= 6 ? shared[o / 2] : 0) + random.nextGaussian();
            List<PanelObservation> rows = together(panel(0, 40, 6, noise), panel(40, 120, null, noise));
            covered +=
                    DifferenceInDifferences.of(rows, 4, 2).change().interval().contains(0) ? 1 : 0;
        }

        assertThat(covered).isBetween(365, 395);
    }

    @Test
    void leavesOutOrganizationsNotObservedOnBothSides() {
        List<PanelObservation> rows = together(
                panel(0, 3, 6, (o, t) -> common(o, t) + (t >= 6 ? 2 : 0)),
                panel(3, 9, null, DifferenceInDifferencesTest::common),
                List.of(new PanelObservation("late", "late", 7, 1e6, 6)));
        DifferenceInDifferences found = DifferenceInDifferences.of(rows, 4, 2);

        assertThat(found.change().estimate()).isCloseTo(2, offset(1e-12));
        assertThat(found.movers()).isEqualTo(3);
    }

    @Test
    void isUnknownWithoutMoversOrWithoutStayers() {
        List<PanelObservation> stayers = panel(0, 3, null, DifferenceInDifferencesTest::common);
        List<PanelObservation> movers = panel(0, 3, 6, DifferenceInDifferencesTest::common);

        assertThat(DifferenceInDifferences.of(stayers, 4, 2).change()).isNull();
        assertThat(DifferenceInDifferences.of(movers, 4, 2).change()).isNull();
        assertThat(DifferenceInDifferences.of(movers, 4, 2).movers()).isZero();
        assertThat(DifferenceInDifferences.of(List.of(), 4, 2).path())
                .hasSize(5)
                .allSatisfy(each -> assertThat(each.difference()).isNull());
    }

    @Test
    void refusesWhatContradictsItself() {
        PanelObservation one = new PanelObservation("o", "s", 1, 2, null);

        assertThatThrownBy(() -> DifferenceInDifferences.of(List.of(one, one), 4, 1))
                .hasMessageContaining("in period 1, two outcomes");
        assertThatThrownBy(() ->
                        DifferenceInDifferences.of(List.of(one, new PanelObservation("o", "other", 2, 2, null)), 4, 1))
                .hasMessageContaining("o has two systems");
        assertThatThrownBy(
                        () -> DifferenceInDifferences.of(List.of(one, new PanelObservation("o", "s", 2, 2, 7)), 4, 1))
                .hasMessageContaining("two first entries");
        assertThatThrownBy(() -> DifferenceInDifferences.of(List.of(one), 3, 1)).hasMessageContaining("3 periods");
        assertThatThrownBy(() -> new PanelObservation("o", "s", 1, Double.NaN, null))
                .hasMessageContaining("period 1: it is NaN");
    }
}
