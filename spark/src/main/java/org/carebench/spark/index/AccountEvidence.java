package org.carebench.spark.index;

/** What is known of the accounts of a provider. */
public enum AccountEvidence {
    /** At least one account is verified as its own. */
    VERIFIED,
    /** Accounts were found that may be its own. */
    CANDIDATE,
    /** The roster names no account. */
    NONE
}
