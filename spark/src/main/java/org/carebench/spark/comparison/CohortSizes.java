package org.carebench.spark.comparison;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How many providers and systems stand behind a comparison.
 *
 * @param systems systems of both cohorts together
 * @param excluded members of both cohorts of which the outcome or a covariate is not known
 * @param largestShare largest share of a cohort that one system of several providers supplies; 0 where there is none
 */
record CohortSizes(
        long high, long low, long systemsHigh, long systemsLow, long systems, long excluded, double largestShare) {

    /** A provider that is compared. */
    record Member(String system, boolean isHigh) {}

    static CohortSizes of(List<Member> members, long excluded) {
        List<String> high = systems(members, true);
        List<String> low = systems(members, false);
        return new CohortSizes(
                high.size(),
                low.size(),
                high.stream().distinct().count(),
                low.stream().distinct().count(),
                members.stream().map(Member::system).distinct().count(),
                excluded,
                Math.max(largestShare(high), largestShare(low)));
    }

    private static List<String> systems(List<Member> members, boolean ofHigh) {
        return members.stream()
                .filter(member -> member.isHigh == ofHigh)
                .map(Member::system)
                .toList();
    }

    /** Largest share of a system in providers given by their systems; a provider on its own is no system. */
    static double largestShare(List<String> systems) {
        long largest =
                systems.stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                        .values()
                        .stream()
                        .filter(members -> members > 1)
                        .max(Long::compare)
                        .orElse(0L);
        return systems.isEmpty() ? 0 : (double) largest / systems.size();
    }

    /** Providers of the smaller cohort. */
    long smaller() {
        return Math.min(high, low);
    }
}
