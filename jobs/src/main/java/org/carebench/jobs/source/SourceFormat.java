package org.carebench.jobs.source;

import java.util.List;

/** A kind of source file: the columns it must have, the datasets it gives, and how its rows are read. */
public interface SourceFormat {

    /** The name by which profiles choose the format. */
    String name();

    List<SourceColumn> columns();

    /** Record classes of the landing datasets that the format gives. */
    List<Class<? extends Record>> datasets();

    /** A mapper for one reading of one file. It may remember rows, for example to find ids that come twice. */
    RowMapper mapper(SourceVintage vintage);
}
