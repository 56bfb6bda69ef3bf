package org.carebench.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carebench.contract.lake.BedBand;
import org.carebench.contract.lake.BenchmarkRequest;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.LandingManifest;
import org.carebench.contract.lake.MeasureDefinition;
import org.carebench.contract.lake.NightManifest;
import org.carebench.contract.lake.RecommendationRule;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.contract.lake.SourceRead;
import org.carebench.contract.lake.StateGeography;
import org.carebench.contract.schema.DatasetSchema;
import org.carebench.spark.comparison.ComparisonRules;

/** A lake in which one night has landed. */
public final class LandingLake {

    public static final String RELEASE = "2025-12-06.1";

    private final Path root;
    private final List<LandingManifest> files = new ArrayList<>();
    private final List<LandingManifest> collected = new ArrayList<>();
    private final List<LandingManifest> history = new ArrayList<>();

    public LandingLake(Path root) {
        this.root = root;
    }

    /** Lands the records of one source. */
    public LandingLake land(String sourceId, Class<? extends Record> type, Record... records) throws IOException {
        return land(sourceId, DatasetSchema.of(type).name(), TestSession.rows(type, records));
    }

    /** Lands any rows, right or wrong. */
    public LandingLake land(String sourceId, String dataset, Dataset<Row> rows) throws IOException {
        files.add(write(sourceId, dataset, RELEASE, rows));
        return this;
    }

    /** Lands what a release of the business date collected from a live platform. */
    public LandingLake collect(String shard, String release, Class<? extends Record> type, Record... records)
            throws IOException {
        collected.add(write(shard, DatasetSchema.of(type).name(), release, TestSession.rows(type, records)));
        return this;
    }

    /** Lands what a night before collected from a live platform. */
    public LandingLake collectedBefore(String shard, String release, Class<? extends Record> type, Record... records)
            throws IOException {
        history.add(write(shard, DatasetSchema.of(type).name(), release, TestSession.rows(type, records)));
        return this;
    }

    private LandingManifest write(String sourceId, String dataset, String release, Dataset<Row> rows)
            throws IOException {
        Path file = new LakePaths(root).landingFile(dataset, "any", sourceId, ReleaseId.parse(release));
        Path folder = root.resolve("written");
        rows.coalesce(1).write().mode("overwrite").parquet(folder.toString());
        Files.createDirectories(file.getParent());
        try (var parts = Files.list(folder)) {
            Path part = parts.filter(path -> path.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            Files.move(part, file);
        }
        String relative = root.relativize(file).toString();
        return new LandingManifest(dataset, "any", sourceId, release, relative, rows.count(), sha256(file));
    }

    /** Replaces what the manifest says of the last file that landed. */
    public LandingLake claimRows(long rows) {
        LandingManifest last = files.remove(files.size() - 1);
        files.add(new LandingManifest(
                last.dataset(), last.platform(), last.sourceId(), last.release(), last.file(), rows, last.sha256()));
        return this;
    }

    public BenchmarkRequest request() {
        return request("fingerprint-1");
    }

    public BenchmarkRequest request(String inputFingerprint) {
        List<SourceRead> sources = new TreeSet<>(
                        files.stream().map(LandingManifest::sourceId).toList())
                .stream()
                        .map(id -> new SourceRead(id, "any", "csv", id + ".csv", "00", "2024-07-01", 1, 1, 0))
                        .toList();
        return new BenchmarkRequest(
                RELEASE,
                root.toString(),
                "code-1",
                new NightManifest(RELEASE, inputFingerprint, sources, files, collected, List.of()),
                history,
                3,
                List.of(new MeasureDefinition("hcahps_recommend_top", "t", "q", "n", "d", "top_box_pct", "high", "1")),
                List.of(new BedBand("0-99", 0, 99), new BedBand("100+", 100, Integer.MAX_VALUE)),
                Map.of("Proprietary", "FOR_PROFIT", "Local", "GOVERNMENT"),
                new RecommendationRule("hcahps_recommend_top", "ownership_group", 0.75, 100, 3, "1"),
                MetricDefinitions.all(),
                MetricDefinitions.rule(),
                MetricDefinitions.index(),
                List.of(new StateGeography("AL", "SOUTH", "America/Chicago")),
                ComparisonRules.standard(),
                ShippedTaxonomy.read());
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
