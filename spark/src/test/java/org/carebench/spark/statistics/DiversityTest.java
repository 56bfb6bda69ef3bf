package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiversityTest {

    /** Shares .5, .3, .2 of 20 items: 1.0296530140645737 nats, and 2 / 40 for the unseen. */
    @Test
    void correctsForFewItems() {
        Diversity diversity = Diversity.of(new double[] {10, 0, 4, 6});

        assertThat(diversity.entropy()).isCloseTo(1.0796530140645737, offset(1e-14));
        assertThat(diversity.effectiveCategories()).isCloseTo(Math.exp(1.0796530140645737), offset(1e-14));
        assertThat(diversity.evenness()).isCloseTo(1.0796530140645737 / Math.log(4), offset(1e-14));
    }

    @Test
    void dividesAnItemOfSeveralCategories() {
        Diversity diversity = Diversity.of(new double[] {0.5, 1.5});

        assertThat(diversity.entropy())
                .isCloseTo(Math.min(Math.log(2), -0.25 * Math.log(0.25) - 0.75 * Math.log(0.75) + 0.25), offset(1e-15));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 13})
    void endsAtTheNumberOfCategories(int categories) {
        double[] even = new double[categories];
        Arrays.fill(even, 5);
        Diversity diversity = Diversity.of(even);

        assertThat(diversity)
                .isEqualTo(
                        new Diversity(Math.log(categories), Math.min(categories, diversity.effectiveCategories()), 1));
        assertThat(diversity.effectiveCategories()).isCloseTo(categories, offset(1e-13));
    }

    @Test
    void beginsAtOneCategory() {
        assertThat(Diversity.of(new double[] {0, 12, 0})).isEqualTo(new Diversity(0, 1, 0));
    }

    @Test
    void isNotKnownWithoutItems() {
        assertThat(Diversity.of(new double[] {0, -0.0, 0})).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void doesNotDependOnTheOrderOfTheCategories(long seed) {
        double[] items = Samples.shifted(Samples.tied(seed, 13), 2);

        assertThat(Diversity.of(Samples.shuffled(items, seed))).isEqualTo(Diversity.of(items));
    }

    @Test
    void refusesWhatCannotBeCounted() {
        assertThatThrownBy(() -> Diversity.of(new double[] {3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot measure diversity: there are 1 categories");
        assertThatThrownBy(() -> Diversity.of(new double[] {3, -1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot measure diversity: a category has -1.0 items");
        assertThatThrownBy(() -> Diversity.of(new double[] {3, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
