package org.carebench.contract.dataset;

/** Kinds of interactions. */
public enum InteractionKind {
    /** Written directly under a post of the provider. */
    COMMENT,
    /** Answers a comment or another reply. */
    REPLY,
    /** Names the provider elsewhere. */
    MENTION,
    /** Passes a post of the provider on with a remark. */
    QUOTE
}
