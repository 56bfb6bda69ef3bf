/** Writes the invented world into files: what providers' registries, directories and surveys say of it, and its truth. */
@NullMarked
package org.carebench.simulator.write;

import org.jspecify.annotations.NullMarked;
