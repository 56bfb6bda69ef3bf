package org.carebench.spark.index;

/** Where a provider stands at the end of a period; only HIGH and LOW are compared. */
public enum Cohort {
    HIGH,
    MIDDLE,
    LOW,
    /** The provider has no account. */
    NO_PRESENCE,
    /** Too little can be said of what it does, or too few periods of it are known. */
    INSUFFICIENT,
    /** It could not be read, or it is not known whether the accounts are its own. */
    UNKNOWN;

    /** Whether it is a place among peers and not a reason for having none. */
    boolean isPlace() {
        return this == HIGH || this == MIDDLE || this == LOW;
    }
}
