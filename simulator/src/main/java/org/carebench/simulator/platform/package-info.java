/** The APIs of the platforms over the world, a package each. */
@NullMarked
package org.carebench.simulator.platform;

import org.jspecify.annotations.NullMarked;
