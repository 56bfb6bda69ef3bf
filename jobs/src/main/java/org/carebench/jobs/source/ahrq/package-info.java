/** Formats of the Compendium of U.S. Health Systems (Agency for Healthcare Research and Quality). */
@NullMarked
package org.carebench.jobs.source.ahrq;

import org.jspecify.annotations.NullMarked;
