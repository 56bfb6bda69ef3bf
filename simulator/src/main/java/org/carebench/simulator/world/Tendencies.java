package org.carebench.simulator.world;

/**
 * What the model gives an account to do, before chance: the truth behind its activity.
 *
 * @param postsPerWeek original posts, reposts and quotes
 * @param activeWeekShare of weeks with any
 * @param replyShare of comments and mentions that ask for an answer and get one
 * @param medianReplyHours until they get it
 * @param engagementRate interactions per post and follower at 1,000 followers, before the factor of the platform
 */
public record Tendencies(
        double postsPerWeek,
        double activeWeekShare,
        double replyShare,
        double medianReplyHours,
        double engagementRate) {}
