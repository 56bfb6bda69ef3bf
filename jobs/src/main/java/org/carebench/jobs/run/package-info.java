/** One way to launch a job: guarded, restartable, with progress and an exit code. */
@NullMarked
package org.carebench.jobs.run;

import org.jspecify.annotations.NullMarked;
