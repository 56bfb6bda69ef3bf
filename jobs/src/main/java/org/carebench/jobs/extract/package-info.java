/** Job extract. Input: the source files in force on a business date. Output: landing Parquet and the night manifest. Grain: one partition per source. Restart: from the partition that failed, which starts again at its first row. Skips: rows that cannot be read, each with a problem. */
@NullMarked
package org.carebench.jobs.extract;

import org.jspecify.annotations.NullMarked;
