package org.carebench.contract.lake;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.carebench.contract.curated.PostMetricAtAge;

/**
 * What all metrics of providers have in common.
 *
 * @param presencePlatforms frozen list of the platforms that count for presence
 * @param activePosts original posts of a period that make an account active
 * @param crossPostHours posts of one provider with the same text are one post within so many hours
 * @param replyHours an answer counts within so many hours
 * @param ageDays age at which the counters of a post are read
 * @param followerDays followers are taken from the nearest observation within so many days
 * @param minimumFollowers rates per follower need so many followers
 * @param interactionCounters by platform, the counters that together are the interactions with a post
 * @param partialCounters by platform, those of them that everybody sees and of which it does not matter who caused them:
 *     reactions and shares, without comments
 * @param ownCommentKinds by platform, kinds of interactions that its counter of comments counts, so that the owner's are
 *     subtracted
 * @param version version of the rule
 */
public record MetricRule(
        List<String> presencePlatforms,
        int activePosts,
        int crossPostHours,
        int replyHours,
        int ageDays,
        int followerDays,
        long minimumFollowers,
        Map<String, List<String>> interactionCounters,
        Map<String, List<String>> partialCounters,
        Map<String, List<String>> ownCommentKinds,
        String version)
        implements Serializable {

    public MetricRule {
        presencePlatforms = List.copyOf(presencePlatforms);
        interactionCounters = Map.copyOf(interactionCounters);
        partialCounters = Map.copyOf(partialCounters);
        ownCommentKinds = Map.copyOf(ownCommentKinds);
        if (!PostMetricAtAge.AGES_IN_DAYS.contains(ageDays)) {
            throw new IllegalArgumentException("Cannot use the rule of metrics: ageDays is " + ageDays
                    + ", but counters are kept at the ages " + PostMetricAtAge.AGES_IN_DAYS);
        }
    }
}
