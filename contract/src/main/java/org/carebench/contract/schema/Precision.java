package org.carebench.contract.schema;

/** How exactly a source reports a measure. */
public enum Precision {
    EXACT,
    /** Rounded by the source, for example to a whole percent point. */
    ROUNDED,
    /** Not stated by the source. */
    UNKNOWN
}
