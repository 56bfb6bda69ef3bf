/** The X API v2. */
@NullMarked
package org.carebench.simulator.platform.x;

import org.jspecify.annotations.NullMarked;
