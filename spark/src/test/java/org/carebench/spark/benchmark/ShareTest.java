package org.carebench.spark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Random;
import org.carebench.spark.statistics.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    @ParameterizedTest
    @CsvSource({"68, 316, 215", "0, 40, 0", "100, 40, 40", "50, 101, 51", "0.4, 100, 0", "33.3333333333, 27, 9"})
    void takesTheNearestNumberOfCasesBehindAPercentage(double percentage, long cases, long with) {
        assertThat(Share.of(percentage, cases)).isEqualTo(new Share(with, cases));
    }

    @Test
    void givesTheIntervalInPercent() {
        Interval interval = Share.of(17.5, 40).interval();

        assertThat(interval.low()).isCloseTo(8.7454, offset(1e-4));
        assertThat(interval.high()).isCloseTo(31.95, offset(1e-4));
    }

    @Test
    void holdsThePercentageThoughItWasRounded() {
        Random random = new Random(20251206);
        for (int i = 0; i < 10_000; i++) {
            long cases = 1 + random.nextInt(3000);
            double percentage = random.nextInt(1001) / 10.0;

            assertThat(Share.of(percentage, cases).interval().contains(percentage))
                    .as("%s %% of %s", percentage, cases)
                    .isTrue();
        }
    }
}
