/** Collection of live platforms. Input: the roster, what the nights before remember, and what the platforms answer. Output: landing Parquet and the state for the next night. Grain: one shard of accounts of one platform per partition. Restart: from the shard that failed, which starts again with the state of the night before. Loses nothing silently: what could not be read is a problem and a line of coverage. */
@NullMarked
package org.carebench.jobs.collect;

import org.jspecify.annotations.NullMarked;
