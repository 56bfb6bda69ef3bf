package org.carebench.spark.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.carebench.contract.mart.IntegrationIndex;
import org.carebench.spark.calibration.Hospital.Ownership;
import org.carebench.spark.statistics.Spearman;
import org.junit.jupiter.api.Test;

class WorldTest {

    private static final int SIZE = 6000;
    private static final Noise NOISE = Noise.of("world", 1);
    private static final World WORLD = World.of(WorldRule.nothing(SIZE), NOISE);

    @Test
    void hospitalsAreLikeThoseOfTheUnitedStates() {
        assertThat(share(Hospital::isRural)).isCloseTo(0.35, within(0.02));
        assertThat(share(each -> each.ownership() == Ownership.NON_PROFIT)).isCloseTo(0.57, within(0.02));
        assertThat(share(each -> each.ownership() == Ownership.FOR_PROFIT)).isCloseTo(0.25, within(0.02));
        assertThat(share(Hospital::isTeaching)).isCloseTo(0.054, within(0.015));
        assertThat(share(each -> each.beds() < 100)).isCloseTo(0.49, within(0.03));
        assertThat(share(each -> !each.cluster().equals(each.id()))).isBetween(0.55, 0.6801);
    }

    @Test
    void recommendationVariesAsInThePublicFile() {
        double[] published = Arrays.stream(WORLD.recommend())
                .filter(Objects::nonNull)
                .mapToDouble(value -> value)
                .toArray();
        double mean = Arrays.stream(published).average().orElseThrow();
        double variance = Arrays.stream(published)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(69.3, within(0.7));
        assertThat(Math.sqrt(variance)).isCloseTo(9.9, within(0.5));
    }

    @Test
    void theIndexFollowsWhatItIsToMeasure() {
        List<IntegrationIndex> rows =
                Pipeline.index(CohortRules.withoutPeers(), WORLD, List.of(Pipeline.components(WORLD, NOISE)))
                        .indices()
                        .stream()
                        .filter(row -> row.indexRelative() != null)
                        .toList();
        double[] index =
                rows.stream().mapToDouble(IntegrationIndex::indexRelative).toArray();
        double[] integration = rows.stream()
                .mapToDouble(row -> WORLD.integration()[WORLD.places().get(row.organizationId())])
                .toArray();

        assertThat(rows).hasSizeGreaterThan(SIZE / 2);
        assertThat(Spearman.of(index, integration)).isBetween(0.7, 0.95);
    }

    @Test
    void countsHaveTheirMeansAndVariances() {
        assertMoments(IntStream.range(0, 20_000).mapToDouble(i -> NOISE.poisson(7)), 7, 7);
        assertMoments(IntStream.range(0, 20_000).mapToDouble(i -> NOISE.poisson(70)), 70, 70);
        assertMoments(IntStream.range(0, 20_000).mapToDouble(i -> NOISE.binomial(13, 0.3)), 3.9, 2.73);
        assertMoments(IntStream.range(0, 20_000).mapToDouble(i -> NOISE.binomial(400, 0.3)), 120, 84);
        assertMoments(IntStream.range(0, 20_000).mapToDouble(i -> NOISE.gamma(0.5)), 0.5, 0.5);
        assertMoments(IntStream.range(0, 20_000).mapToDouble(i -> NOISE.gamma(4)), 4, 4);
    }

    private static void assertMoments(DoubleStream drawn, double mean, double variance) {
        double[] values = drawn.toArray();
        double found = Arrays.stream(values).average().orElseThrow();
        assertThat(found).isCloseTo(mean, within(5 * Math.sqrt(variance / values.length)));
        assertThat(Arrays.stream(values)
                        .map(value -> (value - found) * (value - found))
                        .average()
                        .orElseThrow())
                .isCloseTo(variance, within(0.1 * variance));
    }

    private static double share(Predicate<Hospital> predicate) {
        return WORLD.hospitals().stream().filter(predicate).count() / (double) SIZE;
    }
}
