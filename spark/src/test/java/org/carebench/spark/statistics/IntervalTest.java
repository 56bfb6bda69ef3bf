package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    @Test
    void reachesAsFarAsTheNormalDistributionSays() {
        Interval interval = Interval.normal(10, 2);

        assertThat(interval.low()).isCloseTo(10 - 2 * 1.959963984540054, offset(1e-14));
        assertThat(interval.high()).isCloseTo(10 + 2 * 1.959963984540054, offset(1e-14));
    }

    /** Closed forms of Student's quantile for 1, 2 and 4 degrees of freedom. */
    @ParameterizedTest
    @CsvSource({"1, 12.706204736174698", "2, 4.302652729749464", "4, 2.7764451051977934"})
    void reachesAsFarAsStudentSays(double degreesOfFreedom, double quantile) {
        Interval interval = Interval.student(-1, 0.5, degreesOfFreedom);

        assertThat(interval.low()).isCloseTo(-1 - quantile / 2, offset(1e-12));
        assertThat(interval.high()).isCloseTo(-1 + quantile / 2, offset(1e-12));
    }

    @Test
    void changesItsScaleAtBothEnds() {
        assertThat(new Interval(0, Math.log(2)).map(Math::exp)).isEqualTo(new Interval(1, 2));
    }

    @Test
    void containsItsLimits() {
        Interval interval = new Interval(-1, 2);

        assertThat(interval.contains(-1)).isTrue();
        assertThat(interval.contains(2)).isTrue();
        assertThat(interval.contains(Math.nextUp(2.0))).isFalse();
        assertThat(interval.contains(Math.nextDown(-1.0))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "NaN, 1", "1, NaN"})
    void refusesLimitsThatEncloseNothing(double low, double high) {
        assertThatThrownBy(() -> new Interval(low, high))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot form an interval: it would reach from " + low + " to " + high);
    }
}
