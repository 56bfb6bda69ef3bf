package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunnelLimitsTest {

    @ParameterizedTest
    @CsvSource({"0.5, 10, 2, 8, 1, 9", "0.68, 25, 12, 21, 9, 23", "0.68, 110, 65, 84, 59, 89", "0.03, 200, 2, 11, 0, 15"
    })
    void givesTheQuantilesOfTheBinomial(
            double share, int cases, double low95, double high95, double low998, double high998) {
        FunnelLimits limits = FunnelLimits.of(share, cases);

        assertThat(limits).isEqualTo(new FunnelLimits(low95 / cases, high95 / cases, low998 / cases, high998 / cases));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 30, 300, 5000})
    void leavesNoMoreOutsideThanItSays(int cases) {
        for (double share = 0.05; share < 1; share += 0.1) {
            FunnelLimits limits = FunnelLimits.of(share, cases);
            BinomialDistribution counts = BinomialDistribution.of(cases, share);
            int low = (int) Math.round(limits.low95() * cases);
            int high = (int) Math.round(limits.high95() * cases);

            assertThat(counts.cumulativeProbability(low - 1)).isLessThanOrEqualTo(0.025);
            assertThat(counts.survivalProbability(high)).isLessThanOrEqualTo(0.025);
            assertThat(limits.low998()).isLessThanOrEqualTo(limits.low95());
            assertThat(limits.high998()).isGreaterThanOrEqualTo(limits.high95());
            assertThat(share).isBetween(limits.low998(), limits.high998());
        }
    }

    @Test
    void closesInOnThePooledShareAsTheNormalLimitsDo() {
        FunnelLimits limits = FunnelLimits.of(0.68, 100_000);
        double error = Math.sqrt(0.68 * 0.32 / 100_000);

        assertThat(limits.low95()).isCloseTo(0.68 - 1.959964 * error, offset(2e-5));
        assertThat(limits.high998()).isCloseTo(0.68 + 3.090232 * error, offset(2e-5));
    }

    @Test
    void hasNoWidthWhereNobodyOrEverybodyHasTheProperty() {
        assertThat(FunnelLimits.of(0, 50)).isEqualTo(new FunnelLimits(0, 0, 0, 0));
        assertThat(FunnelLimits.of(1, 50)).isEqualTo(new FunnelLimits(1, 1, 1, 1));
    }

    @Test
    void refusesWhatIsNoShareOrHasNoCase() {
        assertThatThrownBy(() -> FunnelLimits.of(Double.NaN, 5)).hasMessageContaining("the pooled share is NaN");
        assertThatThrownBy(() -> FunnelLimits.of(1.2, 5)).hasMessageContaining("1.2");
        assertThatThrownBy(() -> FunnelLimits.of(0.5, 0)).hasMessageContaining("0 cases");
    }
}
