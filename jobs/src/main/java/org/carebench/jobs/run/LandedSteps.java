package org.carebench.jobs.run;

import java.util.Optional;
import java.util.stream.Stream;
import org.carebench.contract.lake.ReleaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Which parts of an extraction have landed, whether with all the others or with those of their platform. */
@Component
public class LandedSteps {

    private static final String JOB = "extract";

    private final JobRepository repository;

    LandedSteps(JobRepository repository) {
        this.repository = repository;
    }

    /** The execution of a step that landed its part of a release; empty where none did. */
    public Optional<StepExecution> landed(ReleaseId release, String platform, String step) {
        return Stream.of(landedBy(release, null, step), landedBy(release, platform, step))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether an extraction of that platform alone landed the part. */
    public boolean isLandedAlone(ReleaseId release, String platform, String step) {
        return landedBy(release, platform, step).isPresent();
    }

    private Optional<StepExecution> landedBy(ReleaseId release, @Nullable String platform, String step) {
        JobInstance instance = repository.getJobInstance(JOB, RunParameters.of(release, platform));
        return Optional.ofNullable(instance)
                .map(known -> repository.getLastStepExecution(known, step))
                .filter(execution -> execution.getStatus() == BatchStatus.COMPLETED);
    }
}
