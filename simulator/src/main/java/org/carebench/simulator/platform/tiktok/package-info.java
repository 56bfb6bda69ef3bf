/** TikTok for owned accounts: the Business API and the Display API. */
@NullMarked
package org.carebench.simulator.platform.tiktok;

import org.jspecify.annotations.NullMarked;
