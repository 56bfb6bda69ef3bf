package org.carebench.contract.schema;

/** Why a measure has a value, or why it has none. An unknown value is NULL with one of these states, never 0. */
public enum MeasureState {
    /** The source reported the value. */
    REPORTED,
    /** The source says that it has no value for this row, and gives no finer reason. */
    NOT_AVAILABLE,
    /** The source has too few cases or surveys to report. */
    TOO_FEW_CASES,
    /** The source withheld the value. */
    SUPPRESSED,
    /** The measure does not apply to this row. */
    NOT_APPLICABLE,
    /** The account owner switched the feature off or hid the counter. */
    DISABLED,
    /** The source never carries this measure. */
    NOT_IN_SOURCE,
    /** The source carries the measure, but not for us: our access does not cover it. */
    NOT_PERMITTED,
    /** The source has not settled the value yet, for example insights of the last two days. */
    PENDING,
    /** The source gave something that is no value of this measure; a problem says so. */
    UNREADABLE;

    public boolean hasValue() {
        return this == REPORTED;
    }
}
