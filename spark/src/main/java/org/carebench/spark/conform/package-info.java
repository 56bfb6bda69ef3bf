/** Pure steps from landing datasets to curated tables. */
@NullMarked
package org.carebench.spark.conform;

import org.jspecify.annotations.NullMarked;
