/** Files that people export by hand from platforms and from tools that manage accounts: Meta Business Suite and Sprout. */
@NullMarked
package org.carebench.jobs.source.export;

import org.jspecify.annotations.NullMarked;
