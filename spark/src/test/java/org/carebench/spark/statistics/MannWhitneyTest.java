package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.carebench.spark.statistics.Golden.within;
import static org.carebench.spark.statistics.Samples.sorted;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MannWhitneyTest {

    @ParameterizedTest
    @CsvSource({"AB, A, B", "CD, C, D", "EF, E, F"})
    void givesTheReference(String pair, String first, String second) {
        double u = Golden.number("two_sample", pair, "mwu_cc1", "U1");
        double p = Golden.number("two_sample", pair, "mwu_cc1", "p");

        MannWhitney test = MannWhitney.of(Samples.golden(first), Samples.golden(second));

        assertThat(test.u()).isEqualTo(u);
        assertThat(test.pValue())
                .isCloseTo(p, within(1e-12, p))
                .isCloseTo(Golden.number(Golden.ofR(pair, "cc", "p")), within(1e-12, p));
        assertThat(test.constant()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"AB, A, B", "CD, C, D", "EF, E, F"})
    void givesTheReferenceWithoutContinuityCorrection(String pair, String first, String second) {
        double p = Golden.number("two_sample", pair, "mwu_cc0", "p");

        MannWhitney test = MannWhitney.of(Samples.golden(first), Samples.golden(second), ContinuityCorrection.DISABLED);

        assertThat(test.pValue())
                .isCloseTo(p, within(1e-12, p))
                .isCloseTo(Golden.number(Golden.ofR(pair, "nocc", "p")), within(1e-12, p));
    }

    /** The sample is small and without ties, where libraries change to the exact p unasked. */
    @Test
    void staysWithTheNormalApproximation() {
        double exact = Golden.number(Golden.ofR("AB", "exact", "p"));

        assertThat(MannWhitney.of(Samples.golden("A"), Samples.golden("B")).pValue())
                .isNotCloseTo(exact, offset(1e-3));
    }

    @Test
    void rejectsNothingWhereAllValuesAreEqual() {
        assertThat(MannWhitney.of(sorted(3, 3, 3), sorted(3, 3))).isEqualTo(new MannWhitney(3, 1, true));
        assertThat(MannWhitney.of(sorted(0.0, -0.0), sorted(-0.0, 0.0))).isEqualTo(new MannWhitney(2, 1, true));
        assertThat(MannWhitney.of(sorted(3), sorted(3))).isEqualTo(new MannWhitney(0.5, 1, true));
    }

    @Test
    void isNeverMoreThanCertain() {
        MannWhitney test = MannWhitney.of(sorted(1, 4), sorted(2, 3));

        assertThat(test).isEqualTo(new MannWhitney(2, 1, false));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void followsTheFormulaUnderTies(long seed) {
        SortedSample x = SortedSample.of(Samples.tied(seed, 23));
        SortedSample y = SortedSample.of(Samples.shifted(Samples.tied(-seed, 30), 0.5));
        RankSum sum = RankSum.of(x, y);
        double z = (Math.abs(sum.u() - sum.expected()) - 0.5) / Math.sqrt(sum.variance());
        double p = Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(z));

        assertThat(MannWhitney.of(x, y).pValue()).isCloseTo(p, offset(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void seesOnlyTheOrderOfTheValues(long seed) {
        double[] x = Samples.tied(seed, 23);
        double[] y = Samples.tied(-seed, 30);
        MannWhitney test = MannWhitney.of(sorted(x), sorted(y));

        assertThat(MannWhitney.of(sorted(Samples.shuffled(x, seed)), sorted(Samples.shuffled(y, seed))))
                .isEqualTo(test);
        assertThat(MannWhitney.of(sorted(Samples.scaled(x, 4)), sorted(Samples.scaled(y, 4))))
                .isEqualTo(test);
        assertThat(MannWhitney.of(sorted(Samples.shifted(x, 64)), sorted(Samples.shifted(y, 64))))
                .isEqualTo(test);
        MannWhitney swapped = MannWhitney.of(sorted(y), sorted(x));
        assertThat(swapped.u()).isEqualTo(23 * 30 - test.u());
        assertThat(swapped.pValue()).isCloseTo(test.pValue(), offset(1e-14));
    }
}
