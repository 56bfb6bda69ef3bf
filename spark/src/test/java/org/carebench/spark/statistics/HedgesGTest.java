package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.carebench.spark.statistics.Golden.within;
import static org.carebench.spark.statistics.Samples.sorted;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HedgesGTest {

    @ParameterizedTest
    @CsvSource({"AB, A, B", "CD, C, D", "EF, E, F"})
    void givesTheReference(String pair, String first, String second) {
        HedgesG hedges = HedgesG.of(Samples.golden(first), Samples.golden(second));

        assertThat(hedges.d()).isCloseTo(golden(pair, "d"), within(1e-12, 1));
        assertThat(hedges.correction()).isCloseTo(golden(pair, "J"), within(1e-12, 1));
        assertThat(hedges.g()).isCloseTo(golden(pair, "g"), within(1e-12, 1));
        assertThat(hedges.variance()).isCloseTo(golden(pair, "v"), within(1e-12, 1));
    }

    private static double golden(String pair, String key) {
        return Golden.number("two_sample", pair, "hedges", key);
    }

    /** For 2 degrees of freedom J is 1 / sqrt(pi), for 4 it is 2 sqrt(2 / pi) / 2. */
    @Test
    void correctsExactly() {
        assertThat(HedgesG.of(sorted(1, 2), sorted(3, 5)).correction())
                .isCloseTo(1 / Math.sqrt(Math.PI), offset(1e-15));
        assertThat(HedgesG.of(sorted(1, 2, 3), sorted(3, 5, 8)).correction())
                .isCloseTo(Math.sqrt(2 / Math.PI), offset(1e-15));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 6000, 200_000})
    void keepsItsAccuracyForManyValues(int n) {
        double freedom = 2.0 * n - 2;
        double series = 1 - 3 / (4 * freedom) - 7 / (32 * freedom * freedom);

        HedgesG hedges = HedgesG.of(sorted(Samples.continuous(1, n)), sorted(Samples.continuous(2, n)));

        assertThat(hedges.correction()).isNotCloseTo(1, offset(1 / freedom / 2));
        assertThat(hedges.correction()).isCloseTo(series, offset(1e-9));
    }

    @Test
    void isNotKnownWithoutVarianceOrForASingleValue() {
        assertThat(HedgesG.of(sorted(3, 3), sorted(2, 2))).isNull();
        assertThat(HedgesG.of(sorted(3), sorted(2, 4))).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void hasNoUnitAndChangesItsSignWithTheSamples(long seed) {
        double[] x = Samples.tied(seed, 31);
        double[] y = Samples.tied(-seed, 22);
        HedgesG hedges = HedgesG.of(sorted(x), sorted(y));

        assertThat(HedgesG.of(sorted(Samples.shuffled(x, seed)), sorted(Samples.shuffled(y, seed))))
                .isEqualTo(hedges);
        assertThat(HedgesG.of(sorted(Samples.scaled(x, 3)), sorted(Samples.scaled(y, 3)))
                        .g())
                .isCloseTo(hedges.g(), offset(1e-13));
        assertThat(HedgesG.of(sorted(Samples.shifted(x, 64)), sorted(Samples.shifted(y, 64)))
                        .g())
                .isCloseTo(hedges.g(), offset(1e-13));
        assertThat(HedgesG.of(sorted(y), sorted(x)).g()).isCloseTo(-hedges.g(), offset(1e-15));
    }
}
