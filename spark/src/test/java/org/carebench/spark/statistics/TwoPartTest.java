package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carebench.spark.statistics.Golden.within;
import static org.carebench.spark.statistics.Samples.sorted;

import org.junit.jupiter.api.Test;

class TwoPartTest {

    @Test
    void takesZerosAndPositiveValuesApart() {
        TwoPart parts = TwoPart.of(Samples.golden("E"), Samples.golden("F"));
        double[] ratio = Golden.numbers("two_sample", "EF", "gmr_pos");

        assertThat(parts.positive()).isEqualTo(RiskDifference.of(20, 30, 20, 33));
        assertThat(parts.ratio().ratio()).isCloseTo(ratio[0], within(1e-9, ratio[0]));
        assertThat(parts.ratio().pValue()).isCloseTo(ratio[4], within(1e-9, ratio[4]));
    }

    /** With log(x + 1) in place of two parts, the result would change here. */
    @Test
    void doesNotDependOnTheUnit() {
        TwoPart parts = TwoPart.of(sorted(0, 1, 2, 4), sorted(0, 0, 1, 8));
        TwoPart scaled = TwoPart.of(sorted(0, 1024, 2048, 4096), sorted(0, 0, 1024, 8192));

        assertThat(scaled.positive()).isEqualTo(parts.positive());
        assertThat(scaled.ratio().ratio()).isCloseTo(parts.ratio().ratio(), within(1e-13, 1));
    }

    @Test
    void hasNoRatioWithoutPositiveValues() {
        TwoPart parts = TwoPart.of(sorted(0, 0), sorted(0, 3));

        assertThat(parts.ratio()).isNull();
        assertThat(parts.positive().difference()).isEqualTo(-0.5);
    }

    @Test
    void refusesNegativeValues() {
        assertThatThrownBy(() -> TwoPart.of(sorted(-3, 1), sorted(-2, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a value is -3.0");
        assertThatThrownBy(() -> TwoPart.of(sorted(-3, 1), sorted(0, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TwoPart.of(sorted(0, 1), sorted(-2, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot compare samples in two parts: a value is -2.0, where zeros and positive values are"
                        + " meant");
    }
}
