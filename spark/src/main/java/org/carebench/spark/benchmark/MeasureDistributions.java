package org.carebench.spark.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.carebench.contract.mart.PeerDistribution;
import org.carebench.spark.benchmark.Suppression.Reason;
import org.carebench.spark.statistics.SortedSample;
import org.carebench.spark.statistics.WeightedValue;
import org.jspecify.annotations.Nullable;

/** The distributions of one measure: every period, peer dimension and group. */
final class MeasureDistributions {

    private final PeerSuppression suppression;

    MeasureDistributions(long minimumGroupSize) {
        this.suppression = new PeerSuppression(minimumGroupSize);
    }

    /**
     * Describes how a measure is distributed.
     *
     * @param providers outcomes of one measure
     * @throws IllegalStateException where a provider has two outcomes in a period, or units or definitions differ
     */
    List<PeerDistribution> of(List<MeasuredProvider> providers) {
        Map<Optional<LocalDate>, List<MeasuredProvider>> periods =
                new TreeMap<>(Comparator.comparing(start -> start.orElse(LocalDate.MIN)));
        Optional<LocalDate> onlyPeriod = onlyPeriod(providers);
        for (MeasuredProvider provider : providers) {
            // A source leaves the period out where it has no value: the provider is missing from the one that it has.
            Optional<LocalDate> start = Optional.ofNullable(provider.periodStart())
                    .or(() -> provider.value() == null ? onlyPeriod : Optional.empty());
            periods.computeIfAbsent(start, key -> new ArrayList<>()).add(provider);
        }
        List<PeerDistribution> distributions = new ArrayList<>();
        periods.forEach((start, members) -> distributions.addAll(period(start.orElse(null), members)));
        return distributions;
    }

    private static Optional<LocalDate> onlyPeriod(List<MeasuredProvider> providers) {
        Set<LocalDate> starts = distinct(providers, MeasuredProvider::periodStart);
        return starts.size() == 1 ? Optional.of(starts.iterator().next()) : Optional.empty();
    }

    private List<PeerDistribution> period(@Nullable LocalDate start, List<MeasuredProvider> providers) {
        refuseRepeatedProviders(providers);
        PeerGroups<MeasuredProvider> groups = PeerGroups.of(providers);
        Map<PeerDimension, Map<String, Reason>> withheld =
                suppression.withhold(groups, members -> List.of(withValue(members)), Map.of());
        // Who is missing adds up to a total of its own.
        Map<PeerDimension, Map<String, Reason>> missingWithheld =
                suppression.withhold(groups, members -> List.of(members.size() - withValue(members)), withheld);
        Set<LocalDate> ends = distinct(providers, MeasuredProvider::periodEnd);
        LocalDate end = ends.size() == 1 ? ends.iterator().next() : null;
        List<PeerDistribution> distributions = new ArrayList<>();
        groups.members()
                .forEach((dimension, membersOfGroup) -> membersOfGroup.forEach((group, members) -> {
                    Cell cell = new Cell(start, end, dimension.label(), group);
                    Reason reason =
                            Objects.requireNonNull(withheld.get(dimension)).get(group);
                    boolean isMissingShown = !Objects.requireNonNull(missingWithheld.get(dimension))
                            .containsKey(group);
                    distributions.add(
                            reason == null ? shown(cell, members, isMissingShown) : suppressed(cell, members, reason));
                }));
        return distributions;
    }

    private record Cell(@Nullable LocalDate start, @Nullable LocalDate end, String dimension, String group) {}

    private static PeerDistribution suppressed(Cell cell, List<MeasuredProvider> members, Reason reason) {
        return distribution(cell, members, null, null, null, null, reason);
    }

    private static PeerDistribution shown(Cell cell, List<MeasuredProvider> members, boolean isMissingShown) {
        List<WeightedValue> values = new ArrayList<>();
        for (MeasuredProvider member : members) {
            if (member.value() != null) {
                values.add(new WeightedValue(member.value(), member.n()));
            }
        }
        Long missing = isMissingShown ? (long) members.size() - values.size() : null;
        if (values.isEmpty()) {
            return distribution(cell, members, 0L, missing, null, null, null);
        }
        SortedSample sample = SortedSample.of(
                values.stream().mapToDouble(WeightedValue::value).toArray());
        return distribution(cell, members, (long) values.size(), missing, sample, WeightedValue.mean(values), null);
    }

    private static PeerDistribution distribution(
            Cell cell,
            List<MeasuredProvider> members,
            @Nullable Long n,
            @Nullable Long missing,
            @Nullable SortedSample sample,
            @Nullable Double weightedMean,
            @Nullable Reason reason) {
        return new PeerDistribution(
                members.get(0).measureId(),
                cell.start,
                cell.end,
                cell.dimension,
                cell.group,
                only(members, "units", MeasuredProvider::unit),
                n,
                missing,
                sample == null ? null : sample.min(),
                sample == null ? null : sample.quantile(0.1),
                sample == null ? null : sample.quantile(0.25),
                sample == null ? null : sample.quantile(0.5),
                sample == null ? null : sample.quantile(0.75),
                sample == null ? null : sample.quantile(0.9),
                sample == null ? null : sample.max(),
                sample == null ? null : sample.mean(),
                weightedMean,
                sample == null ? null : sample.standardDeviation(),
                reason == null ? null : reason.name(),
                only(members, "definitions", MeasuredProvider::definitionVersion));
    }

    private static long withValue(List<MeasuredProvider> members) {
        return members.stream().filter(member -> member.value() != null).count();
    }

    private static void refuseRepeatedProviders(List<MeasuredProvider> providers) {
        Set<String> seen = new HashSet<>();
        for (MeasuredProvider provider : providers) {
            if (!seen.add(provider.organizationId())) {
                throw new IllegalStateException("Cannot compare providers by " + provider.measureId() + ": "
                        + provider.organizationId() + " has two outcomes in one period; read only one source of them");
            }
        }
    }

    private static String only(
            List<MeasuredProvider> members, String what, Function<MeasuredProvider, String> property) {
        Set<String> found = distinct(members, property);
        if (found.size() != 1) {
            throw new IllegalStateException("Cannot compare providers by "
                    + members.get(0).measureId() + ": their outcomes have different " + what + " " + found);
        }
        return found.iterator().next();
    }

    private static <T extends Comparable<? super T>> Set<T> distinct(
            List<MeasuredProvider> providers, Function<MeasuredProvider, @Nullable T> property) {
        Set<T> found = new TreeSet<>();
        for (MeasuredProvider provider : providers) {
            T value = property.apply(provider);
            if (value != null) {
                found.add(value);
            }
        }
        return found;
    }
}
