/** Extraction, publishing and the command line of Carebench. */
@NullMarked
package org.carebench.jobs;

import org.jspecify.annotations.NullMarked;
