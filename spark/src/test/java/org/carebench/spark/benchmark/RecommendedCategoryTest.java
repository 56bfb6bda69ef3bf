package org.carebench.spark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carebench.contract.lake.RecommendationRule;
import org.carebench.contract.mart.Recommendation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecommendedCategoryTest {

    private static final RecommendationRule RULE = new RecommendationRule("m", "type", 0.75, 100, 4, "v2");

    private final RecommendedCategory category = RecommendedCategory.of(RULE, 3);

    @Test
    void recommendsWhoReachesTheThirdQuartileOfThePeers() {
        List<Recommendation> decisions = category.decide(List.of(
                provider("a", "Acute", 50.0, 100L),
                provider("b", "Acute", 60.0, 100L),
                provider("c", "Acute", 70.0, 100L),
                provider("d", "Acute", 80.0, 100L),
                provider("e", "Acute", 90.0, 100L)));

        assertThat(decisions)
                .extracting(Recommendation::isRecommended)
                .containsExactly(false, false, false, true, true);
        assertThat(decisions).extracting(Recommendation::threshold).containsOnly(80.0);
        assertThat(decisions).extracting(Recommendation::peers).containsOnly(5L);
        assertThat(decisions).extracting(Recommendation::decision).containsOnly("DECIDED");
        assertThat(decisions).extracting(Recommendation::definitionVersion).containsOnly("v2");
    }

    @Test
    void neitherJudgesNorCountsWhoHasTooFewSurveys() {
        List<MeasuredProvider> providers = new ArrayList<>(peers("Acute", 4));
        providers.add(provider("few", "Acute", 99.0, 99L));
        providers.add(provider("unknown", "Acute", 99.0, null));
        providers.add(provider("none", "Acute", null, null));

        List<Recommendation> decisions = category.decide(providers);

        assertThat(decisions)
                .extracting(Recommendation::decision)
                .endsWith("TOO_FEW_SURVEYS", "TOO_FEW_SURVEYS", "NO_VALUE");
        assertThat(decisions).extracting(Recommendation::peers).containsOnly(4L);
        assertThat(decisions.get(4).isRecommended()).isNull();
        assertThat(decisions.get(4).value()).isEqualTo(99);
    }

    @Test
    void comparesNobodyWhoseGroupIsUnknown() {
        Recommendation decision = category.decide(peers("unknown", 6)).get(0);

        assertThat(decision.decision()).isEqualTo("PEER_GROUP_UNKNOWN");
        assertThat(decision.peerGroup()).isNull();
        assertThat(decision.peers()).isNull();
        assertThat(decision.threshold()).isNull();
        assertThat(decision.isRecommended()).isNull();
    }

    @Test
    void hasNoThresholdForTooFewPeersAndDoesNotSayHowFew() {
        assertThat(category.decide(peers("Acute", 3))).allSatisfy(decision -> {
            assertThat(decision.decision()).isEqualTo("TOO_FEW_PEERS");
            assertThat(decision.threshold()).isNull();
            assertThat(decision.peers()).isEqualTo(3);
        });
        assertThat(category.decide(peers("Acute", 2)))
                .extracting(Recommendation::peers)
                .containsOnlyNulls();
    }

    @Test
    void showsNothingThatOnlyAFewPatientsSaid() {
        Recommendation decision =
                category.decide(List.of(provider("a", "Acute", 99.0, 2L))).get(0);

        assertThat(decision.value()).isNull();
        assertThat(decision.n()).isNull();
        assertThat(decision.decision()).isEqualTo("TOO_FEW_SURVEYS");
    }

    @Test
    void refusesADimensionThatDoesNotExist() {
        RecommendationRule rule = new RecommendationRule("m", "planet", 0.75, 100, 4, "v2");

        assertThatThrownBy(() -> RecommendedCategory.of(rule, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot compare providers by 'planet': use one of"
                        + " [national, ownership, ownership_group, type, state, bed_band]");
    }

    private static List<MeasuredProvider> peers(String type, int count) {
        List<MeasuredProvider> peers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            peers.add(provider("p" + i, type, 50.0 + i, 100L));
        }
        return peers;
    }

    private static MeasuredProvider provider(String id, String type, @Nullable Double value, @Nullable Long n) {
        return new MeasuredProvider(id, "m", null, null, value, n, "top_box_pct", "1", Map.of("type", type));
    }
}
