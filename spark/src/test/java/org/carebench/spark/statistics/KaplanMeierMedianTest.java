package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KaplanMeierMedianTest {

    private static final double[] NONE = {};

    @Test
    void givesTheReference() {
        double[] replied = {1, 2, 2, 3, 5, 8, 13, 20, 40};
        double[] open = {168, 168, 168};

        assertThat(KaplanMeierMedian.of(replied, open, 168)).isEqualTo(new KaplanMeierMedian(8.0, 2.0, null, 9, 3));
    }

    /** Remission of leukaemia, maintained and not maintained (Miller 1981): items leave before the median. */
    @Test
    void givesThePublishedExample() {
        double[] relapsed = {9, 13, 18, 23, 31, 34, 48};
        double[] followed = {13, 28, 45, 161};
        double[] relapsedWithout = {5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45};

        assertThat(KaplanMeierMedian.of(relapsed, followed, 1000))
                .isEqualTo(new KaplanMeierMedian(31.0, 13.0, null, 7, 4));
        assertThat(KaplanMeierMedian.of(relapsedWithout, new double[] {16}, 1000))
                .isEqualTo(new KaplanMeierMedian(23.0, 5.0, 33.0, 11, 1));
    }

    @Test
    void whatComesAfterTheHorizonHasNotHappened() {
        assertThat(KaplanMeierMedian.of(new double[] {1, 168, 168.5, 9999}, NONE, 168))
                .isEqualTo(new KaplanMeierMedian(168.0, 1.0, null, 2, 2));
        assertThat(KaplanMeierMedian.of(new double[] {1, 169, 9999}, NONE, 168).median())
                .isNull();
    }

    @Test
    void leavingAtTheTimeOfAnEventCountsAsStillWaiting() {
        assertThat(KaplanMeierMedian.of(new double[] {2, 5}, new double[] {2, 2}, 10)
                        .median())
                .isEqualTo(5);
        assertThat(KaplanMeierMedian.of(new double[] {2, 5}, new double[] {1, 1}, 10)
                        .median())
                .isEqualTo(2);
    }

    @Test
    void isNotReachedWhereMostStillWait() {
        KaplanMeierMedian median = KaplanMeierMedian.of(new double[] {3, 4}, new double[] {168, 168, 168}, 168);

        assertThat(median.median()).isNull();
        assertThat(median.high()).isNull();
        assertThat(KaplanMeierMedian.of(NONE, new double[] {5}, 168))
                .isEqualTo(new KaplanMeierMedian(null, null, null, 0, 1));
        assertThat(KaplanMeierMedian.of(NONE, NONE, 168)).isEqualTo(new KaplanMeierMedian(null, null, null, 0, 0));
    }

    @Test
    void hasNoUpperLimitWhereOnlyTheLastEventReachesIt() {
        assertThat(KaplanMeierMedian.of(new double[] {1, 2, 3, 4, 5}, NONE, 10))
                .isEqualTo(new KaplanMeierMedian(3.0, 1.0, null, 5, 0));
    }

    /** Half of 2 k items have answered by time k: rounding must not move the median to k + 1. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 10, 33, 100, 299, 1000, 1_000_000})
    void reachesOneHalfExactly(int half) {
        double[] times = new double[2 * half];
        Arrays.setAll(times, i -> i + 1);

        assertThat(KaplanMeierMedian.of(times, NONE, 1e9).median()).isEqualTo(half);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void movesWithTheUnitAndNotWithTheOrder(long seed) {
        double[] events =
                Arrays.stream(Samples.continuous(seed, 60)).map(Math::exp).toArray();
        double[] open =
                Arrays.stream(Samples.continuous(-seed, 20)).map(Math::exp).toArray();
        KaplanMeierMedian median = KaplanMeierMedian.of(events, open, 4);

        assertThat(KaplanMeierMedian.of(Samples.shuffled(events, seed), Samples.shuffled(open, seed), 4))
                .isEqualTo(median);
        assertThat(KaplanMeierMedian.of(Samples.scaled(events, 64), Samples.scaled(open, 64), 256))
                .isEqualTo(new KaplanMeierMedian(
                        median.median() * 64,
                        median.low() * 64,
                        median.high() * 64,
                        median.events(),
                        median.censored()));
        assertThat(median.median()).isBetween(median.low(), median.high());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAnImpossibleTime(double time) {
        assertThatThrownBy(() -> KaplanMeierMedian.of(new double[] {1, time}, NONE, 168))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot take a median time: a time is " + time);
        assertThatThrownBy(() -> KaplanMeierMedian.of(NONE, new double[] {time}, 168))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void refusesAnImpossibleHorizon(double horizon) {
        assertThatThrownBy(() -> KaplanMeierMedian.of(NONE, NONE, horizon))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot take a median time: the horizon is " + horizon);
    }
}
