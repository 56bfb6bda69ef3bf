/** Google reviews: Business Profile for owned locations, Places for others. */
@NullMarked
package org.carebench.simulator.platform.google;

import org.jspecify.annotations.NullMarked;
