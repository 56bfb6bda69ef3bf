/** The integration index: how integrated a provider is among its peers, and the cohorts formed by it. */
@NullMarked
package org.carebench.spark.index;

import org.jspecify.annotations.NullMarked;
