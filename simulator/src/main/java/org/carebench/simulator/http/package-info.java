/** The HTTP side that all platforms share: connections, routes, clock, limits, tokens, faults and the request log. */
@NullMarked
package org.carebench.simulator.http;

import org.jspecify.annotations.NullMarked;
