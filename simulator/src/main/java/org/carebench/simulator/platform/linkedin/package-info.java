/** The LinkedIn Community Management API for owned organizations. */
@NullMarked
package org.carebench.simulator.platform.linkedin;

import org.jspecify.annotations.NullMarked;
