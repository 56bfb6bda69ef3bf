package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverlapWeightsTest {

    private static final OlsRows GOLDEN = OlsRows.golden();

    private static OverlapWeights weights(OlsRows rows) {
        return new OverlapWeights(Propensity.fit(rows.covariates(), rows.high()));
    }

    @Test
    void givesTheGoldenDifferenceAndBalance() {
        OverlapWeights weights = weights(GOLDEN);
        List<StandardizedDifference> balance = weights.balance();

        assertThat(weights.difference(GOLDEN.outcome())).isCloseTo(Golden.number("overlap", "diff"), offset(1e-8));
        assertThat(weights.estimate(GOLDEN.outcome(), GOLDEN.clusters()).estimate())
                .isEqualTo(weights.difference(GOLDEN.outcome()));
        assertThat(balance).extracting(StandardizedDifference::term).containsExactly("logbeds", "teach");
        assertThat(balance.stream().mapToDouble(StandardizedDifference::before).toArray())
                .containsExactly(Golden.numbers("overlap", "smd_raw"), offset(1e-8));
        assertThat(balance.stream().mapToDouble(StandardizedDifference::after).toArray())
                .containsExactly(Golden.numbers("overlap", "smd_ow"), offset(1e-8));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void balancesEveryTermWhateverTheData(int seed) {
        assertThat(weights(OlsRows.random(seed, 100 * seed)).balance())
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.after()).isCloseTo(0, offset(1e-8)))
                .anySatisfy(each -> assertThat(Math.abs(each.before())).isGreaterThan(0.1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void hasTheErrorThatLeavingOutOneSystemAfterTheOtherFinds(int seed) {
        OlsRows rows = OlsRows.random(seed, 900);
        StudentEstimate estimate = weights(rows).estimate(rows.outcome(), rows.clusters());
        double jackknife = Jackknife.standardError(rows, part -> weights(part).difference(part.outcome()));

        assertThat(estimate.standardError() / jackknife).isBetween(0.95, 1.05);
        assertThat(estimate.degreesOfFreedom()).isEqualTo(rows.clusters().count() - 1);
        assertThat(estimate.estimate()).isCloseTo(1.5, offset(3 * estimate.standardError()));
    }

    @Test
    void scalesWithTheOutcomeAndIgnoresAConstant() {
        StudentEstimate before = weights(GOLDEN).estimate(GOLDEN.outcome(), GOLDEN.clusters());
        double[] changed = Arrays.stream(GOLDEN.outcome()).map(y -> 50 - 3 * y).toArray();
        StudentEstimate after = weights(GOLDEN).estimate(changed, GOLDEN.clusters());

        assertThat(after.estimate()).isCloseTo(-3 * before.estimate(), offset(1e-10));
        assertThat(after.standardError()).isCloseTo(3 * before.standardError(), offset(1e-10));
    }

    @Test
    void hasNoErrorWhereTheOutcomeIsConstant() {
        double[] constant = new double[60];
        Arrays.fill(constant, 71.3);

        assertThat(weights(GOLDEN).estimate(constant, GOLDEN.clusters()).standardError())
                .isNull();
    }

    @Test
    void countsRowsByWhatTheyTell() {
        boolean[] high = {true, true, false, false, false, false};
        OverlapWeights equal = new OverlapWeights(Propensity.fit(Design.withIntercept(6), high));

        assertThat(equal.weights())
                .containsExactly(new double[] {2 / 3., 2 / 3., 1 / 3., 1 / 3., 1 / 3., 1 / 3.}, offset(1e-12));
        assertThat(equal.effectiveSize(true)).isCloseTo(2, offset(1e-12));
        assertThat(equal.effectiveSize(false)).isCloseTo(4, offset(1e-12));
        assertThat(weights(GOLDEN).effectiveSize(true)).isBetween(25.0, 31.0);
    }

    @Test
    void tellsTheBalanceOfATermWithoutVariance() {
        boolean[] high = {true, true, false, false};
        double[] ones = {1, 1, 1, 1};

        assertThat(StandardizedDifference.of("same", new double[] {7, 7, 7, 7}, high, ones))
                .isEqualTo(new StandardizedDifference("same", 0.0, 0.0));
        assertThat(StandardizedDifference.of("apart", new double[] {7, 7, 8, 8}, high, ones))
                .isEqualTo(new StandardizedDifference("apart", null, null));
        assertThat(StandardizedDifference.of("alone", new double[] {7, 8}, new boolean[] {true, false}, ones))
                .isEqualTo(new StandardizedDifference("alone", null, null));
    }

    @Test
    void showsTheBalanceOfATermThatThePropensityLeftOut() {
        double[] separating = IntStream.range(0, 60)
                .mapToDouble(i -> (GOLDEN.high()[i] ? 1 : -1) + 0.01 * i)
                .toArray();
        OverlapWeights weights =
                new OverlapWeights(Propensity.fit(GOLDEN.covariates().with("separating", separating), GOLDEN.high()));

        assertThat(weights.balance().get(2).term()).isEqualTo("separating");
        assertThat(weights.balance().get(2).after()).isGreaterThan(1);
    }
}
