package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapIntervalTest {

    private static final double[] REPLICATES = Golden.numbers("bca_boot");
    private static final double THETA = Golden.number("bca", "theta");
    private static final double[] JACKKNIFE = jackknifeOfTheMean(Golden.numbers("data", "E"));

    private static double[] jackknifeOfTheMean(double[] values) {
        double sum = Arrays.stream(values).sum();
        return Arrays.stream(values).map(x -> (sum - x) / (values.length - 1)).toArray();
    }

    @Test
    void givesTheGoldenInterval() {
        BootstrapInterval interval = BootstrapInterval.of(THETA, REPLICATES, JACKKNIFE);

        assertThat(interval.bias()).isCloseTo(Golden.number("bca", "z0"), offset(1e-9));
        assertThat(interval.acceleration()).isCloseTo(Golden.number("bca", "a"), offset(1e-9));
        assertThat(interval.interval().low()).isCloseTo(Golden.number("bca", "lo"), Golden.within(1e-9, 1.91));
        assertThat(interval.interval().high()).isCloseTo(Golden.number("bca", "hi"), Golden.within(1e-9, 4.9));
        assertThat(interval.percentile()).isFalse();
        assertThat(interval.undefined()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 3, 1000})
    void movesWithTheScaleAndTurnsWithItsSign(double scale) {
        Interval before = BootstrapInterval.of(THETA, REPLICATES, JACKKNIFE).interval();
        Interval up = BootstrapInterval.of(5 + scale * THETA, affine(REPLICATES, scale), affine(JACKKNIFE, scale))
                .interval();
        Interval down = BootstrapInterval.of(5 - scale * THETA, affine(REPLICATES, -scale), affine(JACKKNIFE, -scale))
                .interval();

        assertThat(up.low()).isCloseTo(5 + scale * before.low(), offset(1e-9 * scale));
        assertThat(up.high()).isCloseTo(5 + scale * before.high(), offset(1e-9 * scale));
        assertThat(down.low()).isCloseTo(5 - scale * before.high(), offset(1e-9 * scale));
        assertThat(down.high()).isCloseTo(5 - scale * before.low(), offset(1e-9 * scale));
    }

    private static double[] affine(double[] values, double scale) {
        return Arrays.stream(values).map(x -> 5 + scale * x).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void followsAnyIncreasingScaleWhereTheJackknifeIsSymmetric(int seed) {
        double[] replicates = new Random(seed).doubles(1999, -2, 3).toArray();
        double[] symmetric = {-1, 0, 1};
        Interval before = BootstrapInterval.of(0.4, replicates, symmetric).interval();
        Interval after = BootstrapInterval.of(
                        Math.exp(0.4), Arrays.stream(replicates).map(Math::exp).toArray(), symmetric)
                .interval();

        assertThat(Math.log(after.low())).isCloseTo(before.low(), offset(1e-3));
        assertThat(Math.log(after.high())).isCloseTo(before.high(), offset(1e-3));
    }

    @Test
    void isThePercentileIntervalWithoutBiasAndAcceleration() {
        double[] replicates =
                IntStream.rangeClosed(-500, 500).mapToDouble(i -> i).toArray();
        BootstrapInterval interval = BootstrapInterval.of(0, replicates, new double[] {-1, 0, 1});

        assertThat(interval.bias()).isEqualTo(0);
        assertThat(interval.acceleration()).isEqualTo(0);
        assertThat(interval.interval().low()).isCloseTo(-475, offset(1e-9));
        assertThat(interval.interval().high()).isCloseTo(475, offset(1e-9));
    }

    @Test
    void fallsBackToPercentilesWhereTheCorrectionIsUndefined() {
        double[] replicates = IntStream.rangeClosed(0, 1000).mapToDouble(i -> i).toArray();
        double[] jackknife = {1, 2, 4};

        assertPercentile(BootstrapInterval.of(-1, replicates, jackknife), 25, 975);
        assertPercentile(BootstrapInterval.of(1001, replicates, jackknife), 25, 975);
        assertPercentile(BootstrapInterval.of(500, replicates, new double[] {3, 3, 3}), 25, 975);
        assertPercentile(BootstrapInterval.of(500, replicates, new double[] {3, Double.NaN, 4}), 25, 975);
        assertPercentile(BootstrapInterval.of(7, new double[] {7, 7, 7}, jackknife), 7, 7);
    }

    private static void assertPercentile(BootstrapInterval interval, double low, double high) {
        assertThat(interval.percentile()).isTrue();
        assertThat(interval.bias()).isNull();
        assertThat(interval.acceleration()).isNull();
        assertThat(interval.interval()).isEqualTo(new Interval(low, high));
    }

    @Test
    void leavesOutAndCountsResamplesWithoutTheStatistic() {
        double[] more = Arrays.copyOf(REPLICATES, REPLICATES.length + 2);
        more[REPLICATES.length] = Double.NaN;
        more[REPLICATES.length + 1] = Double.NaN;
        BootstrapInterval interval = BootstrapInterval.of(THETA, more, JACKKNIFE);

        assertThat(interval.undefined()).isEqualTo(2);
        assertThat(interval.interval())
                .isEqualTo(BootstrapInterval.of(THETA, REPLICATES, JACKKNIFE).interval());
    }

    @Test
    void refusesAStatisticThatDoesNotExist() {
        assertThatThrownBy(() -> BootstrapInterval.of(Double.NaN, REPLICATES, JACKKNIFE))
                .hasMessageContaining("the sample itself is NaN");
        assertThatThrownBy(() -> BootstrapInterval.of(1, new double[] {Double.NaN}, JACKKNIFE))
                .hasMessageContaining("in none of 1 resamples");
        assertThatThrownBy(() -> BootstrapInterval.of(1, new double[] {1, Double.POSITIVE_INFINITY}, JACKKNIFE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
