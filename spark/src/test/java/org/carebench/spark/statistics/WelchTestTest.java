package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.carebench.spark.statistics.Golden.within;
import static org.carebench.spark.statistics.Samples.sorted;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WelchTestTest {

    @ParameterizedTest
    @CsvSource({"AB, A, B", "CD, C, D", "EF, E, F"})
    void givesTheReference(String pair, String first, String second) {
        WelchTest test = WelchTest.of(Samples.golden(first), Samples.golden(second));

        assertThat(test.statistic()).isCloseTo(golden(pair, "t"), within(1e-12, golden(pair, "t")));
        assertThat(test.degreesOfFreedom()).isCloseTo(golden(pair, "df"), within(1e-12, golden(pair, "df")));
        assertThat(test.pValue()).isCloseTo(golden(pair, "p"), within(1e-12, 1));
        assertThat(test.interval().low()).isCloseTo(golden(pair, "lo"), within(1e-12, golden(pair, "lo")));
        assertThat(test.interval().high()).isCloseTo(golden(pair, "hi"), within(1e-12, golden(pair, "hi")));
        assertThat(test.difference()).isCloseTo((golden(pair, "lo") + golden(pair, "hi")) / 2, offset(1e-12));
    }

    private static double golden(String pair, String key) {
        return Golden.number("two_sample", pair, "welch", key);
    }

    @Test
    void knowsNothingWithoutVariance() {
        assertThat(WelchTest.of(sorted(0.1, 0.1, 0.1), sorted(0.1, 0.1)))
                .isEqualTo(new WelchTest(0, null, null, 1.0, null));
        assertThat(WelchTest.of(sorted(3, 3, 3), sorted(2, 2))).isEqualTo(new WelchTest(1, null, null, null, null));
    }

    @Test
    void needsTwoValuesOfEach() {
        assertThat(WelchTest.of(sorted(3), sorted(2, 4, 6))).isEqualTo(new WelchTest(-1, null, null, null, null));
    }

    @Test
    void oneConstantSampleDoesNotHinder() {
        WelchTest test = WelchTest.of(sorted(1, 3), sorted(1, 1, 1));

        assertThat(test.statistic()).isEqualTo(1);
        assertThat(test.degreesOfFreedom()).isEqualTo(1);
        assertThat(test.pValue()).isCloseTo(0.5, offset(1e-15));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void movesWithTheValuesAndNotWithTheirOrder(long seed) {
        double[] x = Samples.tied(seed, 31);
        double[] y = Samples.tied(-seed, 22);
        WelchTest test = WelchTest.of(sorted(x), sorted(y));

        assertThat(WelchTest.of(sorted(Samples.shuffled(x, seed)), sorted(Samples.shuffled(y, seed))))
                .isEqualTo(test);
        WelchTest scaled = WelchTest.of(sorted(Samples.scaled(x, 8)), sorted(Samples.scaled(y, 8)));
        assertThat(scaled.statistic()).isCloseTo(test.statistic(), offset(1e-12));
        assertThat(scaled.interval().low()).isCloseTo(8 * test.interval().low(), offset(1e-12));
        WelchTest shifted = WelchTest.of(sorted(Samples.shifted(x, 64)), sorted(Samples.shifted(y, 64)));
        assertThat(shifted.pValue()).isCloseTo(test.pValue(), offset(1e-12));
        WelchTest swapped = WelchTest.of(sorted(y), sorted(x));
        assertThat(swapped.difference()).isEqualTo(-test.difference());
        assertThat(swapped.pValue()).isCloseTo(test.pValue(), offset(1e-14));
        assertThat(swapped.interval().low()).isCloseTo(-test.interval().high(), offset(1e-12));
    }
}
