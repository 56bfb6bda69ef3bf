package org.carebench.spark.io;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.carebench.contract.lake.BenchmarkRequest;
import org.carebench.contract.lake.HopCount;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.ReleaseFile;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.contract.lake.ReleaseManifest;
import org.carebench.contract.schema.DatasetSchema;
import org.carebench.spark.table.StructTypes;
import org.carebench.spark.table.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One layer of one release: a folder per table with one Parquet file, {@code dictionary.csv}, and {@code manifest.json}
 * last. Without the manifest the layer does not exist; with it, it never changes again.
 */
public final class ReleaseLayer {

    /** Makes tables of a layer from tables of the same layer that are written already. */
    @FunctionalInterface
    public interface Derivation {
        List<Table> tables(Written written) throws IOException;
    }

    /** The tables of an unfinished layer that are written already. */
    @FunctionalInterface
    public interface Written {
        Dataset<Row> read(Class<? extends Record> type) throws IOException;
    }

    private static final Logger log = LoggerFactory.getLogger(ReleaseLayer.class);
    private static final String UNFINISHED = "unfinished";
    /** Most tables are small: planning them takes longer than computing them, and planning takes one core. */
    private static final int WRITERS = 2;

    private final SparkSession spark;
    private final BenchmarkRequest request;
    private final LakeFiles lake;
    private final String layer;
    private final Path folder;

    private ReleaseLayer(SparkSession spark, BenchmarkRequest request, String layer, Path folder) throws IOException {
        this.spark = spark;
        this.request = request;
        this.lake = LakeFiles.at(request.lakeRoot(), spark.sparkContext().hadoopConfiguration());
        this.layer = layer;
        this.folder = folder;
    }

    public static ReleaseLayer curated(SparkSession spark, BenchmarkRequest request) throws IOException {
        return new ReleaseLayer(spark, request, "curated", relativePaths().curatedFolder(release(request)));
    }

    public static ReleaseLayer mart(SparkSession spark, BenchmarkRequest request) throws IOException {
        return new ReleaseLayer(spark, request, "mart", relativePaths().martFolder(release(request)));
    }

    private static LakePaths relativePaths() {
        return new LakePaths(Path.of(""));
    }

    private static ReleaseId release(BenchmarkRequest request) {
        return ReleaseId.parse(request.release());
    }

    /** Full name of the folder, for messages. */
    public String name() {
        return lake.name(folder.toString());
    }

    /**
     * Whether an earlier attempt completed this layer from the same inputs.
     *
     * @throws IOException where the layer exists but was made from other inputs, or its files have been altered
     */
    public boolean isComplete() throws IOException {
        if (!lake.exists(manifestFile())) {
            return false;
        }
        ReleaseManifest manifest = manifest();
        if (!manifest.inputFingerprint().equals(request.night().inputFingerprint())) {
            throw new IOException("Cannot write release " + request.release() + ": " + name()
                    + " was made from other inputs (fingerprint " + manifest.inputFingerprint() + ", not "
                    + request.night().inputFingerprint() + "); a release never changes, so number the new inputs"
                    + " as its next revision");
        }
        for (ReleaseFile file : manifest.files()) {
            String sha256 = lake.sha256(within(file.file()));
            if (!sha256.equals(file.sha256())) {
                throw new IOException("Cannot use release " + request.release() + ": "
                        + lake.name(within(file.file())) + " has checksum " + sha256 + ", but its manifest says "
                        + file.sha256() + "; delete the folder " + name() + " to compute it again");
            }
        }
        return true;
    }

    /**
     * Writes the tables, and the manifest last. Whatever an earlier attempt left is removed first.
     *
     * @param hops makes the counts for the manifest from the number of rows written, by table
     * @throws IllegalStateException where a table contradicts its contract; no manifest is written then
     */
    public void write(List<Table> tables, Function<Map<String, Long>, List<HopCount>> hops) throws IOException {
        writeInSteps(List.of(written -> tables), hops);
    }

    /**
     * Writes tables step by step, each from what the steps before have written, so that nothing is computed twice.
     *
     * @see #write(List, Function)
     */
    public void writeInSteps(List<Derivation> steps, Function<Map<String, Long>, List<HopCount>> hops)
            throws IOException {
        lake.delete(folder.toString());
        List<ReleaseFile> files = new ArrayList<>();
        List<DatasetSchema> schemas = new ArrayList<>();
        for (Derivation step : steps) {
            List<Table> tables = step.tables(type -> read(type, files));
            writeAll(tables, files);
            tables.forEach(table -> schemas.add(table.schema()));
        }
        lake.delete(within(UNFINISHED));
        lake.writeText(within("dictionary.csv"), DataDictionary.csv(schemas));
        Map<String, Long> rows = new TreeMap<>();
        files.forEach(file -> rows.put(file.table(), file.rows()));
        lake.writeText(manifestFile(), LakeJson.write(manifest(hops.apply(rows), files)));
    }

