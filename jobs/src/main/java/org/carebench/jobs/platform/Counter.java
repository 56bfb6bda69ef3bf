package org.carebench.jobs.platform;

import java.util.Locale;

/** Counters of accounts, posts and interactions under the names that are common to all platforms. */
public enum Counter {
    FOLLOWERS,
    FOLLOWING,
    POSTS,
    VIEWS_TOTAL,
    RATINGS,
    RATING_HUNDREDTHS,
    VIEWS,
    LIKES,
    COMMENTS,
    SHARES,
    QUOTES,
    SAVES,
    IMPRESSIONS,
    REACH,
    CLICKS;

    /** Id and version of what a platform counts here, for example {@code bluesky.likes.v1}. */
    public String definition(String platform, String version) {
        return platform + "." + name().toLowerCase(Locale.ROOT) + "." + version;
    }
}
