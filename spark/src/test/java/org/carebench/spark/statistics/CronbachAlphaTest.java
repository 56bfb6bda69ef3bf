package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class CronbachAlphaTest {

    @Test
    void givesTheReference() {
        double[][] cases = Golden.rows(Golden.of("cronbach", "X"));

        assertThat(CronbachAlpha.of(cases))
                .isCloseTo(Golden.number("cronbach", "alpha"), offset(1e-12))
                .isCloseTo(Golden.number(Golden.ofR("alpha")), offset(1e-12));
    }

    @Test
    void doesNotDependOnTheOrderOfTheCasesNorOnTheUnit() {
        double[][] cases = Golden.rows(Golden.of("cronbach", "X"));
        double alpha = CronbachAlpha.of(cases);
        double[][] scaled = Arrays.stream(cases)
                .map(row -> Samples.shifted(Samples.scaled(row, 10), -3))
                .toArray(double[][]::new);
        Collections.reverse(Arrays.asList(cases));

        assertThat(CronbachAlpha.of(cases)).isEqualTo(alpha);
        assertThat(CronbachAlpha.of(scaled)).isCloseTo(alpha, offset(1e-12));
    }

    @Test
    void isOneForItemsThatSayTheSame() {
        assertThat(CronbachAlpha.of(new double[][] {{1, 1, 1}, {2, 2, 2}, {4, 4, 4}}))
                .isCloseTo(1, offset(1e-15));
    }

    @Test
    void isNotKnownWithoutItemsCasesOrVariance() {
        assertThat(CronbachAlpha.of(new double[][] {})).isNull();
        assertThat(CronbachAlpha.of(new double[][] {{1, 2, 3}})).isNull();
        assertThat(CronbachAlpha.of(new double[][] {{1}, {2}})).isNull();
        assertThat(CronbachAlpha.of(new double[][] {{0.1, 3}, {0.1, 3}})).isNull();
    }

    @Test
    void refusesIncompleteCases() {
        assertThatThrownBy(() -> CronbachAlpha.of(new double[][] {{1, 2, 3}, {1, 2}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot compute alpha: a case has 2 items where the first one has 3");
        assertThatThrownBy(() -> CronbachAlpha.of(new double[][] {{1, 2}, {1, Double.NaN}}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
