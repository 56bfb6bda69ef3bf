package org.carebench.contract.dataset;

/** What can be read of an account. */
public enum DataFamily {
    /** Profile and its counters. */
    ACCOUNT,
    /** Posts with their counters, found by listing. */
    POSTS,
    /** Counters of known posts, read again because platforms restate them. */
    POST_REFRESH,
    /** Comments and replies under posts. */
    INTERACTIONS,
    /** Public posts of others that name the account. */
    MENTIONS,
    /** Reviews and ratings. */
    REVIEWS,
    /** Daily figures that only the owner of an account sees. */
    INSIGHTS
}
