package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.spark.statistics.Samples.sorted;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HodgesLehmannTest {

    @ParameterizedTest
    @CsvSource({"AB, A, B", "CD, C, D", "EF, E, F"})
    void givesTheReferenceToTheBit(String pair, String first, String second) {
        double[] interval = Golden.numbers("two_sample", pair, "hl_ci_moses");

        assertThat(HodgesLehmann.of(Samples.golden(first), Samples.golden(second)))
                .isEqualTo(new HodgesLehmann(
                        Golden.number("two_sample", pair, "hl"), new Interval(interval[0], interval[1]), (long)
                                interval[2]));
    }

    @ParameterizedTest
    @CsvSource({"AB, A, B", "CD, C, D", "EF, E, F"})
    void hasTheIntervalOfTheExactTest(String pair, String first, String second) {
        double[] interval = Golden.numbers(Golden.ofR(pair, "exactRank", "ci"));

        HodgesLehmann shift = HodgesLehmann.of(Samples.golden(first), Samples.golden(second));

        assertThat(shift.interval().low()).isCloseTo(interval[0], Golden.within(1e-12, interval[0]));
        assertThat(shift.interval().high()).isCloseTo(interval[1], Golden.within(1e-12, interval[1]));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void equalsTheSortedDifferencesToTheBit(double[] x, double[] y) {
        double[] sorted = differences(x, y);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;

        HodgesLehmann shift = HodgesLehmann.of(sorted(x), sorted(y));

        assertThat(bits(shift.shift())).isEqualTo(bits(median));
        assertThat(bits(HodgesLehmann.shift(sorted(x), sorted(y)))).isEqualTo(bits(median));
        if (shift.interval() != null) {
            int cut = (int) shift.cut();
            assertThat(bits(shift.interval().low())).isEqualTo(bits(sorted[cut]));
            assertThat(bits(shift.interval().high())).isEqualTo(bits(sorted[sorted.length - 1 - cut]));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void findsEveryDifferenceInItsPlace(double[] x, double[] y) {
        PairwiseDifferences differences = new PairwiseDifferences(sorted(x), sorted(y));
        double[] sorted = differences(x, y);

        assertThat(differences.count()).isEqualTo(sorted.length);
        for (int k = 0; k < sorted.length; k++) {
            assertThat(bits(differences.at(k))).isEqualTo(bits(sorted[k]));
        }
    }

    static Stream<Arguments> samples() {
        return Stream.iterate(1L, seed -> seed + 1).limit(60).map(seed -> {
            Random random = new Random(seed);
            int n = 1 + random.nextInt(25);
            int m = 1 + random.nextInt(25);
            return switch ((int) (seed % 4)) {
                case 0 -> Arguments.of(Samples.tied(seed, n), Samples.tied(-seed, m));
                case 1 -> Arguments.of(Samples.continuous(seed, n), Samples.continuous(-seed, m));
                case 2 -> Arguments.of(allMagnitudes(random, n), allMagnitudes(random, m));
                default -> Arguments.of(withZeros(random, n), withZeros(random, m));
            };
        });
    }

    /** From 1e-300 to 1e300, so that most differences round to one of the two values. */
    private static double[] allMagnitudes(Random random, int n) {
        return random.doubles(n, -300, 300)
                .map(exponent -> Math.pow(10, exponent) * (random.nextBoolean() ? 1 : -1))
                .toArray();
    }

    private static double[] withZeros(Random random, int n) {
        return random.doubles(n, -1, 1).map(x -> x < 0 ? -0.0 : x).toArray();
    }

    private static double[] differences(double[] x, double[] y) {
        return Arrays.stream(x)
                .flatMap(a -> Arrays.stream(y).map(b -> (a + 0.0) - (b + 0.0)))
                .sorted()
                .toArray();
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }

    @Test
    void hasNoIntervalForTooFewValues() {
        HodgesLehmann shift = HodgesLehmann.of(sorted(5, 7, 9), sorted(1, 2, 3));

        assertThat(shift).isEqualTo(new HodgesLehmann(5, null, -1));
        assertThat(HodgesLehmann.of(sorted(5, 7, 9, 11), sorted(1, 2, 3, 4)).cut())
                .isZero();
    }

    @Test
    void hasNoIntervalWhereAllValuesAreEqual() {
        HodgesLehmann shift = HodgesLehmann.of(sorted(0.1, 0.1, 0.1), sorted(0.1, 0.1, 0.1));

        assertThat(shift.shift()).isZero();
        assertThat(shift.interval()).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void movesWithTheValuesAndNotWithTheirOrder(long seed) {
        double[] x = Samples.tied(seed, 31);
        double[] y = Samples.tied(-seed, 22);
        HodgesLehmann shift = HodgesLehmann.of(sorted(x), sorted(y));

        assertThat(HodgesLehmann.of(sorted(Samples.shuffled(x, seed)), sorted(Samples.shuffled(y, seed))))
                .isEqualTo(shift);
        assertThat(HodgesLehmann.of(sorted(Samples.shifted(x, 7.25)), sorted(y)).shift())
                .isEqualTo(shift.shift() + 7.25);
        assertThat(HodgesLehmann.of(sorted(Samples.scaled(x, 8)), sorted(Samples.scaled(y, 8))))
                .isEqualTo(new HodgesLehmann(shift.shift() * 8, shift.interval().map(limit -> limit * 8), shift.cut()));
        HodgesLehmann swapped = HodgesLehmann.of(sorted(y), sorted(x));
        assertThat(swapped.shift() + shift.shift()).isZero();
        assertThat(swapped.interval().low() + shift.interval().high()).isZero();
        assertThat(swapped.interval().high() + shift.interval().low()).isZero();
    }
}
