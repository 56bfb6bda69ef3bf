/** Facebook Pages in the Graph API: owned ones whole, others as public content access shows them. */
@NullMarked
package org.carebench.simulator.platform.facebook;

import org.jspecify.annotations.NullMarked;
