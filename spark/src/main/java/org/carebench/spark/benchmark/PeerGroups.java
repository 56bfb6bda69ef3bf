package org.carebench.spark.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Providers by peer dimension and group.
 *
 * @param members every provider once per dimension; groups in the order of their names
 * @param ownershipGroups the group of the coarser dimension that holds each ownership
 */
record PeerGroups<M extends PeerGroups.Member>(
        Map<PeerDimension, Map<String, List<M>>> members, Map<String, String> ownershipGroups) {

    /** A provider in its groups. */
    interface Member {
        /** The group of each dimension, by the label of the dimension. */
        Map<String, String> groups();

        default String group(PeerDimension dimension) {
            return Objects.requireNonNull(groups().get(dimension.label()), dimension::label);
        }
    }

    static <M extends Member> PeerGroups<M> of(List<M> providers) {
        Map<PeerDimension, Map<String, List<M>>> members = new EnumMap<>(PeerDimension.class);
        Map<String, String> ownershipGroups = new TreeMap<>();
        for (M provider : providers) {
            for (PeerDimension dimension : PeerDimension.values()) {
                members.computeIfAbsent(dimension, key -> new TreeMap<>())
                        .computeIfAbsent(provider.group(dimension), key -> new ArrayList<>())
                        .add(provider);
            }
            ownershipGroups.put(provider.group(PeerDimension.OWNERSHIP), provider.group(PeerDimension.OWNERSHIP_GROUP));
        }
        return new PeerGroups<>(members, ownershipGroups);
    }
}
