package org.carebench.spark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.carebench.spark.statistics.Interval;
import org.carebench.spark.statistics.SortedSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

    /** 40 to 60: quartiles 45 and 55, median 50. */
    private static final SortedSample PEERS = upTo(60);

    private static SortedSample upTo(int last) {
        return SortedSample.of(
                IntStream.rangeClosed(40, last).mapToDouble(value -> value).toArray());
    }

    @ParameterizedTest
    @CsvSource({
        "55.1, 70, ABOVE",
        "55, 70, TYPICAL",
        "50.1, 54, TYPICAL",
        "50.1, 99, TYPICAL",
        "50, 99, NOT_DISTINGUISHABLE",
        "49, 51, NOT_DISTINGUISHABLE",
        "1, 50, NOT_DISTINGUISHABLE",
        "1, 49.9, TYPICAL",
        "30, 45, TYPICAL",
        "30, 44.9, BELOW",
        "0, 100, NOT_DISTINGUISHABLE"
    })
    void comparesTheWholeIntervalWithMedianAndQuartiles(double low, double high, Position position) {
        assertThat(Position.of(new Interval(low, high), PEERS)).isEqualTo(position);
    }

    @Test
    void judgesNothingWithoutAnInterval() {
        assertThat(Position.of(null, PEERS)).isEqualTo(Position.NOT_ENOUGH_DATA);
    }

    @Test
    void judgesNobodyAmongFewerThanTwentyPeers() {
        Interval far = new Interval(90, 95);

        assertThat(upTo(58).size()).isEqualTo(19);
        assertThat(Position.of(far, upTo(58))).isEqualTo(Position.NOT_ENOUGH_DATA);
        assertThat(Position.of(far, upTo(59))).isEqualTo(Position.ABOVE);
    }
}
