package org.carebench.spark.benchmark;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.carebench.spark.benchmark.Suppression.Group;
import org.carebench.spark.benchmark.Suppression.Nested;
import org.carebench.spark.benchmark.Suppression.Reason;

/** Suppression over all peer dimensions at once; ownership refines ownership_group. */
final class PeerSuppression {

    private final Suppression suppression;

    PeerSuppression(long minimum) {
        this.suppression = new Suppression(minimum);
    }

    /**
     * Reasons by dimension and group.
     *
     * @param counts what is published of a group: numbers of providers, which add up over the groups of a dimension
     * @param already groups that are withheld in any case
     */
    <M extends PeerGroups.Member> Map<PeerDimension, Map<String, Reason>> withhold(
            PeerGroups<M> groups,
            Function<List<M>, List<Long>> counts,
            Map<PeerDimension, Map<String, Reason>> already) {
        Map<PeerDimension, Map<String, Reason>> reasons = new EnumMap<>(PeerDimension.class);
        for (PeerDimension dimension : groups.members().keySet()) {
            reasons.put(dimension, suppression.withhold(line(groups, dimension, counts), withheld(already, dimension)));
        }
        Nested ownership = suppression.withhold(
                line(groups, PeerDimension.OWNERSHIP_GROUP, counts),
                withheld(already, PeerDimension.OWNERSHIP_GROUP),
                line(groups, PeerDimension.OWNERSHIP, counts),
                withheld(already, PeerDimension.OWNERSHIP));
        reasons.put(PeerDimension.OWNERSHIP_GROUP, ownership.coarse());
        reasons.put(PeerDimension.OWNERSHIP, ownership.fine());
        return reasons;
    }

    private static <M extends PeerGroups.Member> List<Group> line(
            PeerGroups<M> groups, PeerDimension dimension, Function<List<M>, List<Long>> counts) {
        return groups.members().getOrDefault(dimension, Map.of()).entrySet().stream()
                .map(group -> new Group(
                        group.getKey(),
                        groups.ownershipGroups().getOrDefault(group.getKey(), ""),
                        counts.apply(group.getValue())))
                .toList();
    }

    private static Set<String> withheld(Map<PeerDimension, Map<String, Reason>> reasons, PeerDimension dimension) {
        return reasons.getOrDefault(dimension, Map.of()).keySet();
    }
}
