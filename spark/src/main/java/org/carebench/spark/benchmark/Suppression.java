package org.carebench.spark.benchmark;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Decides which groups are withheld, so that no number of fewer than the minimum of providers can be read, or computed
 * by taking groups that are shown from a total that is shown. Zero is not withheld: it describes nobody.
 *
 * <p>The counts of a line of groups add up to a total that readers know. A line is safe where what it withholds adds up
 * to nothing or to the minimum at least, and where no small count is pinned to fewer than four values by the total and
 * the published reasons (a group FEWER_THAN_MINIMUM counts 1 to minimum - 1, the others the minimum or more). An unsafe
 * line withholds its smallest shown group too, and so on.
 */
final class Suppression {

    enum Reason {
        FEWER_THAN_MINIMUM,
        COMPLEMENTARY
    }

    /**
     * A group and what is published of it.
     *
     * @param parent group of a coarser dimension that holds it whole; empty where there is none
     * @param counts numbers of providers, each of which adds up over the groups
     */
    record Group(String name, String parent, List<Long> counts) {

        Group {
            counts = List.copyOf(counts);
        }
    }

    private static final int WIDTH_OF_A_SAFE_RANGE = 3;
    private static final String ALL_WITHHELD_PARENTS = "";

    private final long minimum;

    Suppression(long minimum) {
        this.minimum = minimum;
    }

    /** Reasons by name of the groups to withhold, for a dimension of its own. */
    Map<String, Reason> withhold(Collection<Group> groups, Set<String> alreadyWithheld) {
        Map<String, Reason> reasons = primary(groups, alreadyWithheld);
        complete(groups, reasons);
        return reasons;
    }

    /** Reasons of a dimension and of the finer dimension within it. */
    record Nested(Map<String, Reason> coarse, Map<String, Reason> fine) {}

    /**
     * Reasons for two dimensions of which one refines the other: a coarse group that is shown is a total too. Where its
     * finer groups cannot be made safe, the coarse group is withheld.
     */
    Nested withhold(
            Collection<Group> coarse, Set<String> withheldCoarse, Collection<Group> fine, Set<String> withheldFine) {
        Set<String> forced = new HashSet<>(withheldCoarse);
        while (true) {
            Map<String, Reason> parents = withhold(coarse, forced);
            Function<Group, String> line =
                    group -> parents.containsKey(group.parent) ? ALL_WITHHELD_PARENTS : group.parent;
            Map<String, List<Group>> lines =
                    fine.stream().collect(Collectors.groupingBy(line, TreeMap::new, Collectors.toList()));
            Map<String, Reason> children = primary(fine, withheldFine);
            lines.values().forEach(groups -> complete(groups, children));
            Optional<String> next = lines.entrySet().stream()
                    .filter(each ->
                            exposedCounts(each.getValue(), children).findAny().isPresent())
                    .findFirst()
                    .flatMap(each -> parentToWithhold(each.getKey(), coarse, parents));
            if (next.isEmpty()) {
                return new Nested(parents, children);
            }
            forced.add(next.get());
        }
    }

    private static Optional<String> parentToWithhold(
            String line, Collection<Group> coarse, Map<String, Reason> parents) {
        if (!line.equals(ALL_WITHHELD_PARENTS)) {
            return Optional.of(line);
        }
        return smallestShown(coarse, parents, 0).map(Group::name);
    }

    private Map<String, Reason> primary(Collection<Group> groups, Set<String> alreadyWithheld) {
        Map<String, Reason> reasons = new TreeMap<>();
        for (Group group : groups) {
            if (group.counts.stream().anyMatch(this::isSmall)) {
                reasons.put(group.name, Reason.FEWER_THAN_MINIMUM);
            } else if (alreadyWithheld.contains(group.name)) {
                reasons.put(group.name, Reason.COMPLEMENTARY);
            }
        }
        return reasons;
    }

    /** Withholds more groups of a line until it is safe or nothing is left to withhold. */
    private void complete(Collection<Group> line, Map<String, Reason> reasons) {
        Optional<Group> next = nextToWithhold(line, reasons);
        while (next.isPresent()) {
            reasons.put(next.get().name, Reason.COMPLEMENTARY);
            next = nextToWithhold(line, reasons);
        }
    }

    private Optional<Group> nextToWithhold(Collection<Group> line, Map<String, Reason> reasons) {
        return exposedCounts(line, reasons)
                .mapToObj(count -> smallestShown(line, reasons, count))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Group> smallestShown(Collection<Group> line, Map<String, Reason> reasons, int count) {
        return line.stream()
                .filter(group -> !reasons.containsKey(group.name) && group.counts.get(count) > 0)
                .min(Comparator.comparing((Group group) -> group.counts.get(count))
                        .thenComparing(Group::name));
    }

    private IntStream exposedCounts(Collection<Group> line, Map<String, Reason> reasons) {
        int counts = line.isEmpty() ? 0 : line.iterator().next().counts.size();
        return IntStream.range(0, counts).filter(count -> isExposed(line, reasons, count));
    }

    private boolean isExposed(Collection<Group> line, Map<String, Reason> reasons, int count) {
        List<Long> withheld = line.stream()
                .filter(group -> reasons.containsKey(group.name))
                .map(group -> group.counts.get(count))
                .filter(value -> value > 0)
                .toList();
        long small = withheld.stream().filter(this::isSmall).count();
        long large = withheld.size() - small;
        long sum = withheld.stream().mapToLong(Long::longValue).sum();
        if (small == 0) {
            return false;
        }
        long lowest = large > 0 ? 1 : Math.max(1, sum - (minimum - 1) * (small - 1));
        long highest = Math.min(minimum - 1, sum - (small - 1) - minimum * large);
        return sum < minimum || highest - lowest < Math.min(WIDTH_OF_A_SAFE_RANGE, minimum - 2);
    }

    private boolean isSmall(long count) {
        return count > 0 && count < minimum;
    }
}
