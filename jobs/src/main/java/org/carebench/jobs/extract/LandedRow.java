package org.carebench.jobs.extract;

import java.util.List;

/** The landing records of one source row. */
record LandedRow(List<Record> records) {

    LandedRow {
        records = List.copyOf(records);
    }
}
