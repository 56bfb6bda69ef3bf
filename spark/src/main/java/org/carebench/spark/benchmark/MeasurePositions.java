package org.carebench.spark.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carebench.contract.mart.PeerPosition;
import org.carebench.spark.benchmark.PeerStandard.Funnel;
import org.carebench.spark.benchmark.Suppression.Reason;
import org.carebench.spark.statistics.BetaPrior;
import org.carebench.spark.statistics.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The positions of all providers by one measure, platform and period: in the nation and among providers of their size. A
 * provider of unknown size has no position by size. A provider of whom too few people speak is not shown and no peer of
 * others: its value would follow from the gap that it leaves between their percentiles.
 */
final class MeasurePositions {

    private static final List<PeerDimension> DIMENSIONS = List.of(PeerDimension.NATIONAL, PeerDimension.BED_BAND);

    private final long minimumGroupSize;
    private final PeerSuppression suppression;

    MeasurePositions(long minimumGroupSize) {
        this.minimumGroupSize = minimumGroupSize;
        this.suppression = new PeerSuppression(minimumGroupSize);
    }

    /**
     * Places every provider.
     *
     * @param providers each once, all of one measure, platform and period
     */
    List<PeerPosition> of(List<PositionedProvider> providers) {
        List<PositionedProvider> sorted = providers.stream()
                .sorted(Comparator.comparing(PositionedProvider::organizationId))
                .toList();
        PeerGroups<PositionedProvider> groups = PeerGroups.of(sorted);
        Map<PeerDimension, Map<String, Reason>> withheld = suppression.withhold(
                groups, members -> List.of((long) shown(members).size()), Map.of());
        List<PositionedProvider> shown = shown(sorted);
        PeerStandard nation = shown.isEmpty() ? null : PeerStandard.of(shown, null);
        List<PeerPosition> positions = new ArrayList<>();
        for (PeerDimension dimension : DIMENSIONS) {
            Map<String, Reason> reasons = Objects.requireNonNull(withheld.get(dimension));
            Objects.requireNonNull(groups.members().get(dimension)).forEach((group, members) -> {
                if (!group.equals(PeerDimension.UNKNOWN)) {
                    boolean isShown = !reasons.containsKey(group);
                    PeerStandard standard = isShown ? standard(dimension, shown(members), nation) : null;
                    members.forEach(member -> positions.add(position(member, dimension, standard)));
                }
            });
        }
        return positions;
    }

    private List<PositionedProvider> shown(List<PositionedProvider> providers) {
        return providers.stream()
                .filter(provider -> !provider.isWithheld(minimumGroupSize))
                .toList();
    }

    private static @Nullable PeerStandard standard(
            PeerDimension dimension, List<PositionedProvider> peers, @Nullable PeerStandard nation) {
        if (peers.isEmpty() || nation == null) {
            return null;
        }
        return dimension == PeerDimension.NATIONAL ? nation : PeerStandard.of(peers, nation.prior());
    }

    /** @param standard NULL where the group is withheld, or shows nobody */
    private PeerPosition position(
            PositionedProvider provider, PeerDimension dimension, @Nullable PeerStandard standard) {
        boolean isWithheld = provider.isWithheld(minimumGroupSize);
        Share share = isWithheld ? null : provider.share();
        Interval interval = share == null ? null : share.interval();
        PeerStandard judge = isWithheld ? null : standard;
        BetaPrior prior = share == null || judge == null ? null : judge.prior();
        Interval shrunk = share == null || prior == null ? null : prior.interval(share.with(), share.cases());
        Interval shrunkPercent = shrunk == null ? null : Share.percent(shrunk);
        Funnel funnel = judge == null ? null : judge.funnel(share);
        Position position = judge == null ? Position.SUPPRESSED : Position.of(interval, judge.values());
        return new PeerPosition(
                provider.organizationId(),
                provider.measureId(),
                provider.platform(),
                provider.periodStart(),
                provider.periodEnd(),
                dimension.label(),
                provider.group(dimension),
                isWithheld ? null : (Double) provider.value(),
                isWithheld ? null : provider.n(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                standard == null ? null : (Long) (long) standard.values().size(),
                standard == null ? null : standard.median(),
                judge == null ? null : judge.percentile(provider.value()),
                share == null || prior == null ? null : Share.PERCENT * prior.shrunk(share.with(), share.cases()),
                shrunkPercent == null ? null : shrunkPercent.low(),
                shrunkPercent == null ? null : shrunkPercent.high(),
                share == null || prior == null ? null : prior.reliability(share.cases()),
                funnel == null ? null : funnel.name(),
                position.name(),
                provider.unit(),
                provider.definitionVersion());
    }
}
