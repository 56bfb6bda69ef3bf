package org.carebench.contract.mart;

/** Why a metric has a value, or why it has none. */
public enum MetricState {
    /** It has a value. */
    KNOWN,
    /** The provider has no account on the platform, as far as the roster knows. */
    NO_ACCOUNT,
    /** The platform does not offer what the metric needs, or the account hides it. */
    NOT_COLLECTABLE,
    /** The platform could not be read in this period. */
    COLLECTOR_FAILED,
    /** Fewer posts, items, weeks or followers than the definition asks for. */
    TOO_FEW,
    /** The denominator is zero or not known. */
    NO_DENOMINATOR,
    /** What was to be reached was not, for example half of all items answered. */
    NOT_REACHED
}
