package org.carebench.spark.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.carebench.contract.lake.ComparisonRule.Kind;
import org.carebench.spark.statistics.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    @ParameterizedTest
    @CsvSource({
        "2.01, 4, BEYOND",
        "-4, -2.01, BEYOND",
        "2, 4, MAY_BE_SMALL",
        "1.1, 2.5, MAY_BE_SMALL",
        "-2.5, -1.1, MAY_BE_SMALL",
        "0.01, 2, MAY_BE_SMALL",
        "-0.4, 1.1, NO_MEANINGFUL_DIFFERENCE",
        "0.1, 1.99, NO_MEANINGFUL_DIFFERENCE",
        "-1.99, 1.99, NO_MEANINGFUL_DIFFERENCE",
        "0, 2, INCONCLUSIVE",
        "-2, 0, INCONCLUSIVE",
        "-2.6, 4.4, INCONCLUSIVE",
        "-1, 2, INCONCLUSIVE"
    })
    void followsTheIntervalOfADifference(double low, double high, Verdict verdict) {
        assertThat(Verdict.of(new Interval(low, high), 2, Kind.DIFFERENCE)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "1.16, 1.4, BEYOND",
        "0.6, 0.86, BEYOND",
        "1.1, 1.4, MAY_BE_SMALL",
        "0.6, 0.9, MAY_BE_SMALL",
        "0.88, 1.14, NO_MEANINGFUL_DIFFERENCE",
        "0.8, 1.1, INCONCLUSIVE",
        "0.9, 1.2, INCONCLUSIVE"
    })
    void followsTheIntervalOfARatioOnBothSidesAlike(double low, double high, Verdict verdict) {
        assertThat(Verdict.of(new Interval(low, high), 1.15, Kind.RATIO)).isEqualTo(verdict);
        assertThat(Verdict.of(new Interval(1 / high, 1 / low), 1.15, Kind.RATIO))
                .isEqualTo(verdict);
    }

    @Test
    void doesNotDependOnTheSignOfADifference() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 1000; i++) {
            double low = random.nextDouble(-6, 6);
            double high = low + random.nextDouble(0, 6);

            assertThat(Verdict.of(new Interval(-high, -low), 2, Kind.DIFFERENCE))
                    .isEqualTo(Verdict.of(new Interval(low, high), 2, Kind.DIFFERENCE));
        }
    }
}
