package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.carebench.spark.statistics.Samples.sorted;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RankSumTest {

    @ParameterizedTest
    @CsvSource({"AB, A, B", "CD, C, D", "EF, E, F"})
    void countsThePairsOfTheReference(String pair, String first, String second) {
        double expected = Golden.number("two_sample", pair, "mwu_cc1", "U1");

        assertThat(RankSum.of(Samples.golden(first), Samples.golden(second)).u())
                .isEqualTo(expected)
                .isEqualTo(Golden.number(Golden.ofR(pair, "cc", "W")));
    }

    @Test
    void hasTheVarianceOfAllOrdersWithoutTies() {
        RankSum sum = RankSum.of(sorted(1, 4), sorted(2, 3, 5));

        assertThat(sum).isEqualTo(new RankSum(2, 3, 3));
    }

    /** The ten ways to put the ranks 1.5, 1.5, 3, 4.5, 4.5 into groups of 2 and 3 have this variance. */
    @Test
    void hasTheVarianceOfAllOrdersWithTies() {
        RankSum sum = RankSum.of(sorted(1, 4), sorted(1, 3, 4));

        assertThat(sum.u()).isEqualTo(3);
        assertThat(sum.variance()).isCloseTo(2.7, offset(1e-15));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void dividesThePairsBetweenTheSamples(long seed) {
        SortedSample x = SortedSample.of(Samples.tied(seed, 31));
        SortedSample y = SortedSample.of(Samples.tied(-seed, 17));

        assertThat(RankSum.of(x, y).u() + RankSum.of(y, x).u()).isEqualTo(31 * 17);
        assertThat(RankSum.of(x, y).variance()).isCloseTo(RankSum.of(y, x).variance(), offset(1e-12));
    }

    @Test
    void doesNotVaryWhereAllValuesAreEqual() {
        assertThat(RankSum.of(sorted(0.1, 0.1), sorted(0.1, 0.1, 0.1))).isEqualTo(new RankSum(3, 3, 0));
    }
}
