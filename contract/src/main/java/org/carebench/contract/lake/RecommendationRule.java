package org.carebench.contract.lake;

/**
 * Who is in the recommended category (method section 5.5): the value reaches the given quantile of its peer group.
 *
 * @param minimumSurveys providers with fewer completed surveys are not judged and do not count as peers
 * @param minimumPeers smaller groups have no threshold
 */
public record RecommendationRule(
        String measureId,
        String peerDimension,
        double quantile,
        long minimumSurveys,
        int minimumPeers,
        String version) {}
