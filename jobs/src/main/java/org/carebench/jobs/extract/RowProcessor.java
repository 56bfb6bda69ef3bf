package org.carebench.jobs.extract;

import java.util.List;
import org.carebench.jobs.source.RowMapper;
import org.carebench.jobs.source.SourceRow;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Turns a source row into landing records, passes it over, or rejects it. */
class RowProcessor implements ItemProcessor<SourceRow, LandedRow> {

    private final RowMapper mapper;

    RowProcessor(RowMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public @Nullable LandedRow process(SourceRow row) {
        row.requireReadable();
        List<Record> records = mapper.map(row);
        return records.isEmpty() ? null : new LandedRow(records);
    }
}
