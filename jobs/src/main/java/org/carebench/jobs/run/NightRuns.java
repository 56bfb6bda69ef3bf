package org.carebench.jobs.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.extract.NightPlan;
import org.carebench.jobs.extract.NightPlanner;
import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Component;

/** Runs a whole night, or one of its stages, for a business date. */
@Component
public class NightRuns {

    private static final List<String> STAGES = List.of("extract", "benchmark", "publish");

    private final NightPlanner planner;
    private final Nights nights;
    private final JobRuns runs;
    private final Map<String, Job> jobs;
    private final Progress progress;
    private final Path page;

    NightRuns(
            NightPlanner planner,
            Nights nights,
            JobRuns runs,
            Map<String, Job> jobs,
            Progress progress,
            CarebenchProperties properties) {
        this.planner = planner;
        this.nights = nights;
        this.runs = runs;
        this.jobs = jobs;
        this.progress = progress;
        this.page = properties.site().resolve("index.html");
    }

    /** Extracts, benchmarks and publishes; does nothing where the same inputs are published already. */
    public void nightly(BusinessDate businessDate) {
        ReleaseId release = revisionOfInputs(businessDate);
        boolean isComplete = STAGES.stream().allMatch(stage -> runs.isComplete(job(stage), release));
        say(!isComplete && runs.ensure(job("nightly"), release), "nightly", release);
        if (Files.exists(page)) {
            progress.say("Open in a browser: " + page.toUri());
        }
    }

    /** Extracts the inputs that are in force on the business date. */
    public void extract(BusinessDate businessDate) {
        ReleaseId release = revisionOfInputs(businessDate);
        say(runs.ensure(job("extract"), release), "extract", release);
    }

    /** Runs benchmark or publish for the newest revision of the business date whose extraction is complete. */
    public void stage(String name, BusinessDate businessDate) {
        ReleaseId release = nights.newestFirst(businessDate).stream()
                .filter(revision -> runs.isComplete(job("extract"), revision))
                .findFirst()
                .orElseThrow(() -> new NightNotBegunException("Cannot run " + name + " for " + businessDate
                        + ": nothing was extracted for that day. Run extract --business-date " + businessDate
                        + " first."));
        say(runs.ensure(job(name), release), name, release);
    }

    private ReleaseId revisionOfInputs(BusinessDate businessDate) {
        NightPlan plan = planner.plan(businessDate);
        if (!plan.collection().remark().isEmpty()) {
            progress.say(plan.collection().remark());
        }
        return nights.revisionOf(businessDate, plan.inputFingerprint());
    }

    private Job job(String name) {
        Job job = jobs.get(name);
        if (job == null) {
            throw new IllegalArgumentException("Cannot find job " + name);
        }
        return job;
    }

    private void say(boolean didRun, String name, ReleaseId release) {
        progress.say(
                didRun
                        ? "Done: " + name + " of " + release + "."
                        : "Nothing to do: " + name + " of " + release
                                + " is complete, and its inputs have not changed. Nothing was changed.");
    }
}
