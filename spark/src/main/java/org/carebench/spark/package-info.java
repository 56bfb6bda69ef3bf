/** The Spark application: arguments, session, read, transform, write. */
@NullMarked
package org.carebench.spark;

import org.jspecify.annotations.NullMarked;
