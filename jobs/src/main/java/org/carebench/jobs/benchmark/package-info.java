/** Job benchmark. Input: a night manifest. Output: curated and mart Parquet of a release, computed by Spark in a process of its own. Restart: the release is computed again unless its manifest exists. */
@NullMarked
package org.carebench.jobs.benchmark;

import org.jspecify.annotations.NullMarked;
