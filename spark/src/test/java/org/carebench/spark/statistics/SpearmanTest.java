package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpearmanTest {

    @Test
    void givesTheReference() {
        double[] c = Arrays.copyOf(Golden.numbers("data", "C"), 37);

        assertThat(Spearman.of(c, Golden.numbers("data", "D"))).isCloseTo(Golden.number("spearman"), offset(1e-12));
    }

    @Test
    void isExactlyOneForTheSameOrderAndMinusOneForTheReverse() {
        double[] values = Samples.tied(5, 173);

        assertThat(Spearman.of(values, Arrays.stream(values).map(Math::exp).toArray()))
                .isEqualTo(1);
        assertThat(Spearman.of(values, Samples.scaled(values, -2))).isEqualTo(-1);
    }

    @Test
    void isNotKnownWhereOneSideDoesNotVary() {
        assertThat(Spearman.of(new double[] {1, 2, 3}, new double[] {0.0, -0.0, 0.0}))
                .isNull();
        assertThat(Spearman.of(new double[] {1}, new double[] {2})).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void doesNotDependOnTheOrderOfThePairsNorOnTheSides(long seed) {
        double[] x = Samples.tied(seed, 80);
        double[] y = Samples.continuous(-seed, 80);
        double correlation = Spearman.of(x, y);

        assertThat(Spearman.of(Samples.shuffled(x, 7), Samples.shuffled(y, 7))).isEqualTo(correlation);
        assertThat(Spearman.of(y, x)).isEqualTo(correlation);
        assertThat(Spearman.of(Samples.scaled(x, -1), y)).isEqualTo(-correlation);
    }

    @Test
    void refusesSidesOfDifferentLengthAndWhatIsNoNumber() {
        assertThatThrownBy(() -> Spearman.of(new double[] {1, 2}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot correlate: there are 2 values on one side and 1 on the other");
        assertThatThrownBy(() -> Spearman.of(new double[] {1, 2}, new double[] {1, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
