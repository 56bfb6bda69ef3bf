/** Writes a stretch of the invented world into the lake as one night, without any HTTP. */
@NullMarked
package org.carebench.simulator.bulk;

import org.jspecify.annotations.NullMarked;
