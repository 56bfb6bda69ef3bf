/** What Carebench asks of Apache Airflow: runs, backfills, asset events. Everything works without it as well. */
@NullMarked
package org.carebench.jobs.airflow;

import org.jspecify.annotations.NullMarked;
