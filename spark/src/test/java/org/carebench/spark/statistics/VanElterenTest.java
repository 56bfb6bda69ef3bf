package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import org.carebench.spark.statistics.VanElteren.Stratum;
import org.junit.jupiter.api.Test;

class VanElterenTest {

    private static final double[] C = Golden.numbers("data", "C");
    private static final double[] D = Golden.numbers("data", "D");
    private static final List<Stratum> STRATA = strata(C, D);

    private static List<Stratum> strata(double[] high, double[] low) {
        return List.of(
                new Stratum(Arrays.copyOfRange(high, 0, 12), Arrays.copyOfRange(low, 0, 10)),
                new Stratum(Arrays.copyOfRange(high, 12, 25), Arrays.copyOfRange(low, 10, 20)),
                new Stratum(Arrays.copyOfRange(high, 25, high.length), Arrays.copyOfRange(low, 20, low.length)));
    }

    @Test
    void givesTheGoldenTestAndNotTheOneOfCoinsWilcoxon() {
        VanElteren test = VanElteren.of(STRATA);

        assertThat(test.z()).isCloseTo(Golden.number("van_elteren", "z"), offset(1e-12));
        assertThat(test.pValue()).isCloseTo(Golden.number("van_elteren", "p"), offset(1e-12));
        assertThat(test.z()).isCloseTo(Golden.number(Golden.ofR("van_elteren", "z")), offset(1e-12));
        assertThat(test.z()).isNotCloseTo(Golden.number(Golden.ofR("coin_wilcox_block", "z")), offset(0.1));
        assertThat(test.strata()).isEqualTo(3);
    }

    @Test
    void leavesOutStrataWithOneGroup() {
        List<Stratum> more = List.of(
                STRATA.get(0),
                new Stratum(new double[0], new double[] {1, 2}),
                STRATA.get(1),
                new Stratum(new double[] {9}, new double[0]),
                STRATA.get(2));

        assertThat(VanElteren.of(more)).isEqualTo(VanElteren.of(STRATA));
    }

    @Test
    void findsNothingWhereEveryStratumIsConstant() {
        assertThat(VanElteren.of(List.of(
                        new Stratum(new double[] {1, 1}, new double[] {1}),
                        new Stratum(new double[] {5}, new double[] {5}))))
                .isEqualTo(new VanElteren(0.0, 1.0, 2));
    }

    @Test
    void isUnknownWithoutAStratumOfBothGroups() {
        assertThat(VanElteren.of(List.of(new Stratum(new double[] {1}, new double[0]))))
                .isEqualTo(new VanElteren(null, null, 0));
        assertThat(VanElteren.of(List.of())).isEqualTo(new VanElteren(null, null, 0));
    }

    @Test
    void turnsTheSignWithTheGroupsAndKeepsItOnAnyIncreasingScaleOfAStratum() {
        VanElteren swapped = VanElteren.of(List.of(
                new Stratum(Arrays.copyOfRange(D, 0, 10), Arrays.copyOfRange(C, 0, 12)),
                new Stratum(Arrays.copyOfRange(D, 10, 20), Arrays.copyOfRange(C, 12, 25)),
                new Stratum(Arrays.copyOfRange(D, 20, 37), Arrays.copyOfRange(C, 25, 40))));
        VanElteren scaled = VanElteren.of(strata(cubes(C), cubes(D)));

        assertThat(swapped.z()).isCloseTo(-VanElteren.of(STRATA).z(), offset(1e-14));
        assertThat(scaled).isEqualTo(VanElteren.of(STRATA));
    }

    private static double[] cubes(double[] values) {
        return Arrays.stream(values).map(x -> x * x * x - 7).toArray();
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> VanElteren.of(List.of(new Stratum(new double[] {1, Double.NaN}, new double[] {1}))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
