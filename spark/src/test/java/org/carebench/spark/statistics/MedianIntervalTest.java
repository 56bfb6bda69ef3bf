package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MedianIntervalTest {

    /** Ranks of the usual tables, where the values are their own ranks. */
    @ParameterizedTest
    @CsvSource({"6, 1, 6", "10, 2, 9", "11, 2, 10", "20, 6, 15", "30, 10, 21", "100, 40, 61", "1000, 469, 532"})
    void takesTheOrderStatisticsOfTheTable(int n, double low, double high) {
        assertThat(MedianInterval.of(ranks(n))).isEqualTo(new Interval(low, high));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void isNotKnownForAHandfulOfValues(int n) {
        assertThat(MedianInterval.of(ranks(n))).isNull();
    }

    /** Counted over all 2^n ways in which n values can fall on either side of the median. */
    @ParameterizedTest
    @ValueSource(ints = {6, 7, 8, 9, 12, 17, 20})
    void coversTheMedianOftenEnoughAndNoShorterOneDoes(int n) {
        Interval interval = MedianInterval.of(ranks(n));

        assertThat(missed(n, (int) interval.low())).isLessThanOrEqualTo(0.05);
        assertThat(missed(n, (int) interval.low() + 1)).isGreaterThan(0.05);
        assertThat(interval.high()).isEqualTo(n + 1 - interval.low());
    }

    private static double missed(int n, int rank) {
        long outside = 0;
        for (int sides = 0; sides < 1 << n; sides++) {
            int below = Integer.bitCount(sides);
            if (below < rank || n - below < rank) {
                outside++;
            }
        }
        return outside / (double) (1 << n);
    }

    @Test
    void shrinksToAPointWhereAllValuesAreEqual() {
        assertThat(MedianInterval.of(Samples.sorted(4, 4, 4, 4, 4, 4))).isEqualTo(new Interval(4, 4));
    }

    private static SortedSample ranks(int n) {
        return SortedSample.of(
                DoubleStream.iterate(n, rank -> rank - 1).limit(n).toArray());
    }
}
