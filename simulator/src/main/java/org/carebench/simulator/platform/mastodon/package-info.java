/** The REST API of Mastodon. */
@NullMarked
package org.carebench.simulator.platform.mastodon;

import org.jspecify.annotations.NullMarked;
