/** Token endpoints that exchange refresh tokens. */
@NullMarked
package org.carebench.simulator.platform.oauth;

import org.jspecify.annotations.NullMarked;
