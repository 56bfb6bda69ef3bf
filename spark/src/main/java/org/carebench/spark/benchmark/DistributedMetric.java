package org.carebench.spark.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carebench.contract.mart.MetricDistribution;
import org.carebench.contract.mart.MetricState;
import org.carebench.spark.benchmark.Suppression.Reason;
import org.carebench.spark.statistics.Interval;
import org.carebench.spark.statistics.MedianInterval;
import org.carebench.spark.statistics.SortedSample;
import org.jspecify.annotations.Nullable;

/** The distributions of one metric on one platform in one period: in the nation, by kind of owner and by size. */
final class DistributedMetric {

    private static final List<PeerDimension> DIMENSIONS =
            List.of(PeerDimension.NATIONAL, PeerDimension.OWNERSHIP_GROUP, PeerDimension.BED_BAND);
    /** Fewer providers do not tell where a quarter of them ends. */
    private static final int PROVIDERS_FOR_QUARTILES = 20;
    /** Fewer providers do not tell where a tenth of them ends. */
    private static final int PROVIDERS_FOR_TENTHS = 30;

    private final long minimumGroupSize;
    private final PeerSuppression suppression;

    DistributedMetric(long minimumGroupSize) {
        this.minimumGroupSize = minimumGroupSize;
        this.suppression = new PeerSuppression(minimumGroupSize);
    }

    /**
     * Describes every group.
     *
     * @param providers each once, all of one metric, platform and period; at least one
     */
    List<MetricDistribution> of(List<MetricOfProvider> providers) {
        PeerGroups<MetricOfProvider> groups = PeerGroups.of(providers);
        Map<PeerDimension, Map<String, Reason>> withheld =
                suppression.withhold(groups, members -> List.of(known(members)), Map.of());
        // Who is missing adds up to a total of its own.
        Map<PeerDimension, Map<String, Reason>> missingWithheld =
                suppression.withhold(groups, members -> List.of(members.size() - known(members)), withheld);
        List<MetricDistribution> distributions = new ArrayList<>();
        for (PeerDimension dimension : DIMENSIONS) {
            Map<String, Reason> reasons = Objects.requireNonNull(withheld.get(dimension));
            Map<String, Reason> missingReasons = Objects.requireNonNull(missingWithheld.get(dimension));
            Objects.requireNonNull(groups.members().get(dimension))
                    .forEach((group, members) -> distributions.add(distribution(
                            dimension, group, members, reasons.get(group), !missingReasons.containsKey(group))));
        }
        return distributions;
    }

    private static long known(List<MetricOfProvider> members) {
        return members.stream().filter(member -> member.value() != null).count();
    }

    private MetricDistribution distribution(
            PeerDimension dimension,
            String group,
            List<MetricOfProvider> members,
            @Nullable Reason reason,
            boolean isMissingShown) {
        MetricOfProvider any = members.get(0);
        SortedSample sample = reason == null ? sample(members) : null;
        Interval ofMedian = sample == null ? null : MedianInterval.of(sample);
        Double p25 = quantile(sample, 0.25, PROVIDERS_FOR_QUARTILES);
        Double p75 = quantile(sample, 0.75, PROVIDERS_FOR_QUARTILES);
        boolean showsMissing = reason == null && isMissingShown;
        return new MetricDistribution(
                any.metricId(),
                any.platform(),
                any.periodStart(),
                dimension.label(),
                group,
                any.periodEnd(),
                any.unit(),
                reason == null ? (Long) known(members) : null,
                showsMissing ? (Long) (members.size() - known(members)) : null,
                showsMissing ? missingReason(members) : null,
                quantile(sample, 0.1, PROVIDERS_FOR_TENTHS),
                p25,
                quantile(sample, 0.5, 1),
                ofMedian == null ? null : ofMedian.low(),
                ofMedian == null ? null : ofMedian.high(),
                p75,
                quantile(sample, 0.9, PROVIDERS_FOR_TENTHS),
                p25 == null || p75 == null ? null : (Double) (p75 - p25),
                sample == null ? null : sample.mean(),
                sample == null ? null : sample.standardDeviation(),
                sample == null ? null : shareZero(members),
                reason == null ? null : reason.name(),
                any.definitionVersion());
    }

    private static @Nullable SortedSample sample(List<MetricOfProvider> members) {
        double[] values = members.stream()
                .map(MetricOfProvider::value)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return values.length == 0 ? null : SortedSample.of(values);
    }

    private static @Nullable Double quantile(@Nullable SortedSample sample, double p, int providers) {
        return sample == null || sample.size() < providers ? null : sample.quantile(p);
    }

    /** From 0 to 1. */
    private @Nullable Double shareZero(List<MetricOfProvider> members) {
        long known = known(members);
        long zeros = members.stream()
                .filter(member -> member.value() != null && member.value() == 0)
                .count();
        return isShown(zeros) && isShown(known - zeros) ? (Double) ((double) zeros / known) : null;
    }

    private boolean isShown(long providers) {
        return providers == 0 || providers >= minimumGroupSize;
    }

    /** Of several equally frequent reasons the first. */
    private @Nullable String missingReason(List<MetricOfProvider> members) {
        Map<MetricState, Long> counts = new EnumMap<>(MetricState.class);
        members.stream()
                .filter(member -> member.value() == null)
                .forEach(member -> counts.merge(member.state(), 1L, Long::sum));
        MetricState most = null;
        long largest = minimumGroupSize - 1;
        for (Map.Entry<MetricState, Long> each : counts.entrySet()) {
            if (each.getValue() > largest) {
                most = each.getKey();
                largest = each.getValue();
            }
        }
        return most == null ? null : most.name();
    }
}
