package org.carebench.jobs.source;

import java.util.List;

/** Turns the rows of one file into landing records. The only place that knows the source's column names. */
@FunctionalInterface
public interface RowMapper {

    /**
     * Reads one row.
     *
     * @return its records; none where the row is about nothing that the format reads: it is passed over and counted
     * @throws RowRejectedException where the row cannot be read
     */
    List<Record> map(SourceRow row);
}
