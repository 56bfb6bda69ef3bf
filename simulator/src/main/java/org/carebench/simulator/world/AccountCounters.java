package org.carebench.simulator.world;

/**
 * Counters of an account as it stands.
 *
 * @param posts visible posts, reposts not counted
 * @param reposts visible reposts
 * @param viewsTotal views of all its posts, deleted ones too
 * @param likesTotal likes of all its visible posts
 * @param ratings visible reviews
 * @param ratingHundredths mean of their stars in hundredths; 0 where there are none
 */
public record AccountCounters(
        long followers,
        long following,
        long posts,
        long reposts,
        long viewsTotal,
        long likesTotal,
        long ratings,
        long ratingHundredths) {}
