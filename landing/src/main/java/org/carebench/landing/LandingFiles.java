package org.carebench.landing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.LandingManifest;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.contract.schema.DatasetSchema;

/**
 * The landing files of one source: one Parquet file per dataset, each with its manifest. They do not exist until they are
 * sealed.
 */
public final class LandingFiles implements Closeable {

    private final LakePaths paths;
    private final String platform;
    private final String sourceId;
    private final ReleaseId release;
    private final Map<Class<?>, ParquetFileWriter> files = new LinkedHashMap<>();

    private LandingFiles(LakePaths paths, String platform, String sourceId, ReleaseId release) {
        this.paths = paths;
        this.platform = platform;
        this.sourceId = sourceId;
        this.release = release;
    }

    /** Starts a file per dataset; what an earlier attempt left there is replaced. */
    public static LandingFiles open(
            LakePaths paths,
            String platform,
            String sourceId,
            ReleaseId release,
            List<Class<? extends Record>> datasets)
            throws IOException {
        LandingFiles landing = new LandingFiles(paths, platform, sourceId, release);
        for (Class<? extends Record> dataset : datasets) {
            DatasetSchema schema = DatasetSchema.of(dataset);
            Files.deleteIfExists(landing.manifest(schema.name()));
            landing.files.put(dataset, ParquetFileWriter.create(schema, landing.file(schema.name())));
        }
        return landing;
    }

    /** What a source has landed, in the order of the datasets. Its files must be sealed. */
    public static List<LandingManifest> sealed(
            LakePaths paths,
            String platform,
            String sourceId,
            ReleaseId release,
            List<Class<? extends Record>> datasets)
            throws IOException {
        LandingFiles landing = new LandingFiles(paths, platform, sourceId, release);
        List<LandingManifest> sealed = new ArrayList<>();
        for (Class<? extends Record> dataset : datasets) {
            sealed.add(JsonFile.read(landing.manifest(DatasetSchema.of(dataset).name()), LandingManifest.class));
        }
        return sealed;
    }

    /** Appends a record to the file of its dataset. */
    public void append(Record row) throws IOException {
        ParquetFileWriter file = files.get(row.getClass());
        if (file == null) {
            throw new IllegalStateException(
                    "Cannot land " + row.getClass().getSimpleName() + ": the source does not declare it");
        }
        file.write(row);
    }

    public boolean isOpen() {
        return !files.isEmpty();
    }

    /** Closes every file and makes it exist. */
    public void seal() throws IOException {
        for (ParquetFileWriter file : files.values()) {
            file.close();
            Path path = file(file.dataset());
            JsonFile.write(
                    manifest(file.dataset()),
                    new LandingManifest(
                            file.dataset(),
                            platform,
                            sourceId,
                            release.toString(),
                            paths.root().relativize(path).toString().replace('\\', '/'),
                            file.rows(),
                            Checksum.ofFile(path)));
        }
        files.clear();
    }

    /** Closes what was not sealed; it has no manifest and so does not exist. */
    @Override
    public void close() throws IOException {
        for (ParquetFileWriter file : files.values()) {
            file.close();
        }
        files.clear();
    }

    private Path file(String dataset) {
        return paths.landingFile(dataset, platform, sourceId, release);
    }

    private Path manifest(String dataset) {
        return paths.landingManifest(dataset, platform, sourceId, release);
    }
}
