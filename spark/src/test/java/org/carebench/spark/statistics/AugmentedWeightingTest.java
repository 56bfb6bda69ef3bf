package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AugmentedWeightingTest {

    private static StudentEstimate estimate(OlsRows rows) {
        return AugmentedWeighting.estimate(
                Propensity.fit(rows.covariates(), rows.high()), rows.outcome(), rows.clusters());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void averagesADifferenceThatGrowsWithACovariateOverAllRows(int seed) {
        OlsRows rows = OlsRows.random(seed, 500);
        double[] beds = rows.covariates().column(1);
        double[] outcome = new double[500];
        for (int i = 0; i < 500; i++) {
            outcome[i] = 10 + beds[i] + (rows.high()[i] ? 2 * beds[i] : 0);
        }
        double everybody = 2 * Arrays.stream(beds).average().orElseThrow();
        double overlap = new OverlapWeights(Propensity.fit(rows.covariates(), rows.high())).difference(outcome);

        assertThat(estimate(rows.withOutcome(outcome)).estimate()).isCloseTo(everybody, offset(1e-10));
        assertThat(Math.abs(overlap - everybody)).isGreaterThan(1e-3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void hasTheErrorThatLeavingOutOneSystemAfterTheOtherFinds(int seed) {
        OlsRows rows = OlsRows.random(seed, 900);
        double jackknife = Jackknife.standardError(rows, part -> estimate(part).estimate());

        assertThat(estimate(rows).standardError() / jackknife).isBetween(0.94, 1.06);
        assertThat(estimate(rows).estimate())
                .isCloseTo(1.5, offset(3 * estimate(rows).standardError()));
    }

    @Test
    void scalesWithTheOutcomeAndIgnoresAConstant() {
        OlsRows rows = OlsRows.golden();
        double[] changed = Arrays.stream(rows.outcome()).map(y -> 50 - 3 * y).toArray();

        assertThat(estimate(rows.withOutcome(changed)).estimate())
                .isCloseTo(-3 * estimate(rows).estimate(), offset(1e-10));
        assertThat(estimate(rows.withOutcome(changed)).standardError())
                .isCloseTo(3 * estimate(rows).standardError(), offset(1e-10));
    }

    @Test
    void refusesAGroupWithTooFewRows() {
        OlsRows rows = OlsRows.golden();
        boolean[] one = new boolean[60];
        one[5] = true;
        one[6] = true;
        one[11] = true;
        Propensity propensity = Propensity.fit(rows.covariates(), one);

        assertThatThrownBy(() -> AugmentedWeighting.estimate(propensity, rows.outcome(), rows.clusters()))
                .hasMessageContaining("3 rows for");
    }
}
