package org.carebench.spark.benchmark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.carebench.contract.lake.RecommendationRule;
import org.carebench.contract.mart.Recommendation;
import org.carebench.spark.statistics.SortedSample;
import org.jspecify.annotations.Nullable;

/**
 * Who is in the recommended category: providers whose value reaches a quantile of their peers. A peer is a provider of
 * the same group with a value and enough surveys behind it; the provider itself is one of them.
 *
 * @param minimumSurveys never below minimumGroupSize, so that no decision rests on a value that is not shown
 * @param minimumGroupSize numbers of fewer people or providers are not shown
 */
record RecommendedCategory(
        PeerDimension dimension,
        double quantile,
        long minimumSurveys,
        long minimumPeers,
        long minimumGroupSize,
        String version)
        implements Serializable {

    static RecommendedCategory of(RecommendationRule rule, long minimumGroupSize) {
        return new RecommendedCategory(
                PeerDimension.of(rule.peerDimension()),
                rule.quantile(),
                Math.max(rule.minimumSurveys(), minimumGroupSize),
                rule.minimumPeers(),
                minimumGroupSize,
                rule.version());
    }

    private enum Decision {
        DECIDED,
        NO_VALUE,
        TOO_FEW_SURVEYS,
        PEER_GROUP_UNKNOWN,
        TOO_FEW_PEERS
    }

    /** Decides about every provider; the outcomes are those of one measure and one period. */
    List<Recommendation> decide(List<MeasuredProvider> providers) {
        Map<String, List<Double>> valuesOfGroup = new TreeMap<>();
        for (MeasuredProvider provider : providers) {
            if (isJudged(provider) && hasGroup(provider)) {
                valuesOfGroup
                        .computeIfAbsent(provider.group(dimension), key -> new ArrayList<>())
                        .add(provider.value());
            }
        }
        return providers.stream()
                .map(provider -> decide(provider, valuesOfGroup.getOrDefault(provider.group(dimension), List.of())))
                .toList();
    }

    private Recommendation decide(MeasuredProvider provider, List<Double> peers) {
        boolean hasPeers = hasGroup(provider);
        Double threshold = hasPeers ? threshold(peers) : null;
        Decision decision = decision(provider, threshold);
        Long n = shown(provider.n());
        return new Recommendation(
                provider.organizationId(),
                provider.measureId(),
                provider.periodStart(),
                provider.periodEnd(),
                Objects.equals(n, provider.n()) ? provider.value() : null,
                n,
                hasPeers ? provider.group(dimension) : null,
                hasPeers ? shown((long) peers.size()) : null,
                threshold,
                decision == Decision.DECIDED ? reaches(provider.value(), threshold) : null,
                decision.name(),
                version);
    }

    private @Nullable Double threshold(List<Double> peers) {
        if (peers.isEmpty() || peers.size() < minimumPeers) {
            return null;
        }
        return SortedSample.of(peers.stream().mapToDouble(Double::doubleValue).toArray())
                .quantile(quantile);
    }

    private static @Nullable Boolean reaches(@Nullable Double value, @Nullable Double threshold) {
        if (value == null || threshold == null) {
            return null;
        }
        return value >= threshold;
    }

    /** The count, unless it is of fewer people or providers than may be shown. */
    private @Nullable Long shown(@Nullable Long count) {
        return count != null && count > 0 && count < minimumGroupSize ? null : count;
    }

    private Decision decision(MeasuredProvider provider, @Nullable Double threshold) {
        if (provider.value() == null) {
            return Decision.NO_VALUE;
        }
        if (!isJudged(provider)) {
            return Decision.TOO_FEW_SURVEYS;
        }
        if (!hasGroup(provider)) {
            return Decision.PEER_GROUP_UNKNOWN;
        }
        return threshold == null ? Decision.TOO_FEW_PEERS : Decision.DECIDED;
    }

    /** Unknown n counts as too few surveys. */
    private boolean isJudged(MeasuredProvider provider) {
        return provider.value() != null && provider.n() != null && provider.n() >= minimumSurveys;
    }

    private boolean hasGroup(MeasuredProvider provider) {
        return !provider.group(dimension).equals(PeerDimension.UNKNOWN);
    }
}
