package org.carebench.jobs.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carebench.contract.lake.HopCount;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.MeasureDefinition;
import org.carebench.contract.lake.NightManifest;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.contract.lake.ReleaseManifest;
import org.carebench.contract.lake.SourceRead;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.config.Definitions;
import org.carebench.jobs.publish.QualityChecks.Result;
import org.carebench.jobs.run.CurrentExecution;
import org.carebench.jobs.run.Fence;
import org.carebench.jobs.run.Nights;
import org.carebench.jobs.run.Progress;
import org.carebench.landing.JsonFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stages and checks the release, merges it into the warehouse and moves the readers to it. All of it belongs to one transaction
 * of the caller: readers see the old release or the new one, never a mixture.
 */
@Component
class ReleasePublisher {

    private static final String MEASURE_COLUMNS =
            "measure_id, version, title, question, numerator, denominator, unit, direction";

    private final JdbcClient jdbc;
    private final LakePaths paths;
    private final StagingLoader staging;
    private final Definitions definitions;
    private final QualityChecks checks;
    private final Nights nights;
    private final Progress progress;
    private final CurrentExecution current;
    private final Fence fence;

    ReleasePublisher(
            JdbcClient jdbc,
            LakePaths paths,
            StagingLoader staging,
            Definitions definitions,
            QualityChecks checks,
            Nights nights,
            Progress progress,
            CurrentExecution current,
            Fence fence) {
        this.jdbc = jdbc;
        this.paths = paths;
        this.staging = staging;
        this.definitions = definitions;
        this.checks = checks;
        this.nights = nights;
        this.progress = progress;
        this.current = current;
        this.fence = fence;
    }

    /**
     * Stages and publishes a release; one that is published already is left alone.
     *
     * @throws QualityGateException where a fatal check fails
     */
    void publish(ReleaseId release) throws IOException {
        if (nights.isPublished(release)) {
            progress.say("Release " + release + " is published already.");
            return;
        }
        List<HopCount> staged = staging.load(release);
        NightManifest night = JsonFile.read(paths.nightManifest(release), NightManifest.class);
        ReleaseManifest curated = manifest(paths.curatedFolder(release));
        List<Result> results = checks.run(release);
        requirePassed(release, results);
        runLoad("00_lock_publishing.sql", release);
        insertRelease(release, night, curated);
        insertMeasures();
        night.sources().forEach(read -> insertSourceRead(release, read));
        results.forEach(result -> insertCheck(release, result));
        SqlFiles.folder("load").stream()
                .filter(file -> !file.name().startsWith("00_"))
                .forEach(file -> run(file, release));
        List<HopCount> hops = hops(night, curated, staged, mergedCounts(release));
        hops.forEach(hop -> insertHop(release, hop));
        SqlFiles.folder("clear").forEach(file -> run(file, release));
        fence.requireOwn();
        progress.say(PublishReport.of(release, hops, results));
    }

    private static void requirePassed(ReleaseId release, List<Result> results) {
        String failed = results.stream()
                .filter(Result::stopsPublishing)
                .map(result -> result.check().id() + " (" + result.violations() + " of " + result.total() + "): "
                        + result.check().note())
                .collect(Collectors.joining("; "));
        if (!failed.isEmpty()) {
            throw new QualityGateException("Cannot publish " + release
                    + ": it fails quality checks, and what was published before stays. Failed: " + failed);
        }
    }

    /** Every hop of the night in one list: land, conform, stage, merge. */
    private static List<HopCount> hops(
            NightManifest night, ReleaseManifest curated, List<HopCount> staged, List<HopCount> merged) {
        List<HopCount> hops = new ArrayList<>();
        night.sources()
                .forEach(read -> hops.add(new HopCount(
                        "land", read.sourceId(), read.rowsRead(), read.rowsLanded(), read.rowsRejected(), 0)));
        hops.addAll(curated.hops());
        hops.addAll(staged);
        hops.addAll(merged);
        return hops;
    }

