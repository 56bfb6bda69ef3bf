/** The invented world: a pure function of its scenario, asked at an instant. */
@NullMarked
package org.carebench.simulator.world;

import org.jspecify.annotations.NullMarked;
