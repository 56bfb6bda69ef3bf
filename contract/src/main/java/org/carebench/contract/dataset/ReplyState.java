package org.carebench.contract.dataset;

/** Whether a provider replied to a review, as far as the source says. */
public enum ReplyState {
    /** The reply is public. */
    PUBLISHED,
    /** It was written, but readers do not see it yet: no reply. */
    PENDING,
    /** The platform refused it: no reply. */
    REJECTED,
    /** There is none. */
    NONE,
    /** The source does not carry replies. */
    NOT_IN_SOURCE
}
