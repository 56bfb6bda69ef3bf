package org.carebench.contract.dataset;

/** Whose account it is, seen from those who run Carebench. */
public enum Relation {
    /** The account granted us access. */
    OWNED,
    /** Any other account. */
    OTHER
}
