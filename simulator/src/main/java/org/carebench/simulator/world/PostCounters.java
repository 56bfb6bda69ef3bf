package org.carebench.simulator.world;

/**
 * Counters of a post. They grow with its age, and fall where likes are taken back, comments deleted or accounts purged.
 * Zero for reposts, whose counters belong to what they pass on.
 *
 * @param likes reactions of every kind
 * @param comments as the platform counts: direct answers where {@link Platform#countsDirectReplies()}, else all
 * @param shares times it was passed on unchanged
 * @param views plays of a video; 0 for other forms
 * @param impressions times it was shown
 * @param reach accounts to which it was shown
 */
public record PostCounters(
        long likes,
        long comments,
        long shares,
        long quotes,
        long saves,
        long views,
        long impressions,
        long reach,
        long clicks) {}
