/** What texts are about and which of them expect an answer, as curated tables. */
@NullMarked
package org.carebench.spark.classify;

import org.jspecify.annotations.NullMarked;
