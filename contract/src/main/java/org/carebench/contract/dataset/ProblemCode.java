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
    UNKNOWN_ORGANIZATION
}
