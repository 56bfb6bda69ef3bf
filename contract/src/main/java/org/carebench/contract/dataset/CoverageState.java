package org.carebench.contract.dataset;

/** How completely a family of data of an account was read. */
public enum CoverageState {
    /** Everything that the platform offers was read. */
    COMPLETE,
    /** The platform offers only a part of it; that part was read. */
    LIMITED,
    /** Something is missing that a later night can still read. */
    PARTIAL,
    /** Nothing could be read. */
    FAILED,
    /** The platform does not offer it for such accounts, or the owner switched it off: not known, and never 0. */
    NOT_OFFERED,
    /** Nothing had to be read that night. */
    NOT_DUE
}