    /** Rows that were staged and are now found in their target; a row that got lost breaks the count. */
    private List<HopCount> mergedCounts(ReleaseId release) {
        return jdbc.sql(SqlFiles.file("audit", "merged_counts.sql").text())
                .params(parameters(release))
                .query((row, number) -> new HopCount(
                        "merge", row.getString("subject"), row.getLong("staged"), row.getLong("merged"), 0, 0))
                .list();
    }

    private void runLoad(String name, ReleaseId release) {
        run(SqlFiles.file("load", name), release);
    }

    private void run(SqlFiles.SqlFile file, ReleaseId release) {
        current.stopIfAsked();
        jdbc.sql(file.text()).params(parameters(release)).update();
    }

    private void insertRelease(ReleaseId release, NightManifest night, ReleaseManifest curated) {
        jdbc.sql("insert into ops.release (release_id, business_date, revision, code_version, input_fingerprint)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        release.toString(),
                        Date.valueOf(release.businessDate().day()),
                        release.revision(),
                        curated.codeVersion(),
                        night.inputFingerprint())
                .update();
    }

    /** A version of a definition never changes: results that were published with it would change their meaning. */
    private void insertMeasures() {
        for (MeasureDefinition measure : definitions.measures()) {
            List<String> definition = List.of(
                    measure.id(),
                    measure.version(),
                    measure.title(),
                    measure.question(),
                    measure.numerator(),
                    measure.denominator(),
                    measure.unit(),
                    measure.direction());
            jdbc.sql("insert into warehouse.dim_measure (" + MEASURE_COLUMNS
                            + ") values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (measure_id, version) do nothing")
                    .params(definition)
                    .update();
            boolean isUnchanged = jdbc.sql("select exists (select from warehouse.dim_measure where (" + MEASURE_COLUMNS
                            + ") = (?, ?, ?, ?, ?, ?, ?, ?))")
                    .params(definition)
                    .query(Boolean.class)
                    .single();
            if (!isUnchanged) {
                throw new ConfigurationException("Cannot publish with measure " + measure.id() + " version "
                        + measure.version()
                        + ": the warehouse knows another definition of that version. Give the changed"
                        + " definition in config/measures a new version.");
            }
        }
    }

    private void insertSourceRead(ReleaseId release, SourceRead read) {
        jdbc.sql("insert into ops.source_read (release_id, source_id, platform, format, file, sha256, as_of, rows_read,"
                        + " rows_landed, rows_rejected) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        release.toString(),
                        read.sourceId(),
                        read.platform(),
                        read.format(),
                        read.file(),
                        read.sha256(),
                        Date.valueOf(LocalDate.parse(read.asOf())),
                        read.rowsRead(),
                        read.rowsLanded(),
                        read.rowsRejected())
                .update();
    }

    private void insertCheck(ReleaseId release, Result result) {
        jdbc.sql(
                        "insert into ops.check_result (release_id, check_id, severity, violations, total, threshold_pct, status,"
                                + " note) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        release.toString(),
                        result.check().id(),
                        result.check().severity(),
                        result.violations(),
                        result.total(),
                        result.check().thresholdPercent(),
                        result.status(),
                        result.check().note())
                .update();
    }

    private void insertHop(ReleaseId release, HopCount hop) {
        jdbc.sql("insert into ops.hop_count (release_id, hop, subject, rows_in, rows_out, rejected, deduplicated)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        release.toString(),
                        hop.hop(),
                        hop.subject(),
                        hop.rowsIn(),
                        hop.rowsOut(),
                        hop.rejected(),
                        hop.deduplicated())
                .update();
    }

    private static ReleaseManifest manifest(Path folder) throws IOException {
        return JsonFile.read(LakePaths.releaseManifest(folder), ReleaseManifest.class);
    }

    private static Map<String, Object> parameters(ReleaseId release) {
        return Map.of(
                "release_id", release.toString(),
                "business_date", Date.valueOf(release.businessDate().day()),
                "revision", release.revision());
    }
}
