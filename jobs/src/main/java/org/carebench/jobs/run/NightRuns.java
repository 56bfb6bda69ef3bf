package org.carebench.jobs.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.extract.LandedNights;
import org.carebench.jobs.extract.NightPlan;
import org.carebench.jobs.extract.NightPlanner;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Component;

/** Finds the revision that a night, or one of its stages, works on, and runs it. */
@Component
class NightRuns {

    private final NightPlanner planner;
    private final Nights nights;
    private final LandedNights landed;
    private final JobRuns runs;
    private final StageRuns stages;
    private final Map<String, Job> jobs;
    private final Progress progress;
    private final Path page;

    NightRuns(
            NightPlanner planner,
            Nights nights,
            LandedNights landed,
            JobRuns runs,
            StageRuns stages,
            Map<String, Job> jobs,
            Progress progress,
            CarebenchProperties properties) {
        this.planner = planner;
        this.nights = nights;
        this.landed = landed;
        this.runs = runs;
        this.stages = stages;
        this.jobs = jobs;
        this.progress = progress;
        this.page = properties.site().resolve("index.html");
    }

    // Nothing to do?

    /** The release of the inputs of now, where every stage of it is complete. */
    Optional<ReleaseId> completeNight(BusinessDate businessDate) {
        return complete("nightly", planner.plan(businessDate), this::isPublished);
    }

    /** The release of the inputs of now, where it is extracted, or the given platform of it. */
    Optional<ReleaseId> completeExtraction(BusinessDate businessDate, @Nullable String platform) {
        NightPlan plan = planner.plan(businessDate);
        return complete("extract", plan, release -> isLanded(release, plan, platform));
    }

    private Optional<ReleaseId> complete(String job, NightPlan plan, Predicate<ReleaseId> isComplete) {
        Optional<ReleaseId> complete =
                nights.known(plan.businessDate(), plan.inputFingerprint()).filter(isComplete);
        if (complete.isPresent()) {
            sayRemark(plan);
            nothingToDo(job, complete.get());
        }
        return complete;
    }

    /** The newest extracted revision, where the stage is complete for it. */
    Optional<ReleaseId> completeStage(String stage, BusinessDate businessDate) {
        Optional<ReleaseId> complete =
                newestSealed(businessDate).filter(release -> runs.isComplete(job(stage), release));
        complete.ifPresent(release -> nothingToDo(stage, release));
        return complete;
    }

    // Work

    /** Extracts, benchmarks and publishes; does nothing where the same inputs are published already. */
    NightJob.Result night(Claim claim) {
        BusinessDate businessDate = claim.execution().work().businessDate();
        NightPlan plan = plan(businessDate);
        ReleaseId release = revision(claim, plan);
        claim.release(release);
        boolean didRun = !isPublished(release) && runs.ensure(job("nightly"), release);
        return result("nightly", release, didRun);
    }

    /** Extracts the inputs that are in force on the business date, or those of one platform. */
    NightJob.Result extraction(Claim claim) {
        Work work = claim.execution().work();
        NightPlan plan = plan(work.businessDate());
        ReleaseId release = revision(claim, plan);
        claim.release(release);
        boolean didRun =
                !isLanded(release, plan, work.platform()) && runs.ensure(job("extract"), release, work.platform());
        return result("extract", release, didRun);
    }

    /**
     * Runs a stage for the newest revision whose extraction is complete.
     *
     * @throws NightNotBegunException where there is none
     */
    NightJob.Result stage(String stage, Claim claim) {
        ReleaseId release = requireSealed(stage, claim.execution().work().businessDate());
        claim.release(release);
        return result(stage, release, runs.ensure(job(stage), release));
    }

    /**
     * Computes the newest revision whose extraction is complete; once more, if it is to be rerun, as a revision that repeats the
     * extraction.
     *
     * @throws NightNotBegunException where nothing is extracted
     */
    NightJob.Result benchmark(Claim claim) {
        BusinessDate businessDate = claim.execution().work().businessDate();
        ReleaseId newest = requireSealed("benchmark", businessDate);
        boolean isRepeated = claim.execution().mode() == Mode.RERUN
                && (claim.begun() != null || runs.isComplete(job("benchmark"), newest));
        if (!isRepeated) {
            return stage("benchmark", claim);
        }
        ReleaseId release = revision(claim, plan(businessDate));
        claim.release(release);
        stages.ensure(job("extract"), release, () -> landed.isSealed(release));
        return result("benchmark", release, runs.ensure(job("benchmark"), release));
    }

