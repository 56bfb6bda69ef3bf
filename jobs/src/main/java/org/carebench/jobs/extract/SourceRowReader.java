package org.carebench.jobs.extract;

import java.io.IOException;
import org.carebench.jobs.run.Progress;
import org.carebench.jobs.source.CsvFile;
import org.carebench.jobs.source.SourceFileException;
import org.carebench.jobs.source.SourceFormat;
import org.carebench.jobs.source.SourceRow;
import org.carebench.jobs.source.SourceVintage;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Reads the rows of one source file from its first row; a restarted partition starts again. */
class SourceRowReader implements ItemStreamReader<SourceRow> {

    private final SourceFormat format;
    private final SourceVintage vintage;
    private final Progress progress;
    private @Nullable CsvFile file;
    private boolean exhausted;

    SourceRowReader(SourceFormat format, SourceVintage vintage, Progress progress) {
        this.format = format;
        this.vintage = vintage;
        this.progress = progress;
    }

    @Override
    public void open(ExecutionContext executionContext) {
        file = CsvFile.open(vintage.path(), vintage.file(), format.columns());
    }

    @Override
    public @Nullable SourceRow read() {
        if (file == null) {
            throw new IllegalStateException("Cannot read " + vintage.file() + ": it is not open");
        }
        SourceRow row = file.next();
        exhausted = row == null;
        if (row != null) {
            progress.advance(vintage.sourceId(), row.length());
        }
        return row;
    }

    /** Whether the last row has been read. */
    boolean isExhausted() {
        return exhausted;
    }

    @Override
    public void close() throws ItemStreamException {
        if (file == null) {
            return;
        }
        try {
            file.close();
        } catch (IOException e) {
            throw new SourceFileException("Cannot close " + vintage.file() + ": " + e.getMessage(), e);
        }
    }
}
