package org.carebench.contract.dataset;

/** How sure it is that an account belongs to a provider. */
public enum LinkEvidence {
    /** Proposed by hand or by a match; nobody has verified it. */
    CANDIDATE,
    VERIFIED
}
