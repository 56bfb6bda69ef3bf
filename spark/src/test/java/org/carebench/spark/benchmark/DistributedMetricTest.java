package org.carebench.spark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carebench.contract.mart.MetricDistribution;
import org.carebench.contract.mart.MetricState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DistributedMetricTest {

    private static final LocalDate START = LocalDate.of(2025, 3, 31);

    private final DistributedMetric metric = new DistributedMetric(11);

    @Test
    void describesAllProvidersByTheirValues() {
        MetricDistribution national = national(values(IntStream.rangeClosed(1, 41)));

        assertThat(national.n()).isEqualTo(41);
        assertThat(national.nMissing()).isZero();
        assertThat(national.p10()).isEqualTo(5);
        assertThat(national.p25()).isEqualTo(11);
        assertThat(national.median()).isEqualTo(21);
        assertThat(national.p75()).isEqualTo(31);
        assertThat(national.p90()).isEqualTo(37);
        assertThat(national.iqr()).isEqualTo(20);
        assertThat(national.mean()).isEqualTo(21);
        assertThat(national.sd()).isCloseTo(Math.sqrt(41 * 42 / 12.0), within(1e-12));
        assertThat(national.shareZero()).isZero();
        assertThat(national.suppressedReason()).isNull();
    }

    /** The 2.5 % quantile of Binomial(41, 1/2) is 14: the 14th value from either end. */
    @Test
    void givesTheMedianAnIntervalOfOrderStatistics() {
        MetricDistribution national = national(values(IntStream.rangeClosed(1, 41)));

        assertThat(national.medianLow()).isEqualTo(14);
        assertThat(national.medianHigh()).isEqualTo(28);
    }

    @Test
    void showsOnlyThePercentilesThatSoManyProvidersTell() {
        MetricDistribution of11 = national(values(IntStream.rangeClosed(1, 11)));
        MetricDistribution of20 = national(values(IntStream.rangeClosed(1, 20)));
        MetricDistribution of29 = national(values(IntStream.rangeClosed(1, 29)));
        MetricDistribution of30 = national(values(IntStream.rangeClosed(1, 30)));

        assertThat(of11.median()).isEqualTo(6);
        assertThat(Stream.of(of11.p25(), of11.p75(), of11.iqr(), of20.p10(), of20.p90(), of29.p10(), of29.p90()))
                .containsOnlyNulls();
        assertThat(Stream.of(of20.p25(), of20.p75(), of20.iqr(), of30.p10(), of30.p90()))
                .doesNotContainNull();
    }

    @Test
    void withholdsFewerThanElevenProviders() {
        MetricDistribution national = national(values(IntStream.rangeClosed(1, 10)));

        assertThat(national.suppressedReason()).isEqualTo("FEWER_THAN_MINIMUM");
        assertThat(Stream.of(
                        national.n(), national.nMissing(), national.median(), national.mean(), national.shareZero()))
                .containsOnlyNulls();
    }

    @Test
    void saysWhyMostValuesAreMissing() {
        List<MetricOfProvider> providers = values(IntStream.rangeClosed(1, 15));
        providers.addAll(missing(MetricState.TOO_FEW, 12));
        providers.addAll(missing(MetricState.NOT_COLLECTABLE, 13));

        assertThat(national(providers).nMissing()).isEqualTo(25);
        assertThat(national(providers).missingReason()).isEqualTo("NOT_COLLECTABLE");
    }

    @Test
    void doesNotSayAReasonThatFewShare() {
        List<MetricOfProvider> providers = values(IntStream.rangeClosed(1, 15));
        providers.addAll(missing(MetricState.TOO_FEW, 10));
        providers.addAll(missing(MetricState.NOT_COLLECTABLE, 10));

        assertThat(national(providers).nMissing()).isEqualTo(20);
        assertThat(national(providers).missingReason()).isNull();
    }

    @Test
    void withholdsANumberOfMissingThatIsSmall() {
        List<MetricOfProvider> providers = values(IntStream.rangeClosed(1, 15));
        providers.addAll(missing(MetricState.TOO_FEW, 3));

        assertThat(national(providers).n()).isEqualTo(15);
        assertThat(national(providers).nMissing()).isNull();
    }

    @Test
    void tellsTheShareOfZerosUnlessItTellsOfFew() {
        assertThat(national(values(IntStream.range(0, 40).map(i -> i < 12 ? 0 : i)))
                        .shareZero())
                .isEqualTo(0.3);
        assertThat(national(values(IntStream.range(0, 40).map(i -> i < 5 ? 0 : i)))
                        .shareZero())
                .isNull();
        assertThat(national(values(IntStream.range(0, 40).map(i -> i < 35 ? 0 : i)))
                        .shareZero())
                .isNull();
        assertThat(national(values(IntStream.range(0, 40).map(i -> 0))).shareZero())
                .isEqualTo(1);
    }

    @Test
    void describesOwnersAndSizesToo() {
        List<MetricOfProvider> providers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            providers.add(provider(
                    (double) i, MetricState.KNOWN, i % 2 == 0 ? "NON_PROFIT" : "FOR_PROFIT", i < 30 ? "1-49" : "400+"));
        }

        assertThat(metric.of(providers))
                .extracting(row -> row.peerDimension() + " " + row.peerGroup() + " " + row.n() + " " + row.median())
                .containsExactly(
                        "national all 60 29.5",
                        "ownership_group FOR_PROFIT 30 30.0",
                        "ownership_group NON_PROFIT 30 29.0",
                        "bed_band 1-49 30 14.5",
                        "bed_band 400+ 30 44.5");
    }

    @Test
    void withholdsAnotherGroupWhereOneWouldFollowFromTheTotal() {
        List<MetricOfProvider> providers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            providers.add(
                    provider((double) i, MetricState.KNOWN, "NON_PROFIT", i < 5 ? "1-49" : i < 20 ? "50-99" : "400+"));
        }

        assertThat(metric.of(providers).stream()
                        .filter(row -> row.peerDimension().equals("bed_band")))
                .extracting(row -> row.peerGroup() + " " + row.suppressedReason())
                .containsExactly("1-49 FEWER_THAN_MINIMUM", "400+ null", "50-99 COMPLEMENTARY");
    }

    @Test
    void doesNotDependOnTheOrderOfProviders() {
        Random random = new Random(20251206);
        List<MetricOfProvider> providers = values(IntStream.range(0, 200).map(i -> random.nextInt(50)));
        providers.addAll(missing(MetricState.TOO_FEW, 40));
        List<MetricDistribution> ordered = metric.of(providers);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(providers, random);

            assertThat(metric.of(providers)).isEqualTo(ordered);
        }
    }

    private MetricDistribution national(List<MetricOfProvider> providers) {
        return metric.of(providers).stream()
                .filter(row -> row.peerDimension().equals("national"))
                .findFirst()
                .orElseThrow();
    }

    private static List<MetricOfProvider> values(IntStream values) {
        return values.mapToObj(value -> provider((double) value, MetricState.KNOWN, "NON_PROFIT", "100-199"))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<MetricOfProvider> missing(MetricState state, int count) {
        return Collections.nCopies(count, provider(null, state, "NON_PROFIT", "100-199"));
    }

    private static MetricOfProvider provider(
            @Nullable Double value, MetricState state, String ownershipGroup, String bedBand) {
        return new MetricOfProvider(
                "er_partial_7d",
                "facebook",
                START,
                START.plusWeeks(13).minusDays(1),
                value,
                state,
                "pct",
                "1",
                Map.of(
                        "national",
                        "all",
                        "ownership",
                        ownershipGroup,
                        "ownership_group",
                        ownershipGroup,
                        "type",
                        "Acute Care Hospitals",
                        "state",
                        "AL",
                        "bed_band",
                        bedBand));
    }
}
