package org.carebench.contract.lake;

/** A bed class; bounds are inclusive, and the last class has {@link Integer#MAX_VALUE} as its upper bound. */
public record BedBand(String label, int from, int to) {}
