package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterBootstrapTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void findsTheSameIntervalFromSumsAsFromRows(int seed) {
        OlsRows rows = OlsRows.random(seed, 200);
        ClusterBootstrap bootstrap = new ClusterBootstrap(rows.clusters(), 300, seed);
        double[] ones = rows.covariates().column(0);
        BootstrapInterval ofSums = bootstrap.ofSums(new double[][] {rows.outcome(), ones}, sums -> sums[0] / sums[1]);
        BootstrapInterval ofRows = bootstrap.ofRows(drawn -> mean(rows, drawn));

        assertThat(ofSums.interval().low()).isCloseTo(ofRows.interval().low(), offset(1e-10));
        assertThat(ofSums.interval().high()).isCloseTo(ofRows.interval().high(), offset(1e-10));
        assertThat(ofSums.bias()).isEqualTo(ofRows.bias());
        assertThat(ofSums.acceleration()).isCloseTo(ofRows.acceleration(), offset(1e-10));
        assertThat(ofSums.estimate())
                .isCloseTo(mean(rows, IntStream.range(0, 200).toArray()), offset(1e-11));
    }

    private static double mean(OlsRows rows, int[] drawn) {
        return IntStream.of(drawn).mapToDouble(i -> rows.outcome()[i]).average().orElse(Double.NaN);
    }

    @Test
    void isAsWideAsTheClusteredErrorOfAMean() {
        OlsRows rows = OlsRows.random(7, 1500);
        StudentEstimate clustered =
                LeastSquares.of(Design.withIntercept(1500)).fit(rows.outcome()).cr1(Design.INTERCEPT, rows.clusters());
        BootstrapInterval interval = new ClusterBootstrap(rows.clusters(), 2000, 1)
                .ofSums(new double[][] {rows.outcome(), rows.covariates().column(0)}, sums -> sums[0] / sums[1]);
        double ratio = (interval.interval().high() - interval.interval().low())
                / (clustered.interval().high() - clustered.interval().low());

        assertThat(ratio).isBetween(0.9, 1.1);
        assertThat(interval.interval().contains(clustered.estimate())).isTrue();
    }

    @Test
    void dependsOnTheSeedAndNothingElse() {
        OlsRows rows = OlsRows.random(1, 100);

        assertThat(interval(rows, 5)).isEqualTo(interval(rows, 5)).isNotEqualTo(interval(rows, 6));
    }

    private static BootstrapInterval interval(OlsRows rows, long seed) {
        return new ClusterBootstrap(rows.clusters(), 200, seed).ofRows(drawn -> median(rows, drawn));
    }

    private static double median(OlsRows rows, int[] drawn) {
        return SortedSample.of(
                        IntStream.of(drawn).mapToDouble(i -> rows.outcome()[i]).toArray())
                .quantile(0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void doesNotDependOnTheOrderOfTheRows(int seed) {
        OlsRows rows = OlsRows.random(seed, 100);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 100).boxed().toList());
        Collections.shuffle(order, new Random(seed));

        assertThat(interval(rows.rows(order.stream().mapToInt(i -> i).toArray()), 5))
                .isEqualTo(interval(rows, 5));
    }

    @Test
    void drawsEveryClusterEquallyOftenAndAlwaysWhole() {
        Clusters clusters = Clusters.of(List.of("b", "a", "b", "c", "d"));
        TreeMap<Integer, Integer> drawnRows = new TreeMap<>();
        new ClusterBootstrap(clusters, 10_000, 3).ofRows(drawn -> {
            IntStream.of(drawn).forEach(row -> drawnRows.merge(row, 1, Integer::sum));
            return drawn.length;
        });

        assertThat(drawnRows.get(0)).isEqualTo(drawnRows.get(2));
        assertThat(drawnRows)
                .hasSize(5)
                .allSatisfy((row, times) -> assertThat(times).isBetween(9_700, 10_300));
    }

    @Test
    void drawsWhatItDrewInEveryEarlierRelease() {
        List<String> drawn = new ArrayList<>();
        new ClusterBootstrap(Clusters.of(List.of("a", "b", "c", "d", "e", "f")), 2, 42).ofRows(rows -> {
            drawn.add(IntStream.of(rows).boxed().toList().toString());
            return rows[0];
        });

        assertThat(drawn.subList(1, 3)).containsExactly("[4, 0, 1, 2, 0, 5]", "[1, 4, 2, 3, 1, 2]");
    }

    @Test
    void countsResamplesWithoutTheStatistic() {
        Clusters clusters = Clusters.of(List.of("a", "b", "c"));
        double[] values = {1, 2, 6};
        BootstrapInterval interval = new ClusterBootstrap(clusters, 500, 9)
                .ofRows(drawn -> IntStream.of(drawn).anyMatch(row -> row == 2)
                        ? IntStream.of(drawn).mapToDouble(row -> values[row]).sum()
                        : Double.NaN);

        assertThat(interval.undefined()).isBetween(100, 200);
        assertThat(interval.percentile()).isTrue();
    }

    @Test
    void refusesTooLittleAndWhatIsNoNumber() {
        Clusters one = Clusters.of(List.of("a", "a"));
        Clusters two = Clusters.of(List.of("a", "b"));

        assertThatThrownBy(() -> new ClusterBootstrap(one, 100, 1)).hasMessageContaining("100 resamples of 1 clusters");
        assertThatThrownBy(() -> new ClusterBootstrap(two, 0, 1)).hasMessageContaining("0 resamples");
        assertThatThrownBy(() ->
                        new ClusterBootstrap(two, 9, 1).ofSums(new double[][] {{1, Double.NaN}}, sums -> sums[0]))
                .hasMessageContaining("row 1 holds NaN");
    }
}
