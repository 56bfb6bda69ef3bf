/** The XRPC calls of Bluesky. */
@NullMarked
package org.carebench.simulator.platform.bluesky;

import org.jspecify.annotations.NullMarked;