    /** A revision that single platforms have begun is the one that is wanted: an older one would pass for it. */
    private ReleaseId requireSealed(String stage, BusinessDate businessDate) {
        List<ReleaseId> newestFirst = nights.newestFirst(businessDate);
        if (!newestFirst.isEmpty() && landed.isBegunByPlatforms(newestFirst.get(0))) {
            throw new NightNotBegunException("Cannot run " + stage + " for " + businessDate + ": the extraction of "
                    + newestFirst.get(0) + " is not complete; missing "
                    + String.join(", ", landed.missing(newestFirst.get(0))) + ". Run extract --business-date "
                    + businessDate + " first.");
        }
        return newestSealed(businessDate)
                .orElseThrow(() -> new NightNotBegunException("Cannot run " + stage + " for " + businessDate
                        + ": nothing was extracted for that day. Run extract --business-date " + businessDate
                        + " first."));
    }

    private Optional<ReleaseId> newestSealed(BusinessDate businessDate) {
        return nights.newestFirst(businessDate).stream()
                .filter(landed::isSealed)
                .findFirst();
    }

    private Job job(String name) {
        Job job = jobs.get(name);
        if (job == null) {
            throw new IllegalArgumentException("Cannot find job " + name);
        }
        return job;
    }

    private NightPlan plan(BusinessDate businessDate) {
        NightPlan plan = planner.plan(businessDate);
        sayRemark(plan);
        return plan;
    }

    private void sayRemark(NightPlan plan) {
        if (!plan.collection().remark().isEmpty()) {
            progress.say(plan.collection().remark());
        }
    }

    private ReleaseId revision(Claim claim, NightPlan plan) {
        String inputs = plan.inputFingerprint();
        Work work = claim.execution().work();
        if (claim.execution().mode() == Mode.ENSURE) {
            return nights.revisionOf(work.businessDate(), inputs);
        }
        ReleaseId begun = claim.begun();
        if (begun != null && nights.inputFingerprint(begun).equals(inputs)) {
            return begun;
        }
        return nights.nextRevisionOf(
                work.businessDate(),
                inputs,
                newest -> work.platform() != null
                        && !landed.isSealed(newest)
                        && landed.missing(newest, plan).contains(work.platform()));
    }

    private boolean isPublished(ReleaseId release) {
        return landed.isSealed(release)
                && runs.isComplete(job("benchmark"), release)
                && runs.isComplete(job("publish"), release);
    }

    private boolean isLanded(ReleaseId release, NightPlan plan, @Nullable String platform) {
        if (platform == null || landed.isSealed(release)) {
            return landed.isSealed(release);
        }
        // The one that lands the last of them has the night to seal.
        List<String> missing = List.copyOf(landed.missing(release, plan));
        return !missing.isEmpty() && !missing.contains(platform);
    }

    private NightJob.Result result(String job, ReleaseId release, boolean didRun) {
        boolean isSealed = landed.isSealed(release);
        Boolean isNews = isSealed ? landed.isNews(release) : null;
        String message = !didRun
                ? nothingToDoSentence(job, release)
                : "Done: " + job + " of " + release + "."
                        + (Boolean.FALSE.equals(isNews)
                                ? " Its inputs are those of the release before: no new data."
                                : "");
        progress.say(message);
        sayPage(job);
        return new NightJob.Result(release, didRun ? isNews : Boolean.FALSE, message);
    }

    private void nothingToDo(String job, ReleaseId release) {
        progress.say(nothingToDoSentence(job, release));
        sayPage(job);
    }

    private void sayPage(String job) {
        if (job.equals("nightly") && Files.exists(page)) {
            progress.say("Open in a browser: " + page.toUri());
        }
    }

    private static String nothingToDoSentence(String job, ReleaseId release) {
        return "Nothing to do: " + job + " of " + release
                + " is complete, and its inputs have not changed. Nothing was changed.";
    }
}
