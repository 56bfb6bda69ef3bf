package org.carebench.contract.schema;

/** How exactly a source reports a measure. */
public enum Precision {
    EXACT,
    /** Rounded by the source, for example to a whole percent point. */
    ROUNDED,
    /** Estimated by the source from a sample. */
    SAMPLED,
    /** Not stated by the source. */
    UNKNOWN
}
