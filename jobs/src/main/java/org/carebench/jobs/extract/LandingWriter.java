package org.carebench.jobs.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.Problem;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.LandingManifest;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.contract.schema.DatasetSchema;
import org.carebench.jobs.source.RowRejectedException;
import org.carebench.jobs.source.SourceFileException;
import org.carebench.jobs.source.SourceRow;
import org.carebench.jobs.source.SourceVintage;
import org.carebench.landing.Checksum;
import org.carebench.landing.JsonFile;
import org.carebench.landing.ParquetFileWriter;
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
    private final Map<Class<?>, ParquetFileWriter> files = new LinkedHashMap<>();
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
            for (Class<? extends Record> dataset : datasets) {
                DatasetSchema schema = DatasetSchema.of(dataset);
                Files.deleteIfExists(manifest(schema.name()));
                files.put(dataset, ParquetFileWriter.create(schema, file(schema.name())));
            }
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
        if (!reader.isExhausted() || files.isEmpty()) {
            return;
        }
        requirePlausibleVolume();
        try {
            for (ParquetFileWriter file : files.values()) {
                file.close();
                writeManifest(file);
            }
            files.clear();
        } catch (IOException e) {
            throw landingFailed(e);
        }
    }

    /** Closes what a failed step left open; its files have no manifest and so do not exist. */
    @Override
    public void close() {
        try {
            for (ParquetFileWriter file : files.values()) {
                file.close();
            }
            files.clear();
        } catch (IOException e) {
            throw landingFailed(e);
        }
    }

    private void append(Record row) {
        ParquetFileWriter file = files.get(row.getClass());
        if (file == null) {
            throw new IllegalStateException(
                    "Cannot land " + row.getClass().getSimpleName() + ": the format does not declare it");
        }
        try {
            file.write(row);
        } catch (IOException e) {
            throw landingFailed(e);
        }
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

    private void writeManifest(ParquetFileWriter file) throws IOException {
        Path path = file(file.dataset());
        JsonFile.write(
                manifest(file.dataset()),
                new LandingManifest(
                        file.dataset(),
                        vintage.platform(),
                        vintage.sourceId(),
                        release.toString(),
                        paths.root().relativize(path).toString().replace('\\', '/'),
                        file.rows(),
                        Checksum.ofFile(path)));
    }

    private Path file(String dataset) {
        return paths.landingFile(dataset, vintage.platform(), vintage.sourceId(), release);
    }

    private Path manifest(String dataset) {
        return paths.landingManifest(dataset, vintage.platform(), vintage.sourceId(), release);
    }

    private LandingException landingFailed(IOException cause) {
        return new LandingException(
                "Cannot land " + vintage.file() + ": " + cause.getMessage() + ". Check the disk of " + paths.root()
                        + ".",
                cause);
    }
}
