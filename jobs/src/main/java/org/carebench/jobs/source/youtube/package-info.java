/** Exports of YouTube and the crosswalk of its channels. */
@NullMarked
package org.carebench.jobs.source.youtube;

import org.jspecify.annotations.NullMarked;
