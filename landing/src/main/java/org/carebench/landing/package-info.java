/** Typed Parquet without Hadoop: writing landing files, reading the files of a release. */
@NullMarked
package org.carebench.landing;

import org.jspecify.annotations.NullMarked;
