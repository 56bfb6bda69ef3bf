package org.carebench.spark.metric;

import org.jspecify.annotations.Nullable;

/**
 * A counter of a post at the age at which posts are compared.
 *
 * @param value NULL where it is not known
 * @param isOnTime whether it was observed at that age: not earlier, not later
 */
record AgedCounter(@Nullable Long value, boolean isOnTime) {}
