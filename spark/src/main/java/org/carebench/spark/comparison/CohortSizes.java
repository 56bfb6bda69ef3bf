package org.carebench.spark.comparison;

import java.util.List;
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

    static CohortSizes of(List<ComparedProvider> compared, long excluded) {
        List<ComparedProvider> high =
                compared.stream().filter(ComparedProvider::isHigh).toList();
        List<ComparedProvider> low =
                compared.stream().filter(provider -> !provider.isHigh()).toList();
        return new CohortSizes(
                high.size(),
                low.size(),
                systems(high),
                systems(low),
                systems(compared),
                excluded,
                Math.max(largestShare(high), largestShare(low)));
    }

    private static long systems(List<ComparedProvider> providers) {
        return providers.stream().map(ComparedProvider::cluster).distinct().count();
    }

    /** A provider on its own is no system, however few there are. */
    static double largestShare(List<ComparedProvider> providers) {
        long largest = providers.stream()
                .collect(Collectors.groupingBy(ComparedProvider::cluster, Collectors.counting()))
                .values()
                .stream()
                .filter(members -> members > 1)
                .max(Long::compare)
                .orElse(0L);
        return providers.isEmpty() ? 0 : (double) largest / providers.size();
    }

    /** Providers of the smaller cohort. */
    long smaller() {
        return Math.min(high, low);
    }
}
