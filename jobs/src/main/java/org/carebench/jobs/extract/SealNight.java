package org.carebench.jobs.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carebench.contract.dataset.Problem;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.LandingManifest;
import org.carebench.contract.lake.NightManifest;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.contract.lake.SourceRead;
import org.carebench.jobs.collect.CollectionPlan;
import org.carebench.jobs.collect.CollectionPlans;
import org.carebench.jobs.collect.CollectionReads;
import org.carebench.jobs.run.LandedSteps;
import org.carebench.jobs.run.Nights;
import org.carebench.jobs.run.Progress;
import org.carebench.jobs.run.RunParameters;
import org.carebench.jobs.source.SourceFileException;
import org.carebench.landing.JsonFile;
import org.carebench.landing.LandingFiles;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Writes the night manifest, once every source has landed and only if the source files are still those that the night was
 * planned with. An extraction of a single platform leaves it to the one that lands the last of them.
 */
class SealNight implements Tasklet {

    private final NightPlanner planner;
    private final SourceFormats formats;
    private final Nights nights;
    private final LakePaths paths;
    private final Progress progress;
    private final LandedNights landedNights;
    private final LandedSteps landedSteps;
    private final CollectionReads collectionReads;

    SealNight(
            NightPlanner planner,
            SourceFormats formats,
            Nights nights,
            LakePaths paths,
            Progress progress,
            LandedNights landedNights,
            LandedSteps landedSteps,
            CollectionReads collectionReads) {
        this.planner = planner;
        this.formats = formats;
        this.nights = nights;
        this.paths = paths;
        this.progress = progress;
        this.landedNights = landedNights;
        this.landedSteps = landedSteps;
        this.collectionReads = collectionReads;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        StepExecution seal = contribution.getStepExecution();
        ReleaseId release = RunParameters.release(seal.getJobParameters());
        CollectionPlan collection = CollectionPlans.of(seal.getJobExecution());
        NightPlan plan = planner.plan(release.businessDate(), collection);
        if (!plan.inputFingerprint().equals(nights.inputFingerprint(release))) {
            throw new SourceFileException(
                    "Cannot finish the extraction of " + release.businessDate()
                            + ": a source file or a definition changed while it was being read. Run again to read the new one.");
        }
        Set<String> missing = landedNights.missing(release, plan);
        if (!missing.isEmpty()) {
            if (RunParameters.platform(seal.getJobParameters()) == null) {
                throw new IllegalStateException("Cannot seal " + release + ": nothing landed of " + missing);
            }
            progress.say(release + " is sealed once " + String.join(", ", missing) + " landed as well.");
            return RepeatStatus.FINISHED;
        }
        List<SourceRead> reads = new ArrayList<>();
        List<LandingManifest> files = new ArrayList<>();
        for (PlannedSource source : plan.sources()) {
            reads.add(sourceRead(source, release));
            files.addAll(landedFiles(source, release));
        }
        CollectionReads.Collected collected = collectionReads.collected(release, collection);
        reads.addAll(collected.sources());
        NightManifest night = new NightManifest(
                release.toString(), plan.inputFingerprint(), reads, files, collected.files(), collection.history());
        JsonFile.write(paths.nightManifest(release), night);
        progress.say(ExtractReport.of(night, plan.notInForce()));
        return RepeatStatus.FINISHED;
    }

    private SourceRead sourceRead(PlannedSource source, ReleaseId release) {
        String step = ExtractJobConfiguration.step(source.source().id());
        StepExecution worker = landedSteps
                .landed(release, source.source().platform(), step)
                .orElseThrow(() -> new IllegalStateException("no execution of step " + step));
        return new SourceRead(
                source.source().id(),
                source.source().platform(),
                source.source().format(),
                source.vintage().file(),
                source.sha256(),
                source.vintage().asOf().toString(),
                worker.getReadCount() - worker.getFilterCount(),
                worker.getWriteCount(),
                worker.getProcessSkipCount());
    }

    private List<LandingManifest> landedFiles(PlannedSource source, ReleaseId release) throws IOException {
        List<Class<? extends Record>> datasets =
                new ArrayList<>(formats.of(source.source()).datasets());
        datasets.add(Problem.class);
        return LandingFiles.sealed(
                paths, source.source().platform(), source.source().id(), release, datasets);
    }
}
