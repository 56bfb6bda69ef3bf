/**
 * How providers of high and of low integration differ. Apart from the glue that says so, plain Java on plain records.
 */
@NullMarked
package org.carebench.spark.comparison;

import org.jspecify.annotations.NullMarked;
