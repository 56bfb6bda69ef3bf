/** How the formats of source files are read: header, rows, and what a row becomes. */
@NullMarked
package org.carebench.jobs.source;

import org.jspecify.annotations.NullMarked;
