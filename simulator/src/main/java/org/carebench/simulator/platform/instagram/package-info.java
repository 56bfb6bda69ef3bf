/** The Instagram API as the Graph API gives it: others by business discovery, owned accounts whole. */
@NullMarked
package org.carebench.simulator.platform.instagram;

import org.jspecify.annotations.NullMarked;
