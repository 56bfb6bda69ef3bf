package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenjaminiHochbergTest {

    @Test
    void givesTheReference() {
        List<Double> p = Arrays.stream(Golden.numbers("bh", "p")).boxed().toList();
        double[] q = Golden.numbers("bh", "q");

        assertThat(array(BenjaminiHochberg.of(p))).containsExactly(q, offset(1e-12));
    }

    @Test
    void leavesOutTestsThatWereNotCarriedOut() {
        List<Double> p = Arrays.asList(0.04, null, 0.01, null, null, 0.03);

        assertThat(BenjaminiHochberg.of(p)).containsExactly(0.04, null, 0.03, null, null, 0.04);
        assertThat(BenjaminiHochberg.of(Arrays.asList(null, null))).containsExactly(null, null);
        assertThat(BenjaminiHochberg.of(List.of())).isEmpty();
    }

    @Test
    void neverExceedsOneNorLiesBelowItsP() {
        assertThat(BenjaminiHochberg.of(List.of(1.0, 0.9, 0.0))).containsExactly(1.0, 1.0, 0.0);
        assertThat(BenjaminiHochberg.of(List.of(0.2))).containsExactly(0.2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsTheOrderOfThePValuesWhateverTheOrderOfTheTests(long seed) {
        List<Double> p = new ArrayList<>(new Random(seed)
                .doubles(200)
                .map(x -> Math.round(x * 50) / 50.0)
                .boxed()
                .toList());
        List<Double> q = BenjaminiHochberg.of(p);
        List<Double> sortedQ = new ArrayList<>(q);
        Collections.sort(sortedQ);
        Collections.sort(p);

        assertThat(BenjaminiHochberg.of(p)).isEqualTo(sortedQ);
        for (int i = 0; i < p.size(); i++) {
            assertThat(sortedQ.get(i)).isBetween(p.get(i), 1.0);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesWhatIsNoProbability(double p) {
        assertThatThrownBy(() -> BenjaminiHochberg.of(List.of(0.5, p)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot adjust p values: test 1 has " + p);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
