/** Formats of the English National Health Service. */
@NullMarked
package org.carebench.jobs.source.nhs;

import org.jspecify.annotations.NullMarked;