    private void writeAll(List<Table> tables, List<ReleaseFile> files) throws IOException {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            for (Future<ReleaseFile> written :
                    writers.invokeAll(tables.stream().map(this::writing).toList())) {
                files.add(written.get());
            }
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Stopped while the tables of " + name() + " were written");
        } finally {
            writers.shutdownNow();
        }
    }

    /** What the writer of a table threw, with its own type: callers tell a broken contract from a broken disk. */
    private static RuntimeException failure(ExecutionException e) throws IOException {
        if (e.getCause() instanceof IOException failure) {
            throw failure;
        }
        return e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
    }

    private Callable<ReleaseFile> writing(Table table) {
        return () -> {
            spark.sparkContext().setJobDescription("write " + layer + " " + table.name());
            ReleaseFile file = write(table);
            log.info("Wrote {} {}: {} rows", layer, file.table(), file.rows());
            return file;
        };
    }

    /** Reads a table of the completed layer. */
    public Dataset<Row> read(Class<? extends Record> type) throws IOException {
        return read(type, manifest().files());
    }

    private Dataset<Row> read(Class<? extends Record> type, List<ReleaseFile> written) throws IOException {
        DatasetSchema schema = DatasetSchema.of(type);
        List<ParquetFiles.Listed> files = written.stream()
                .filter(file -> file.table().equals(schema.name()))
                .map(file -> new ParquetFiles.Listed(within(file.file()), file.rows(), file.sha256()))
                .toList();
        return new ParquetFiles(spark, lake).read(schema, files);
    }

    public ReleaseManifest manifest() throws IOException {
        return LakeJson.read(lake.readText(manifestFile()), ReleaseManifest.class, lake.name(manifestFile()));
    }

    private ReleaseFile write(Table table) throws IOException {
        String unfinished = within(UNFINISHED + "/" + table.name());
        String file = table.name() + "/part-00000.parquet";
        // One sorted partition: the bytes do not depend on how the rows were computed.
        Dataset<Row> sorted = table.rows()
                .to(StructTypes.written(table.schema()))
                .repartition(1)
                .sortWithinPartitions(order(table.schema()));
        withSchemaOfContract(sorted, table.schema())
                .write()
                .option("compression", "zstd")
                .parquet(lake.name(unfinished));
        CanonicalParquet.copy(lake, unfinished + "/" + onlyPart(unfinished), within(file));
        long rows = new WrittenTableCheck(table.schema(), lake.input(within(file))).countRows();
        return new ReleaseFile(table.name(), file, rows, lake.sha256(within(file)));
    }

    /**
     * The same rows with the types and remarks of the contract. What Spark knows of a column, for example that it is never
     * missing, depends on how it came to plan the query, and would get into the file.
     */
    private Dataset<Row> withSchemaOfContract(Dataset<Row> rows, DatasetSchema schema) {
        return ((org.apache.spark.sql.classic.SparkSession) spark)
                .internalCreateDataFrame(
                        ((org.apache.spark.sql.classic.Dataset<Row>) rows)
                                .queryExecution()
                                .toRdd(),
                        StructTypes.written(schema),
                        false);
    }

    private String onlyPart(String unfinished) throws IOException {
        List<String> parts = lake.list(unfinished).stream()
                .filter(name -> name.startsWith("part-"))
                .toList();
        if (parts.size() != 1) {
            throw new IllegalStateException(
                    "Cannot write " + lake.name(unfinished) + ": Spark gave " + parts.size() + " files instead of one");
        }
        return parts.get(0);
    }

    private static Column[] order(DatasetSchema schema) {
        return Stream.concat(schema.key().stream(), schema.columnNames().stream())
                .distinct()
                .map(name -> col(name).asc_nulls_first())
                .toArray(Column[]::new);
    }

    private ReleaseManifest manifest(List<HopCount> hops, List<ReleaseFile> files) {
        Map<String, String> definitions = new TreeMap<>();
        request.measures().forEach(measure -> definitions.put(measure.id(), measure.version()));
        request.metrics().forEach(metric -> definitions.put(metric.id(), metric.version()));
        definitions.put("metric_rule", request.metricRule().version());
        definitions.put("recommendation", request.recommendation().version());
        definitions.put("index", request.index().version());
        definitions.put("comparison", request.comparison().version());
        definitions.put("topics", request.topics().version());
        return new ReleaseManifest(
                request.release(),
                layer,
                request.codeVersion(),
                request.night().inputFingerprint(),
                definitions,
                hops,
                files);
    }

    private String manifestFile() {
        return LakePaths.releaseManifest(folder).toString();
    }

    private String within(String file) {
        return folder.resolve(file).toString();
    }
}
