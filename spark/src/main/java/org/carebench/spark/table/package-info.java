/** Datasets of the contract as Spark sees them. */
@NullMarked
package org.carebench.spark.table;

import org.jspecify.annotations.NullMarked;
