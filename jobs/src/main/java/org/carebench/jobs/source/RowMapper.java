package org.carebench.jobs.source;

import java.util.List;

/** Turns the rows of one file into landing records. The only place that knows the source's column names. */
@FunctionalInterface
public interface RowMapper {

    /**
     * Reads one row.
     *
     * @return at least one record
     * @throws RowRejectedException where the row cannot be read
     */
    List<Record> map(SourceRow row);
}
