package org.carebench.spark.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carebench.contract.mart.AdoptionSummary;
import org.carebench.spark.benchmark.Suppression.Reason;

/** How many providers of each peer group have a known account on one platform. */
final class PlatformAdoption {

    /** A provider in its groups, and whether it has a known account on the platform. */
    record Provider(boolean isPresent, Map<String, String> groups) implements PeerGroups.Member {}

    private final PeerSuppression suppression;

    PlatformAdoption(long minimumGroupSize) {
        this.suppression = new PeerSuppression(minimumGroupSize);
    }

    List<AdoptionSummary> summarize(String platform, List<Provider> providers) {
        PeerGroups<Provider> groups = PeerGroups.of(providers);
        Map<PeerDimension, Map<String, Reason>> withheld =
                suppression.withhold(groups, PlatformAdoption::counts, Map.of());
        List<AdoptionSummary> summaries = new ArrayList<>();
        groups.members()
                .forEach((dimension, membersOfGroup) -> membersOfGroup.forEach((group, members) -> {
                    Reason reason =
                            Objects.requireNonNull(withheld.get(dimension)).get(group);
                    summaries.add(new AdoptionSummary(
                            platform,
                            dimension.label(),
                            group,
                            reason == null ? (Long) (long) members.size() : null,
                            reason == null ? present(members) : null,
                            reason == null ? null : reason.name()));
                }));
        return summaries;
    }

    /** Those without a known account are not published, but a subtraction away. */
    private static List<Long> counts(List<Provider> members) {
        Long present = present(members);
        return List.of((long) members.size(), present, members.size() - present);
    }

    private static Long present(List<Provider> members) {
        return members.stream().filter(Provider::isPresent).count();
    }
}
