package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightedValueTest {

    @Test
    void countsEveryCaseOnce() {
        assertThat(WeightedValue.mean(List.of(new WeightedValue(50, 100L), new WeightedValue(80, 300L))))
                .isEqualTo(72.5);
    }

    @Test
    void isUnknownWhereOneWeightIs() {
        assertThat(WeightedValue.mean(List.of(new WeightedValue(50, null), new WeightedValue(80, 300L))))
                .isNull();
    }

    @Test
    void isUnknownWithoutAnyCase() {
        assertThat(WeightedValue.mean(List.of(new WeightedValue(50, 0L)))).isNull();
        assertThat(WeightedValue.mean(List.of())).isNull();
    }

    @Test
    void doesNotDependOnTheOrderOfTheValues() {
        WeightedValue a = new WeightedValue(0.1, 3L);
        WeightedValue b = new WeightedValue(0.1, 7_000_000_000L);
        WeightedValue c = new WeightedValue(-1e9, 11L);

        assertThat(WeightedValue.mean(List.of(a, b, c))).isEqualTo(WeightedValue.mean(List.of(c, b, a)));
    }
}
