package org.carebench.jobs.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.carebench.contract.dataset.Problem;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.jobs.source.RowRejectedException;
import org.carebench.jobs.source.SourceFileException;
import org.carebench.jobs.source.SourceRow;
import org.carebench.jobs.source.SourceVintage;
import org.carebench.landing.LandingFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.listener.SkipListener;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/**
 * Lands the records of one source: one Parquet file per dataset, the problems of rejected rows among them, each with its
 * manifest. The manifests are written inside the last chunk's transaction, once every file is closed: a step that has
 * completed has landed.
 */
class LandingWriter implements ItemStreamWriter<LandedRow>, SkipListener<SourceRow, LandedRow> {

    /** Rejections up to this number stop a source only where nothing is left; above it, the share decides. */
    private static final long TOLERATED_REJECTIONS = 100;

    private static final double TOLERATED_SHARE = 0.2;

    private final List<Class<? extends Record>> datasets;
    private final SourceVintage vintage;
    private final long minimumRows;
    private final LakePaths paths;
    private final ReleaseId release;
    private final SourceRowReader reader;
    private @Nullable LandingFiles files;
    private long landed;
    private long rejected;

    LandingWriter(
            List<Class<? extends Record>> datasets,
            SourceVintage vintage,
            long minimumRows,
            LakePaths paths,
            ReleaseId release,
            SourceRowReader reader) {
        this.datasets = new ArrayList<>(datasets);
        this.datasets.add(Problem.class);
        this.vintage = vintage;
        this.minimumRows = minimumRows;
        this.paths = paths;
        this.release = release;
        this.reader = reader;
    }

    @Override
    public void open(ExecutionContext executionContext) {
        try {
            files = LandingFiles.open(paths, vintage.platform(), vintage.sourceId(), release, datasets);
        } catch (IOException e) {
            throw landingFailed(e);
        }
    }

    @Override
    public void write(Chunk<? extends LandedRow> rows) {
        for (LandedRow row : rows) {
            row.records().forEach(this::append);
            landed++;
        }
    }

    @Override
    public void onSkipInProcess(SourceRow row, Throwable reason) {
        RowRejectedException rejection = (RowRejectedException) reason;
        append(new Problem(
                vintage.sourceId(),
                vintage.file(),
                row.line(),
                rejection.code(),
                rejection.column(),
                null,
                null,
                null,
                null,
                null,
                true,
                rejection.sentence()));
        rejected++;
    }

    /** Called inside the transaction of every chunk; after the last row it closes the files and makes them exist. */
    @Override
    public void update(ExecutionContext executionContext) {
        if (!reader.isExhausted() || !open().isOpen()) {
            return;
        }
        requirePlausibleVolume();
        try {
            open().seal();
        } catch (IOException e) {
            throw landingFailed(e);
        }
    }

    /** Closes what a failed step left open; its files have no manifest and so do not exist. */
    @Override
    public void close() {
        try {
            if (files != null) {
                files.close();
            }
        } catch (IOException e) {
            throw landingFailed(e);
        }
    }

    private void append(Record row) {
        try {
            open().append(row);
        } catch (IOException e) {
            throw landingFailed(e);
        }
    }

    private LandingFiles open() {
        return Objects.requireNonNull(files, "write before open");
    }

    private void requirePlausibleVolume() {
        long rows = landed + rejected;
        if (rows < minimumRows) {
            throw new SourceFileException("Cannot use " + vintage.file() + ": it has " + rows + " rows where at least "
                    + minimumRows
                    + " were expected, as if it had been cut off. Fetch the file again, or lower minimum-rows of"
                    + " source " + vintage.sourceId() + " in the profile.");
        }
        boolean isTooMany = rejected > TOLERATED_REJECTIONS && rejected > TOLERATED_SHARE * rows;
        if (isTooMany || (rejected > 0 && landed == 0)) {
            throw new SourceFileException("Cannot use " + vintage.file() + ": " + rejected + " of its " + rows
                    + " rows cannot be read, as if it were of another format. Look at the file, or at the format of source "
                    + vintage.sourceId() + " in the profile.");
        }
    }

    private LandingException landingFailed(IOException cause) {
        return new LandingException(
                "Cannot land " + vintage.file() + ": " + cause.getMessage() + ". Check the disk of " + paths.root()
                        + ".",
                cause);
    }
}
