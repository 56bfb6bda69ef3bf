/** Commands of the simulator. */
@NullMarked
package org.carebench.simulator;

import org.jspecify.annotations.NullMarked;
