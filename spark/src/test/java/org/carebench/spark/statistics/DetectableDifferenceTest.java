package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectableDifferenceTest {

    @Test
    void isTwoPointEightStandardErrors() {
        assertThat(DetectableDifference.of(0.37)).isCloseTo(0.37 * 2.8015852181129683, offset(1e-14));
    }

    @Test
    void isFoundInEightyOfAHundredStudies() {
        double difference = DetectableDifference.of(1.8);

        assertThat(NormalDistribution.of(difference, 1.8).survivalProbability(1.8 * Interval.NORMAL_QUANTILE))
                .isCloseTo(0.8, offset(1e-14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoStandardError(double standardError) {
        assertThatThrownBy(() -> DetectableDifference.of(standardError))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("the standard error is " + standardError);
    }
}
