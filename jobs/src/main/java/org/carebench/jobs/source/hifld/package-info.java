/** Formats of the US facility directory (Homeland Infrastructure Foundation-Level Data). */
@NullMarked
package org.carebench.jobs.source.hifld;

import org.jspecify.annotations.NullMarked;
