package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EValueTest {

    @Test
    void givesTheReference() {
        EValue value = EValue.of(0.25, new Interval(0.1, 0.4));

        assertThat(value.estimate()).isCloseTo(1.8217753215836383, offset(1e-12));
        assertThat(value.limit()).isCloseTo(1.4182940640718693, offset(1e-12));
    }

    @Test
    void countsTheStrengthAndNotTheDirection() {
        assertThat(EValue.of(-0.25, new Interval(-0.4, -0.1))).isEqualTo(EValue.of(0.25, new Interval(0.1, 0.4)));
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 0.4", "0, 0.4", "-0.4, 0"})
    void needsNothingHiddenWhereTheIntervalHoldsZero(double low, double high) {
        assertThat(EValue.of((low + high) / 2, new Interval(low, high)).limit()).isEqualTo(1);
    }

    @Test
    void isOneForNoDifference() {
        assertThat(EValue.of(0, new Interval(-1, 1))).isEqualTo(new EValue(1, 1));
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> EValue.of(Double.NaN, new Interval(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot compute an E-value: the standardized difference is NaN");
    }
}
