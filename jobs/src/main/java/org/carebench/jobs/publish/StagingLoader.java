package org.carebench.jobs.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.carebench.contract.lake.HopCount;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.ReleaseFile;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.contract.lake.ReleaseManifest;
import org.carebench.contract.schema.Column;
import org.carebench.contract.schema.ColumnType;
import org.carebench.contract.schema.DatasetSchema;
import org.carebench.jobs.run.Progress;
import org.carebench.landing.Checksum;
import org.carebench.landing.JsonFile;
import org.carebench.landing.ParquetRows;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Copies the Parquet of a release into {@code staging.stg_*}, replacing what an earlier attempt left there. */
@Component
class StagingLoader {

    private static final String RELEASE_COLUMN = "release_id";

    private final JdbcTemplate jdbc;
    private final LakePaths paths;
    private final Progress progress;

    StagingLoader(JdbcTemplate jdbc, LakePaths paths, Progress progress) {
        this.jdbc = jdbc;
        this.paths = paths;
        this.progress = progress;
    }

    /**
     * Loads every table of a release; the caller's transaction holds them.
     *
     * @return rows per table: curated and mart rows that went in, and the same number staged
     * @throws DamagedReleaseException where a file is not the one that the manifest names
     */
    List<HopCount> load(ReleaseId release) throws IOException {
        for (String table : ReleaseTables.names()) {
            jdbc.update("delete from " + staging(table) + " where release_id = ?", release.toString());
        }
        progress.expect(ReleaseTables.names().size());
        List<HopCount> staged = new ArrayList<>();
        for (Path layer : List.of(paths.curatedFolder(release), paths.martFolder(release))) {
            ReleaseManifest manifest = JsonFile.read(LakePaths.releaseManifest(layer), ReleaseManifest.class);
            for (ReleaseFile file : manifest.files()) {
                staged.add(load(release, layer.resolve(file.file()), file));
            }
        }
        return staged;
    }

    private HopCount load(ReleaseId release, Path path, ReleaseFile file) throws IOException {
        if (!Checksum.ofFile(path).equals(file.sha256())) {
            throw new DamagedReleaseException("Cannot publish " + release + ": " + path
                    + " is not the file that its manifest names. Remove the release folder and run benchmark again.");
        }
        Long rows =
                jdbc.execute((ConnectionCallback<Long>) connection -> copy(connection, release, path, file.table()));
        progress.advance(file.table(), 1);
        return new HopCount("stage", file.table(), file.rows(), rows == null ? 0 : rows, 0, 0);
    }

    private static long copy(Connection connection, ReleaseId release, Path path, String table) throws SQLException {
        DatasetSchema schema = ReleaseTables.schema(table);
        List<String> columns = new ArrayList<>(List.of(RELEASE_COLUMN));
        columns.addAll(schema.columnNames());
        try (ParquetRows rows = ParquetRows.open(schema, path)) {
            BinaryCopy copy = BinaryCopy.into(connection, staging(table), columns);
            try {
                long copied = copyRows(rows, copy, release.toString());
                copy.close();
                return copied;
            } catch (IOException | RuntimeException e) {
                copy.cancel();
                throw e;
            }
        } catch (IOException e) {
            throw new DamagedReleaseException(
                    "Cannot copy " + path + " into " + staging(table) + ": " + e.getMessage(), e);
        }
    }

    private static long copyRows(ParquetRows rows, BinaryCopy copy, String release) throws IOException {
        List<Column> columns = rows.columns();
        long copied = 0;
        while (rows.next()) {
            copy.startRow(columns.size() + 1);
            copy.field(ColumnType.TEXT, release);
            for (int i = 0; i < columns.size(); i++) {
                copy.field(columns.get(i).type(), rows.value(i));
            }
            copied++;
        }
        return copied;
    }

    private static String staging(String table) {
        return "staging.stg_" + table;
    }
}
