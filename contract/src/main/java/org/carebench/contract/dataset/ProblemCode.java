package org.carebench.contract.dataset;

/** Kinds of problems, stable names for counting and alerting. */
public enum ProblemCode {
    /** The quotes of the row are broken, so that its fields cannot be told apart. */
    BROKEN_QUOTES,
    /** The row has more or fewer fields than the header. */
    WRONG_FIELD_COUNT,
    /** The id is blank or not of the registry's form, for example damaged by a spreadsheet. */
    INVALID_ID,
    /** The id occurred before in the same file. */
    DUPLICATE_ID,
    /** A value that must be there is blank. */
    MISSING_VALUE,
    /** A number, date, yes or no that cannot be read as one. */
    UNREADABLE_VALUE,
    /** A value outside the range or list that its definition allows. */
    VALUE_OUT_OF_RANGE,
    /** A character that text cannot hold, such as NUL. */
    FORBIDDEN_CHARACTER,
    /** Two columns of a row contradict each other. */
    CONTRADICTION,
    /** A provider matches several facilities of the directory equally well; none was taken. */
    AMBIGUOUS_MATCH,
    /** The row names a provider that the registry in force does not list; it is kept. */
    UNKNOWN_ORGANIZATION,
    /** The access token has expired and could not be renewed. */
    AUTH_EXPIRED,
    /** The access was withdrawn, or was never valid. */
    AUTH_REVOKED,
    /** Our access does not cover it. */
    PERMISSION,
    /** It is no longer there: deleted, deactivated or taken down. */
    GONE,
    /** The account answers under another name than the roster gives it; it was read. */
    RENAMED,
    /** The platform does not say whether the account was renamed or deleted. */
    RENAMED_OR_GONE,
    /** Only those whom its owner admits can read it. */
    PRIVATE,
    /** Its owner switched the feature off, for example comments. */
    FEATURE_OFF,
    /** The platform asks to wait. */
    RATE_LIMITED,
    /** The allowance of the day, or the money, is used up. */
    QUOTA_EXHAUSTED,
    /** The platform did not answer, or with an error of its own, after every retry. */
    TRANSIENT,
    /** The platform answered in another form than its contract says. */
    CONTRACT_DRIFT,
    /** The platform refused the request as wrong. */
    BAD_REQUEST,
    /** A counter, post or interaction without what identifies it; it was left out. */
    INCOMPLETE_RECORD
}
