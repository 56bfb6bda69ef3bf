package org.carebench.contract.dataset;

/** What a post is within the conversation. */
public enum PostKind {
    /** It starts a conversation of its own. */
    ORIGINAL,
    /** It answers a post. */
    REPLY,
    /** It passes a post on with a remark. */
    QUOTE,
    /** It passes another account's post on unchanged; its counters are not the account's own. */
    REPOST
}
