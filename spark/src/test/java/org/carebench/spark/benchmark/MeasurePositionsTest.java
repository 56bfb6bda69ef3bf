package org.carebench.spark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.carebench.contract.mart.PeerPosition;
import org.carebench.spark.statistics.BetaBinomial;
import org.carebench.spark.statistics.BetaPrior;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurePositionsTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final LocalDate END = LocalDate.of(2024, 12, 31);
    private static final long SURVEYS = 400;

    private final MeasurePositions positions = new MeasurePositions(11);

    /** Providers with 60 to 80 percent of 400 surveys: median 70, quartiles 65 and 75. */
    private static List<PositionedProvider> nation() {
        return line("n", "50-99", 21, 60);
    }

    private static List<PositionedProvider> line(String prefix, String beds, int count, double from) {
        return IntStream.range(0, count)
                .mapToObj(i -> provider("%s%02d".formatted(prefix, i), beds, from + i, SURVEYS))
                .toList();
    }

    @Test
    void placesAProviderInTheNationAndAmongProvidersOfItsSize() {
        List<PeerPosition> found = positions.of(nation());

        assertThat(found).hasSize(42);
        PeerPosition highest = row(found, "n20", "national");
        assertThat(highest.value()).isEqualTo(80);
        assertThat(highest.n()).isEqualTo(SURVEYS);
        assertThat(highest.ciLow()).isCloseTo(75.80, offset(0.01));
        assertThat(highest.ciHigh()).isCloseTo(83.63, offset(0.01));
        assertThat(highest.peerGroup()).isEqualTo("all");
        assertThat(highest.peers()).isEqualTo(21);
        assertThat(highest.peerMedian()).isEqualTo(70);
        assertThat(highest.percentile()).isEqualTo(20.5 / 21);
        assertThat(highest.position()).isEqualTo("ABOVE");
        assertThat(highest.platform()).isEqualTo("all");
        assertThat(highest.periodStart()).isEqualTo(START);
        assertThat(highest.periodEnd()).isEqualTo(END);
        assertThat(highest.unit()).isEqualTo("top_box_pct");
        assertThat(highest.definitionVersion()).isEqualTo("1");
        assertThat(row(found, "n20", "bed_band"))
                .usingRecursiveComparison()
                .ignoringFields("peerDimension", "peerGroup")
                .isEqualTo(highest);
        assertThat(row(found, "n20", "bed_band").peerGroup()).isEqualTo("50-99");
    }

    @ParameterizedTest
    @CsvSource({
        "n00, BELOW, OUTSIDE_998",
        "n05, TYPICAL, OUTSIDE_95",
        "n08, NOT_DISTINGUISHABLE, WITHIN",
        "n10, NOT_DISTINGUISHABLE, WITHIN",
        "n15, TYPICAL, OUTSIDE_95",
        "n20, ABOVE, OUTSIDE_998"
    })
    void saysWhatChanceLetsBeTold(String provider, String position, String funnel) {
        PeerPosition row = row(positions.of(nation()), provider, "national");

        assertThat(row.position()).isEqualTo(position);
        assertThat(row.funnel()).isEqualTo(funnel);
    }

    @Test
    void shrinksWithThePriorOfTheGroup() {
        List<PositionedProvider> providers = new ArrayList<>(nation());
        providers.addAll(line("big", "400+", 25, 30));

        List<PeerPosition> found = positions.of(providers);

        assertShrunk(row(found, "n20", "bed_band"), prior(nation()));
        assertShrunk(row(found, "big24", "bed_band"), prior(line("big", "400+", 25, 30)));
        assertShrunk(row(found, "n20", "national"), prior(providers));
    }

    @Test
    void shrinksWithThePriorOfTheNationWhereTheGroupHasFewerThanTwentyShares() {
        List<PositionedProvider> providers = new ArrayList<>(nation());
        providers.addAll(line("few", "400+", 19, 30));

        PeerPosition row = row(positions.of(providers), "few18", "bed_band");

        assertShrunk(row, prior(providers));
        assertThat(row.peerMedian()).isEqualTo(39);
        assertThat(row.position()).isEqualTo("NOT_ENOUGH_DATA");
    }

    private static BetaPrior prior(List<PositionedProvider> providers) {
        return new BetaBinomial(
                        providers.stream()
                                .mapToLong(each -> each.share().with())
                                .toArray(),
                        providers.stream()
                                .mapToLong(each -> each.share().cases())
                                .toArray())
                .fit();
    }

    private static void assertShrunk(PeerPosition row, BetaPrior prior) {
        long with = Math.round(row.value() * 4);
        assertThat(row.shrunkValue()).isEqualTo(100 * prior.shrunk(with, SURVEYS));
        assertThat(row.shrunkLow())
                .isEqualTo(100 * prior.interval(with, SURVEYS).low());
        assertThat(row.shrunkHigh())
                .isEqualTo(100 * prior.interval(with, SURVEYS).high());
        assertThat(row.reliability()).isEqualTo(prior.reliability(SURVEYS));
    }

    @Test
    void shrinksNothingWhereTheNationTellsTooLittle() {
        PeerPosition row = row(positions.of(line("n", "50-99", 19, 60)), "n00", "national");

        assertThat(row.peerMedian()).isEqualTo(69);
        assertThat(row.shrunkValue()).isNull();
        assertThat(row.reliability()).isNull();
        assertThat(row.position()).isEqualTo("NOT_ENOUGH_DATA");
    }

    @Test
    void poolsProvidersThatDifferNoMoreThanByChance() {
        List<PositionedProvider> alike = IntStream.range(0, 30)
                .mapToObj(i -> provider("n" + i, "50-99", 69.5 + i % 2, 100 + i))
                .toList();

        assertThat(positions.of(alike)).allSatisfy(row -> {
            assertThat(row.shrunkValue())
                    .isCloseTo(70, offset(0.5))
                    .isEqualTo(positions.of(alike).get(0).shrunkValue());
            assertThat(row.shrunkLow()).isNull();
            assertThat(row.reliability()).isZero();
            assertThat(row.funnel()).isEqualTo("WITHIN");
            assertThat(row.position()).isEqualTo("NOT_DISTINGUISHABLE");
        });
    }

    @Test
    void saysNothingOfChanceWhereTheValueIsNoShare() {
        List<PositionedProvider> points = IntStream.range(0, 30)
                .mapToObj(i -> provider("n%02d".formatted(i), "50-99", i, null, null, true))
                .toList();

        PeerPosition row = row(positions.of(points), "n29", "national");

        assertThat(row.value()).isEqualTo(29);
        assertThat(row.percentile()).isEqualTo(29.5 / 30);
        assertThat(row.peerMedian()).isEqualTo(14.5);
        assertThat(row)
                .extracting("ciLow", "ciHigh", "shrunkValue", "shrunkLow", "shrunkHigh", "reliability", "funnel")
                .containsOnlyNulls();
        assertThat(row.position()).isEqualTo("NOT_ENOUGH_DATA");
    }

    @Test
    void showsNothingOfASmallGroupNorOfTheOneThatWouldGiveItAway() {
        List<PositionedProvider> providers = new ArrayList<>(line("small", "1-49", 10, 60));
        providers.addAll(line("next", "50-99", 21, 60));
        providers.addAll(line("large", "400+", 30, 60));

        List<PeerPosition> found = positions.of(providers);

        for (String withheld : List.of("small03", "next03")) {
            PeerPosition row = row(found, withheld, "bed_band");
            assertThat(row.position()).isEqualTo("SUPPRESSED");
            assertThat(row)
                    .extracting(
                            "peers",
                            "peerMedian",
                            "percentile",
                            "shrunkValue",
                            "shrunkLow",
                            "shrunkHigh",
                            "reliability",
                            "funnel")
                    .containsOnlyNulls();
            assertThat(row.value()).isEqualTo(63);
            assertThat(row(found, withheld, "national").peers()).isEqualTo(61);
        }
        assertThat(row(found, "large03", "bed_band").peers()).isEqualTo(30);
    }

    @Test
    void neitherShowsNorCountsAmongThePeersWhatOnlyAFewPatientsSaid() {
        List<PositionedProvider> providers = new ArrayList<>(nation());
        providers.add(provider("few", "50-99", 90, 10L));
        providers.add(provider("enough", "50-99", 90.9, 11L));

        List<PeerPosition> found = positions.of(providers);

        PeerPosition few = row(found, "few", "national");
        assertThat(few.position()).isEqualTo("SUPPRESSED");
        assertThat(few)
                .extracting(
                        "value",
                        "n",
                        "ciLow",
                        "ciHigh",
                        "percentile",
                        "shrunkValue",
                        "shrunkLow",
                        "shrunkHigh",
                        "reliability",
                        "funnel")
                .containsOnlyNulls();
        assertThat(few.peers()).isEqualTo(22);
        assertThat(row(found, "enough", "national").value()).isEqualTo(90.9);
    }

    @Test
    void showsNothingWhereOnlyAFewPatientsSpokeOfEveryProvider() {
        List<PositionedProvider> providers = IntStream.range(0, 30)
                .mapToObj(i -> provider("n" + i, "50-99", 50 + i, 10))
                .toList();

        assertThat(positions.of(providers)).hasSize(60).allSatisfy(row -> {
            assertThat(row.position()).isEqualTo("SUPPRESSED");
            assertThat(row).extracting("value", "n", "peers", "peerMedian").containsOnlyNulls();
        });
    }

    @Test
    void withholdsAGroupOfWhichTooFewAreShown() {
        List<PositionedProvider> providers = new ArrayList<>(line("n", "50-99", 30, 60));
        providers.addAll(line("few", "400+", 10, 60));
        providers.add(provider("hidden", "400+", 60, 10));

        assertThat(row(positions.of(providers), "few00", "bed_band").position()).isEqualTo("SUPPRESSED");
    }

    @Test
    void showsWhatRestsOnFewPosts() {
        List<PositionedProvider> providers = new ArrayList<>(nation());
        providers.add(provider("few", "50-99", 2.5, 8L, null, false));

        assertThat(row(positions.of(providers), "few", "national").n()).isEqualTo(8);
    }

    @Test
    void comparesNobodyByAnUnknownSize() {
        List<PositionedProvider> providers = new ArrayList<>(nation());
        providers.addAll(line("unknown", "unknown", 30, 60));

        assertThat(positions.of(providers))
                .filteredOn(row -> row.organizationId().startsWith("unknown"))
                .hasSize(30)
                .allMatch(row -> row.peerDimension().equals("national"));
    }

    @Test
    void hasNoMedianOfFewerThanElevenPeersWhateverMayBeShown() {
        PeerPosition row = row(new MeasurePositions(3).of(line("n", "50-99", 10, 60)), "n00", "national");

        assertThat(row.peers()).isEqualTo(10);
        assertThat(row).extracting("peerMedian", "percentile", "funnel").containsOnlyNulls();
        assertThat(row.position()).isEqualTo("NOT_ENOUGH_DATA");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void doesNotDependOnTheOrderOfTheProviders(long seed) {
        List<PositionedProvider> providers = new ArrayList<>(nation());
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            providers.add(provider("r" + i, i % 3 + "", random.nextInt(101), 1L + random.nextInt(500)));
        }
        List<PeerPosition> expected = positions.of(providers);

        Collections.shuffle(providers, random);

        assertThat(positions.of(providers)).isEqualTo(expected);
    }

    private static PeerPosition row(List<PeerPosition> rows, String provider, String dimension) {
        return rows.stream()
                .filter(row -> row.organizationId().equals(provider)
                        && row.peerDimension().equals(dimension))
                .findFirst()
                .orElseThrow();
    }

    private static PositionedProvider provider(String id, String beds, double value, long surveys) {
        return provider(id, beds, value, surveys, Share.of(value, surveys), true);
    }

    private static PositionedProvider provider(
            String id, String beds, double value, @Nullable Long n, @Nullable Share share, boolean isOfPeople) {
        return new PositionedProvider(
                id, "m", "all", START, END, value, n, share, isOfPeople, "top_box_pct", "1", groups(beds));
    }

    private static Map<String, String> groups(String beds) {
        return new TreeMap<>(Map.of(
                "national", "all",
                "ownership", "Church",
                "ownership_group", "NON_PROFIT",
                "type", "Acute",
                "state", "AL",
                "bed_band", beds));
    }
}
