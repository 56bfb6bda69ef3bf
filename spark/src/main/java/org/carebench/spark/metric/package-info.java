/** From curated tables to metrics of providers by platform and period. */
@NullMarked
package org.carebench.spark.metric;

import org.jspecify.annotations.NullMarked;
