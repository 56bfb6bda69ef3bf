package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortedSampleTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/statistics/quantiles.csv", useHeadersInDisplayName = true)
    void givesTheQuantilesOfTheReference(String sample, double p, double quantile) throws IOException {
        assertThat(SortedSample.of(reference(sample)).quantile(p))
                .isCloseTo(quantile, offset(1e-12 * Math.max(1, Math.abs(quantile))));
    }

    private static double[] reference(String sample) throws IOException {
        try (InputStream in = SortedSampleTest.class.getResourceAsStream("/statistics/samples.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> line.startsWith(sample + ","))
                    .mapToDouble(line -> Double.parseDouble(line.substring(2)))
                    .toArray();
        }
    }

    @Test
    void describesASingleValueWithoutADeviation() {
        SortedSample sample = SortedSample.of(new double[] {7});

        assertThat(sample.size()).isEqualTo(1);
        assertThat(List.of(sample.min(), sample.quantile(0.1), sample.quantile(1), sample.max(), sample.mean()))
                .containsOnly(7.0);
        assertThat(sample.standardDeviation()).isNull();
    }

    @Test
    void dividesByOneLessThanTheNumberOfValues() {
        SortedSample sample = SortedSample.of(new double[] {2, 4, 4, 4, 5, 5, 7, 9});

        assertThat(sample.mean()).isEqualTo(5);
        assertThat(sample.standardDeviation()).isCloseTo(Math.sqrt(32.0 / 7), offset(1e-15));
    }

    @Test
    void losesNothingToCancellation() {
        assertThat(SortedSample.of(new double[] {1e16, 1, -1e16, 1}).mean()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1 / 3.0, 68.7, 1e-300, -1e15})
    void findsNoSpreadInEqualValues(double value) {
        for (int n = 2; n < 100; n++) {
            double[] values = new double[n];
            Arrays.fill(values, value);
            SortedSample sample = SortedSample.of(values);

            assertThat(sample.mean()).isEqualTo(value);
            assertThat(sample.standardDeviation()).isEqualTo(0);
        }
    }

    @Test
    void takesMinusZeroForZero() {
        SortedSample sample = SortedSample.of(new double[] {0.0, -0.0});

        assertThat(Double.doubleToRawLongBits(sample.min())).isEqualTo(0);
        assertThat(sample.below(0)).isEqualTo(0);
    }

    @Test
    void countsWhatLiesBelowAndAboveAValue() {
        SortedSample sample = SortedSample.of(new double[] {5, 1, 3, 3, 3, 9});

        assertThat(List.of(sample.below(0), sample.below(3), sample.below(4), sample.below(10)))
                .containsExactly(0, 1, 4, 6);
        assertThat(List.of(sample.above(0), sample.above(3), sample.above(4), sample.above(10)))
                .containsExactly(6, 2, 2, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void doesNotDependOnTheOrderOfTheValues(int seed) {
        List<Double> values =
                new ArrayList<>(new Random(seed).doubles(500, -1e6, 1e6).boxed().toList());
        SortedSample before = SortedSample.of(array(values));
        Collections.shuffle(values, new Random(-seed));
        SortedSample after = SortedSample.of(array(values));

        assertThat(after.mean()).isEqualTo(before.mean());
        assertThat(after.standardDeviation()).isEqualTo(before.standardDeviation());
        assertThat(after.quantile(0.37)).isEqualTo(before.quantile(0.37));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumber(double value) {
        assertThatThrownBy(() -> SortedSample.of(DoubleStream.of(1, value, 2).toArray()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot describe a sample: it holds " + value);
    }

    @Test
    void refusesAnEmptySampleAndAnImpossibleQuantile() {
        assertThatThrownBy(() -> SortedSample.of(new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot describe a sample: it has no value");
        assertThatThrownBy(() -> SortedSample.of(new double[] {1}).quantile(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot take a quantile: p is 1.5, not between 0 and 1");
    }
}
