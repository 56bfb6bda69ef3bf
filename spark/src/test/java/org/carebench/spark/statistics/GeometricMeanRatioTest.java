package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.carebench.spark.statistics.Golden.within;
import static org.carebench.spark.statistics.Samples.sorted;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeometricMeanRatioTest {

    @ParameterizedTest
    @CsvSource({"AB, A, B", "CD, C, D", "EF, E, F"})
    void givesTheReference(String pair, String first, String second) {
        double[] expected = Golden.numbers("two_sample", pair, "gmr_pos");

        GeometricMeanRatio ratio = GeometricMeanRatio.of(positive(first), positive(second));

        assertThat(ratio.ratio()).isCloseTo(expected[0], within(1e-9, expected[0]));
        assertThat(ratio.interval().low()).isCloseTo(expected[1], within(1e-9, expected[1]));
        assertThat(ratio.interval().high()).isCloseTo(expected[2], within(1e-9, expected[2]));
        assertThat(ratio.degreesOfFreedom()).isCloseTo(expected[3], within(1e-9, expected[3]));
        assertThat(ratio.pValue()).isCloseTo(expected[4], within(1e-9, expected[4]));
    }

    private static SortedSample positive(String name) {
        return sorted(Arrays.stream(Golden.numbers("data", name))
                .filter(value -> value > 0)
                .toArray());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -0.0, -3})
    void refusesWhatHasNoLogarithm(double value) {
        assertThatThrownBy(() -> GeometricMeanRatio.of(sorted(1, 2), sorted(value, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot take the ratio of geometric means: a value is " + (value + 0.0)
                        + "; compare samples with zeros in two parts");
    }

    @Test
    void hasNoIntervalWithoutVariance() {
        GeometricMeanRatio ratio = GeometricMeanRatio.of(sorted(6, 6), sorted(3, 3));

        assertThat(ratio.ratio()).isCloseTo(2, offset(1e-15));
        assertThat(ratio.interval()).isNull();
        assertThat(ratio.pValue()).isNull();
        assertThat(GeometricMeanRatio.of(sorted(6, 6), sorted(6, 6)))
                .isEqualTo(new GeometricMeanRatio(1, null, null, 1.0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void hasNoUnitAndTurnsOverWithTheSamples(long seed) {
        double[] x = Arrays.stream(Samples.continuous(seed, 31)).map(Math::exp).toArray();
        double[] y = Arrays.stream(Samples.continuous(-seed, 22)).map(Math::exp).toArray();
        GeometricMeanRatio ratio = GeometricMeanRatio.of(sorted(x), sorted(y));
        GeometricMeanRatio swapped = GeometricMeanRatio.of(sorted(y), sorted(x));
        GeometricMeanRatio scaled =
                GeometricMeanRatio.of(sorted(Samples.scaled(x, 1000)), sorted(Samples.scaled(y, 1000)));

        assertThat(GeometricMeanRatio.of(sorted(Samples.shuffled(x, 1)), sorted(Samples.shuffled(y, 2))))
                .isEqualTo(ratio);
        assertThat(swapped.ratio()).isCloseTo(1 / ratio.ratio(), within(1e-12, swapped.ratio()));
        assertThat(swapped.interval().low())
                .isCloseTo(
                        1 / ratio.interval().high(),
                        within(1e-12, swapped.interval().low()));
        assertThat(scaled.ratio()).isCloseTo(ratio.ratio(), within(1e-12, ratio.ratio()));
        assertThat(scaled.pValue()).isCloseTo(ratio.pValue(), offset(1e-12));
    }
}
