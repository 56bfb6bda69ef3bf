package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.carebench.spark.statistics.Golden.within;
import static org.carebench.spark.statistics.Samples.sorted;

import java.util.Objects;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrunnerMunzelTest {

    @ParameterizedTest
    @CsvSource({"AB, A, B", "CD, C, D", "EF, E, F"})
    void givesTheReference(String pair, String first, String second) {
        BrunnerMunzel test = BrunnerMunzel.of(Samples.golden(first), Samples.golden(second));

        assertThat(test.superiority()).isCloseTo(golden(pair, "p_hat"), within(1e-12, 1));
        assertThat(test.standardError()).isCloseTo(golden(pair, "se"), within(1e-9, 1));
        assertThat(test.degreesOfFreedom()).isCloseTo(golden(pair, "df"), within(1e-9, golden(pair, "df")));
        assertThat(test.statistic()).isCloseTo(golden(pair, "stat"), within(1e-9, golden(pair, "stat")));
        assertThat(test.pValue()).isCloseTo(golden(pair, "p"), within(1e-9, 1));
        assertThat(test.separated() || test.constant()).isFalse();
    }

    private static double golden(String pair, String key) {
        return Golden.number("two_sample", pair, "bm", key);
    }

    /** The pain scores of Brunner and Munzel 2000. */
    @Test
    void givesThePublishedExample() {
        SortedSample x = sorted(1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1);
        SortedSample y = sorted(3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4);

        BrunnerMunzel test = BrunnerMunzel.of(y, x);

        assertThat(test.statistic()).isCloseTo(3.1374674823029505, offset(1e-9));
        assertThat(test.pValue()).isCloseTo(0.005786208666151538, offset(1e-9));
    }

    @Test
    void isExactWhereTheSamplesAreSeparated() {
        assertThat(BrunnerMunzel.of(sorted(8, 9, 10), sorted(1, 2, 3, 7)))
                .isEqualTo(new BrunnerMunzel(1, null, null, null, 2 / 35.0, true, false));
        assertThat(BrunnerMunzel.of(sorted(1, 1), sorted(2, 2, 2)))
                .isEqualTo(new BrunnerMunzel(0, null, null, null, 0.2, true, false));
        assertThat(BrunnerMunzel.of(sorted(1), sorted(2)))
                .isEqualTo(new BrunnerMunzel(0, null, null, null, 1.0, true, false));
    }

    @Test
    void doesNotGoBelowWhatRoundingCanTell() {
        SortedSample low = sorted(DoubleStream.iterate(0, x -> x + 1).limit(100).toArray());
        SortedSample high =
                sorted(DoubleStream.iterate(100, x -> x + 1).limit(100).toArray());

        assertThat(BrunnerMunzel.of(high, low).pValue()).isEqualTo(1e-16);
    }

    @Test
    void touchingSamplesAreNotSeparated() {
        BrunnerMunzel test = BrunnerMunzel.of(sorted(3, 4, 5), sorted(1, 2, 3));

        assertThat(test.separated()).isFalse();
        assertThat(test.superiority()).isEqualTo(8.5 / 9);
        assertThat(test.pValue()).isBetween(0.0, 0.05);
    }

    @Test
    void rejectsNothingWhereAllValuesAreEqual() {
        BrunnerMunzel test = BrunnerMunzel.of(sorted(0.1, 0.1, 0.1), sorted(0.1, 0.1));

        assertThat(test).isEqualTo(new BrunnerMunzel(0.5, null, null, null, 1.0, false, true));
        assertThat(test.interval()).isNull();
    }

    @Test
    void isNotKnownForASingleValueInsideTheOtherSample() {
        assertThat(BrunnerMunzel.of(sorted(2), sorted(1, 3, 4)))
                .isEqualTo(new BrunnerMunzel(1 / 3.0, null, null, null, null, false, false));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void seesOnlyTheOrderOfTheValues(long seed) {
        double[] x = Samples.tied(seed, 23);
        double[] y = Samples.tied(-seed, 30);
        BrunnerMunzel test = BrunnerMunzel.of(sorted(x), sorted(y));

        assertThat(BrunnerMunzel.of(sorted(Samples.shuffled(x, seed)), sorted(Samples.shuffled(y, seed))))
                .isEqualTo(test);
        assertThat(BrunnerMunzel.of(sorted(Samples.scaled(x, 4)), sorted(Samples.scaled(y, 4))))
                .isEqualTo(test);
        assertThat(BrunnerMunzel.of(sorted(Samples.shifted(x, 64)), sorted(Samples.shifted(y, 64))))
                .isEqualTo(test);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void changesItsSignWithTheSamples(long seed) {
        SortedSample x = sorted(Samples.tied(seed, 23));
        SortedSample y = sorted(Samples.tied(-seed, 30));
        BrunnerMunzel test = BrunnerMunzel.of(x, y);
        BrunnerMunzel swapped = BrunnerMunzel.of(y, x);

        assertThat(swapped.superiority()).isCloseTo(1 - test.superiority(), offset(1e-14));
        assertThat(swapped.statistic()).isCloseTo(-Objects.requireNonNull(test.statistic()), offset(1e-12));
        assertThat(swapped.pValue()).isCloseTo(test.pValue(), offset(1e-12));
    }
}
