package org.carebench.jobs.extract;

import org.carebench.jobs.source.RowMapper;
import org.carebench.jobs.source.SourceRow;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Turns a source row into landing records, or rejects it. */
class RowProcessor implements ItemProcessor<SourceRow, LandedRow> {

    private final RowMapper mapper;

    RowProcessor(RowMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public LandedRow process(SourceRow row) {
        row.requireReadable();
        return new LandedRow(mapper.map(row));
    }
}
