/** Formats of the US Centers for Medicare and Medicaid Services. */
@NullMarked
package org.carebench.jobs.source.cms;

import org.jspecify.annotations.NullMarked;
