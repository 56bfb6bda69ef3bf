/** The PostgreSQL that holds the warehouse: an external one, or one that the program itself keeps. */
@NullMarked
package org.carebench.jobs.warehouse;

import org.jspecify.annotations.NullMarked;
