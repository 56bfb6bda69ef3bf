/** Exact statistics on plain numbers. Knows no Spark. */
@NullMarked
package org.carebench.spark.statistics;

import org.jspecify.annotations.NullMarked;
