package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskDifferenceTest {

    /** Table II, method 10, of Newcombe 1998, to four decimals. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, .0524, .3339",
        "9, 10, 3, 10, .1705, .8090",
        "6, 7, 2, 7, .0582, .8062",
        "5, 56, 0, 29, -.0381, .1926",
        "0, 10, 0, 20, -.1611, .2775",
        "0, 10, 0, 10, -.2775, .2775",
        "10, 10, 0, 20, .6791, 1",
        "10, 10, 0, 10, .6075, 1"
    })
    void givesThePublishedExamples(long a, long n, long b, long m, double low, double high) {
        RiskDifference difference = RiskDifference.of(a, n, b, m);

        assertThat(difference.interval().low()).isCloseTo(low, offset(5.1e-5));
        assertThat(difference.interval().high()).isCloseTo(high, offset(5.1e-5));
        assertThat(difference.difference()).isCloseTo(a / (double) n - b / (double) m, offset(1e-15));
    }

    @Test
    void changesItsSignWithTheGroups() {
        RiskDifference difference = RiskDifference.of(8, 30, 20, 33);
        RiskDifference swapped = RiskDifference.of(20, 33, 8, 30);

        assertThat(swapped.difference()).isEqualTo(-difference.difference());
        assertThat(swapped.interval().low()).isCloseTo(-difference.interval().high(), offset(1e-15));
        assertThat(swapped.first()).isEqualTo(difference.second());
    }

    @Test
    void isNotKnownWithoutMembers() {
        assertThat(RiskDifference.of(0, 0, 1, 2)).isNull();
        assertThat(RiskDifference.of(1, 2, 0, 0)).isNull();
    }

    @Test
    void refusesMoreSuccessesThanMembers() {
        assertThatThrownBy(() -> RiskDifference.of(3, 2, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 in 2");
    }
}
