/** The YouTube Data API v3. */
@NullMarked
package org.carebench.simulator.platform.youtube;

import org.jspecify.annotations.NullMarked;
