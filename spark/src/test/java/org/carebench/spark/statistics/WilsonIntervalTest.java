package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {

    /** 81 of 263, 15 of 148, 0 of 20 and 1 of 29: examples of Newcombe 1998, to four decimals. */
    @ParameterizedTest
    @CsvSource({"81, 263, .2553, .3662", "15, 148, .0624, .1605", "0, 20, 0, .1611", "1, 29, .0061, .1718"})
    void givesThePublishedExamples(long successes, long trials, double low, double high) {
        Interval interval = WilsonInterval.of(successes, trials);

        assertThat(interval.low()).isCloseTo(low, offset(5e-5));
        assertThat(interval.high()).isCloseTo(high, offset(5e-5));
    }

    @Test
    void givesTheReference() {
        Interval interval = WilsonInterval.of(7, 40);

        assertThat(interval.low()).isCloseTo(0.0874541374603592, offset(1e-12));
        assertThat(interval.high()).isCloseTo(0.31949990331787714, offset(1e-12));
    }

    @Test
    void endsExactlyAtNoneAndAtAll() {
        for (int trials = 1; trials <= 500; trials++) {
            assertThat(WilsonInterval.of(0, trials).low()).isEqualTo(0);
            assertThat(WilsonInterval.of(trials, trials).high()).isEqualTo(1);
        }
    }

    @Test
    void isNotKnownWithoutATrial() {
        assertThat(WilsonInterval.of(0, 0)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 7", "3, 7", "0, 11", "11, 11", "0, 6000", "4500, 6000", "999999999, 1000000000"})
    void staysInsideAndIsTheMirrorOfTheOtherShare(long successes, long trials) {
        Interval interval = WilsonInterval.of(successes, trials);
        Interval mirror = WilsonInterval.of(trials - successes, trials);

        assertThat(interval.low()).isBetween(0.0, successes / (double) trials);
        assertThat(interval.high()).isBetween(successes / (double) trials, 1.0);
        assertThat(mirror.low()).isCloseTo(1 - interval.high(), offset(1e-14));
        assertThat(mirror.high()).isCloseTo(1 - interval.low(), offset(1e-14));
    }

    @ParameterizedTest
    @CsvSource({"-1, 4", "5, 4", "1, 0"})
    void refusesAnImpossibleCount(long successes, long trials) {
        assertThatThrownBy(() -> WilsonInterval.of(successes, trials))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot form the interval of a share: it would be of " + successes + " in " + trials);
    }
}
