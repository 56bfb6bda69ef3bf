/** Reading texts, in plain Java: nothing here knows where they come from. */
@NullMarked
package org.carebench.spark.classify.text;

import org.jspecify.annotations.NullMarked;
