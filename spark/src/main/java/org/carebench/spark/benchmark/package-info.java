/** Pure steps from curated tables to mart tables. */
@NullMarked
package org.carebench.spark.benchmark;

import org.jspecify.annotations.NullMarked;
