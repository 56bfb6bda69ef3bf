/** Comments as platforms with two levels show them. */
@NullMarked
package org.carebench.simulator.platform.thread;

import org.jspecify.annotations.NullMarked;
