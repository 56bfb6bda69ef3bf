/** The migrations, merges, checks and views, run on a real PostgreSQL. */
@NullMarked
package org.carebench.sql;

import org.jspecify.annotations.NullMarked;
