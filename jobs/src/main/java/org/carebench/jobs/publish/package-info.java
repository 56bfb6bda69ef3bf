/** Job publish. Input: a release in the lake. Output: warehouse tables and the dashboards. Restart: from the step that failed; the merge is one transaction. */
@NullMarked
package org.carebench.jobs.publish;

import org.jspecify.annotations.NullMarked;
