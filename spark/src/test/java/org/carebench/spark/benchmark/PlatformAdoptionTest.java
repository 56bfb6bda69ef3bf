package org.carebench.spark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carebench.contract.mart.AdoptionSummary;
import org.junit.jupiter.api.Test;

class PlatformAdoptionTest {

    private final List<PlatformAdoption.Provider> providers = new ArrayList<>();

    @Test
    void countsProvidersAndThoseWithAKnownAccount() {
        add("AL", 5, 4);
        add("TX", 6, 0);

        assertThat(summary("state", "AL"))
                .extracting("providers", "providersPresent")
                .containsExactly(9L, 5L);
        assertThat(summary("state", "TX"))
                .extracting("providers", "providersPresent")
                .containsExactly(6L, 6L);
        assertThat(summary("national", "all"))
                .extracting("providers", "providersPresent")
                .containsExactly(15L, 11L);
    }

    @Test
    void withholdsAGroupWithFewPresentOrFewAbsent() {
        add("AL", 2, 20);
        add("NY", 20, 1);
        add("TX", 7, 8);
        add("WA", 30, 0);

        assertThat(summary("state", "AL").suppressedReason()).isEqualTo("FEWER_THAN_MINIMUM");
        assertThat(summary("state", "NY").suppressedReason()).isEqualTo("FEWER_THAN_MINIMUM");
        assertThat(summary("state", "TX").suppressedReason()).isNull();
        assertThat(summary("state", "WA").suppressedReason()).isNull();
        assertThat(summary("state", "AL").providers()).isNull();
        assertThat(summary("state", "AL").providersPresent()).isNull();
    }

    @Test
    void withholdsWhatWouldGiveAGroupAway() {
        add("AL", 2, 20);
        add("TX", 7, 8);
        add("WA", 30, 0);

        assertThat(summary("state", "AL").suppressedReason()).isEqualTo("FEWER_THAN_MINIMUM");
        assertThat(summary("state", "TX").suppressedReason()).isEqualTo("COMPLEMENTARY");
        assertThat(summary("state", "WA").suppressedReason()).isNull();
    }

    private void add(String state, int present, int absent) {
        for (int i = 0; i < present + absent; i++) {
            providers.add(new PlatformAdoption.Provider(
                    i < present,
                    Map.of(
                            "national", "all",
                            "ownership", "unknown",
                            "ownership_group", "unknown",
                            "type", "unknown",
                            "state", state,
                            "bed_band", "unknown")));
        }
    }

    private AdoptionSummary summary(String dimension, String group) {
        return new PlatformAdoption(3)
                .summarize("youtube", providers).stream()
                        .filter(row -> row.peerDimension().equals(dimension)
                                && row.peerGroup().equals(group))
                        .findFirst()
                        .orElseThrow();
    }
}
