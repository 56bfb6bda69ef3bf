package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MidRanksTest {

    @Test
    void givesEqualValuesTheMeanOfTheirRanksInTheOrderOfTheInput() {
        assertThat(MidRanks.of(new double[] {30, 10, 20, 20, 40, 20}).ranks()).containsExactly(5, 1, 3, 3, 6, 3);
    }

    @Test
    void takesMinusZeroForZero() {
        assertThat(MidRanks.of(new double[] {0.0, -0.0, -1}).ranks()).containsExactly(2.5, 2.5, 1);
    }

    @Test
    void placesAValueInTheMiddleOfItsShare() {
        MidRanks ranks = MidRanks.of(new double[] {7, 3, 5, 5});

        assertThat(ranks.percentiles()).containsExactly(0.875, 0.125, 0.5, 0.5);
        assertThat(ranks.noVariance()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void putsEqualValuesAtOneHalfAndTellsThatTheyAreEqual(int n) {
        double[] values = new double[n];
        Arrays.fill(values, 0.1);
        MidRanks ranks = MidRanks.of(values);

        assertThat(ranks.percentiles()).containsOnly(0.5);
        assertThat(ranks.noVariance()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithTheLibraryWhereNoZeroIsNegative(long seed) {
        double[] values = Samples.tied(seed, 200);

        assertThat(MidRanks.of(values).ranks()).containsExactly(new NaturalRanking(TiesStrategy.AVERAGE).apply(values));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void seesOnlyTheOrderOfTheValues(long seed) {
        double[] values = Samples.tied(seed, 101);
        double[] ranks = MidRanks.of(values).ranks();
        double[] reversed =
                MidRanks.of(Arrays.stream(values).map(x -> -x).toArray()).ranks();

        assertThat(MidRanks.of(Arrays.stream(values).map(Math::exp).toArray()).ranks())
                .containsExactly(ranks);
        assertThat(IntStream.range(0, ranks.length).mapToDouble(i -> ranks[i] + reversed[i]))
                .containsOnly(values.length + 1.0);
        assertThat(Arrays.stream(MidRanks.of(values).percentiles()).average().orElseThrow())
                .isCloseTo(0.5, offset(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumber(double value) {
        assertThatThrownBy(() -> MidRanks.of(new double[] {1, value}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it holds " + value);
    }
}
