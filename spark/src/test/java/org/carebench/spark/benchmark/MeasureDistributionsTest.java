package org.carebench.spark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carebench.contract.mart.PeerDistribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasureDistributionsTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final LocalDate END = LocalDate.of(2024, 12, 31);

    private final MeasureDistributions distributions = new MeasureDistributions(3);

    @Test
    void describesReportedValuesAndCountsTheMissing() {
        List<PeerDistribution> found = distributions.of(List.of(
                provider("a", "AL", 50.0, 100L),
                provider("b", "AL", 60.0, 100L),
                provider("c", "AL", 80.0, 200L),
                provider("d", "AL", null, null),
                provider("e", "AL", null, null),
                provider("f", "AL", null, null)));

        PeerDistribution state = row(found, "state", "AL");
        assertThat(state.n()).isEqualTo(3);
        assertThat(state.nMissing()).isEqualTo(3);
        assertThat(state.min()).isEqualTo(50);
        assertThat(state.p10()).isEqualTo(52);
        assertThat(state.p25()).isEqualTo(55);
        assertThat(state.median()).isEqualTo(60);
        assertThat(state.p75()).isEqualTo(70);
        assertThat(state.p90()).isEqualTo(76);
        assertThat(state.max()).isEqualTo(80);
        assertThat(state.mean()).isEqualTo(190.0 / 3);
        assertThat(state.weightedMean()).isEqualTo(67.5);
        assertThat(state.sd()).isEqualTo(Math.sqrt(700.0 / 3));
        assertThat(state.suppressedReason()).isNull();
        assertThat(state.unit()).isEqualTo("top_box_pct");
        assertThat(state.periodStart()).isEqualTo(START);
        assertThat(state.periodEnd()).isEqualTo(END);
    }

    @Test
    void comparesInEveryDimension() {
        List<PeerDistribution> found = distributions.of(
                List.of(provider("a", "AL", 1.0, 1L), provider("b", "AL", 2.0, 1L), provider("c", "AL", 3.0, 1L)));

        assertThat(found)
                .extracting(PeerDistribution::peerDimension, PeerDistribution::peerGroup)
                .containsExactlyInAnyOrder(
                        tuple("national", "all"),
                        tuple("ownership", "Church"),
                        tuple("ownership_group", "NON_PROFIT"),
                        tuple("type", "Acute"),
                        tuple("state", "AL"),
                        tuple("bed_band", "unknown"));
    }

    @Test
    void showsNothingOfASmallGroupNorOfTheOneThatWouldGiveItAway() {
        List<PeerDistribution> found = distributions.of(List.of(
                provider("a", "AL", 1.0, 1L),
                provider("b", "AL", 2.0, 1L),
                provider("c", "TX", 3.0, 1L),
                provider("d", "TX", 4.0, 1L),
                provider("e", "TX", 5.0, 1L),
                provider("f", "NY", 6.0, 1L),
                provider("g", "NY", 7.0, 1L),
                provider("h", "NY", 8.0, 1L),
                provider("i", "NY", 9.0, 1L)));

        assertThat(row(found, "state", "AL").suppressedReason()).isEqualTo("FEWER_THAN_MINIMUM");
        assertThat(row(found, "state", "TX").suppressedReason()).isEqualTo("COMPLEMENTARY");
        assertThat(row(found, "state", "NY").suppressedReason()).isNull();
        assertThat(row(found, "state", "AL"))
                .extracting("n", "nMissing", "min", "median", "max", "mean", "weightedMean", "sd")
                .containsOnlyNulls();
        assertThat(row(found, "national", "all").n()).isEqualTo(9);
    }

    @Test
    void showsThatAGroupHasNoValueButNotHowFewAreMissing() {
        List<PeerDistribution> found = distributions.of(List.of(
                provider("a", "AL", null, null),
                provider("b", "AL", null, null),
                provider("c", "TX", 3.0, 1L),
                provider("d", "TX", 4.0, 1L),
                provider("e", "TX", 5.0, 1L)));

        assertThat(row(found, "state", "AL").n()).isZero();
        assertThat(row(found, "state", "AL").nMissing()).isNull();
        assertThat(row(found, "state", "AL").mean()).isNull();
        assertThat(row(found, "state", "TX").nMissing()).isZero();
        assertThat(row(found, "national", "all").nMissing()).isNull();
    }

    @Test
    void leavesTheWeightedMeanOutWhereOneNumberOfSurveysIsUnknown() {
        List<PeerDistribution> found = distributions.of(
                List.of(provider("a", "AL", 1.0, 1L), provider("b", "AL", 2.0, null), provider("c", "AL", 3.0, 1L)));

        assertThat(row(found, "state", "AL").mean()).isEqualTo(2);
        assertThat(row(found, "state", "AL").weightedMean()).isNull();
    }

    @Test
    void countsAProviderWithoutValueAndPeriodAsMissingFromTheOnlyPeriod() {
        List<MeasuredProvider> providers = new ArrayList<>();
        for (String id : List.of("a", "b", "c")) {
            providers.add(provider(id, "AL", 1.0, 1L));
            providers.add(
                    new MeasuredProvider(id + "2", "m", null, null, null, null, "top_box_pct", "1", groups("AL")));
        }

        assertThat(distributions.of(providers)).allSatisfy(row -> {
            assertThat(row.periodStart()).isEqualTo(START);
            assertThat(row.n()).isEqualTo(3);
            assertThat(row.nMissing()).isEqualTo(3);
        });
    }

    @Test
    void keepsPeriodsApart() {
        MeasuredProvider earlier = new MeasuredProvider(
                "a", "m", LocalDate.of(2023, 1, 1), null, 9.0, 1L, "top_box_pct", "1", groups("AL"));

        List<PeerDistribution> found = new MeasureDistributions(1).of(List.of(earlier, provider("a", "AL", 1.0, 1L)));

        assertThat(found)
                .filteredOn(row -> row.peerDimension().equals("national"))
                .extracting(PeerDistribution::periodStart, PeerDistribution::mean)
                .containsExactly(tuple(LocalDate.of(2023, 1, 1), 9.0), tuple(START, 1.0));
    }

    @Test
    void refusesToCountAProviderTwice() {
        assertThatThrownBy(() ->
                        distributions.of(List.of(provider("cms:1", "AL", 1.0, 1L), provider("cms:1", "AL", 2.0, 1L))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot compare providers by m: cms:1 has two outcomes in one period;"
                        + " read only one source of them");
    }

    @Test
    void refusesToMixUnits() {
        MeasuredProvider points = new MeasuredProvider("b", "m", START, END, 1.0, 1L, "points", "1", groups("AL"));

        assertThatThrownBy(() -> distributions.of(List.of(provider("a", "AL", 1.0, 1L), points)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot compare providers by m: their outcomes have different units [points, top_box_pct]");
    }

    private static PeerDistribution row(List<PeerDistribution> rows, String dimension, String group) {
        return rows.stream()
                .filter(row ->
                        row.peerDimension().equals(dimension) && row.peerGroup().equals(group))
                .findFirst()
                .orElseThrow();
    }

    private static MeasuredProvider provider(String id, String state, @Nullable Double value, @Nullable Long n) {
        return new MeasuredProvider(id, "m", START, END, value, n, "top_box_pct", "1", groups(state));
    }

    private static Map<String, String> groups(String state) {
        return new TreeMap<>(Map.of(
                "national", "all",
                "ownership", "Church",
                "ownership_group", "NON_PROFIT",
                "type", "Acute",
                "state", state,
                "bed_band", "unknown"));
    }
}
