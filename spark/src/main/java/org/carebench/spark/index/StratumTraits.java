package org.carebench.spark.index;

import org.jspecify.annotations.Nullable;

/**
 * What peers have in common; NULL is not known, and a group of its own.
 *
 * @param bedClass label of the bed class
 */
public record StratumTraits(
        @Nullable String bedClass,
        @Nullable Boolean isRural,
        @Nullable Boolean isTeaching) {}
