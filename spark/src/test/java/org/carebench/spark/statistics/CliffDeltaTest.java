package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.carebench.spark.statistics.Samples.sorted;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliffDeltaTest {

    @ParameterizedTest
    @CsvSource({"AB, A, B", "CD, C, D", "EF, E, F"})
    void givesTheReference(String pair, String first, String second) {
        double[] interval = Golden.numbers("two_sample", pair, "cliff_ci_logit");

        CliffDelta cliff = CliffDelta.of(Samples.golden(first), Samples.golden(second));

        assertThat(cliff.delta()).isCloseTo(Golden.number("two_sample", pair, "cliff"), offset(1e-12));
        assertThat(cliff.interval().low()).isCloseTo(interval[0], offset(1e-9));
        assertThat(cliff.interval().high()).isCloseTo(interval[1], offset(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void saysTheSameAsTheRankTests(long seed) {
        SortedSample x = sorted(Samples.tied(seed, 23));
        SortedSample y = sorted(Samples.tied(-seed, 30));
        double delta = CliffDelta.of(x, y).delta();

        assertThat(delta).isCloseTo(2 * MannWhitney.of(x, y).u() / (23 * 30) - 1, offset(1e-12));
        assertThat(delta).isCloseTo(2 * BrunnerMunzel.of(x, y).superiority() - 1, offset(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void changesItsSignWithTheSamplesAndIgnoresScaleAndOrder(long seed) {
        double[] x = Samples.continuous(seed, 40);
        double[] y = Samples.continuous(-seed, 25);
        CliffDelta cliff = CliffDelta.of(sorted(x), sorted(y));
        CliffDelta swapped = CliffDelta.of(sorted(y), sorted(x));

        assertThat(swapped.delta()).isEqualTo(-cliff.delta());
        assertThat(swapped.interval().low()).isCloseTo(-cliff.interval().high(), offset(1e-12));
        assertThat(CliffDelta.of(sorted(Samples.shuffled(x, seed)), sorted(Samples.scaled(y, 1))))
                .isEqualTo(cliff);
        assertThat(CliffDelta.of(sorted(Samples.scaled(x, 0.125)), sorted(Samples.scaled(y, 0.125))))
                .isEqualTo(cliff);
        assertThat(cliff.interval().contains(cliff.delta())).isTrue();
    }

    @Test
    void hasNoIntervalWhereTheSamplesAreSeparatedOrConstant() {
        assertThat(CliffDelta.of(sorted(3, 4), sorted(1, 2))).isEqualTo(new CliffDelta(1, null));
        assertThat(CliffDelta.of(sorted(1, 2), sorted(3, 4))).isEqualTo(new CliffDelta(-1, null));
        assertThat(CliffDelta.of(sorted(1, 1), sorted(1, 1, 1))).isEqualTo(new CliffDelta(0, null));
    }
}
