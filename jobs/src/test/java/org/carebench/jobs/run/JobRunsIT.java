package org.carebench.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.jobs.TestInstallation;
import org.carebench.jobs.source.SourceFileException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;

/** Every test has a job and a business date of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobRunsIT {

    private final TestInstallation installation;
    private final JobRuns runs;
    private final JobRepository repository;

    JobRunsIT(@TempDir Path root) throws IOException {
        installation = TestInstallation.start(root);
        runs = installation.bean(JobRuns.class);
        repository = installation.bean(JobRepository.class);
    }

    @AfterAll
    void stop() {
        installation.close();
    }

    @Test
    void runsAJobOnceForARelease() {
        AtomicInteger runsOfTheStep = new AtomicInteger();
        Job job = job("once", step("step", runsOfTheStep::incrementAndGet));

        assertThat(runs.ensure(job, ReleaseId.parse("2024-01-01.1"))).isTrue();
        assertThat(runs.ensure(job, ReleaseId.parse("2024-01-01.1"))).isFalse();
        assertThat(runs.ensure(job, ReleaseId.parse("2024-01-01.2"))).isTrue();

        assertThat(runsOfTheStep).hasValue(2);
    }

    @Test
    void goesOnAtTheStepThatFailed() {
        AtomicInteger firstRuns = new AtomicInteger();
        AtomicInteger secondRuns = new AtomicInteger();
        Job job = job("goes-on", step("first", firstRuns::incrementAndGet), step("second", () -> {
            if (secondRuns.incrementAndGet() == 1) {
                throw new SourceFileException("Cannot read a.csv: it is empty.");
            }
        }));
        ReleaseId release = ReleaseId.parse("2024-01-02.1");

        assertThatThrownBy(() -> runs.ensure(job, release))
                .isInstanceOf(JobFailedException.class)
                .hasMessage("Cannot read a.csv: it is empty.")
                .hasCauseInstanceOf(SourceFileException.class);
        assertThat(runs.ensure(job, release)).isTrue();

        assertThat(firstRuns).hasValue(1);
        assertThat(secondRuns).hasValue(2);
        assertThat(runs.ensure(job, release)).isFalse();
    }

    @Test
    void saysWhatTheInnermostCauseSaysWhereNoneIsOfOurOwn() {
        Job job = job("innermost", step("step", () -> {
            throw new IllegalStateException("outside", new IOException("No space left on device"));
        }));

        assertThatThrownBy(() -> runs.ensure(job, ReleaseId.parse("2024-01-03.1")))
                .isInstanceOf(JobFailedException.class)
                .hasMessageContaining("No space left on device");
    }

    /** A process that is killed leaves STARTED; one that lost the warehouse while it committed leaves UNKNOWN. */
    @ParameterizedTest
    @CsvSource({"STARTED, STARTED", "STARTED, UNKNOWN", "UNKNOWN, UNKNOWN"})
    void takesUpARunThatDied(BatchStatus jobStatus, BatchStatus stepStatus) {
        String name = "died" + jobStatus + stepStatus;
        AtomicInteger firstRuns = new AtomicInteger();
        AtomicInteger secondRuns = new AtomicInteger();
        Job job = job(name, step("first", firstRuns::incrementAndGet), step("second", secondRuns::incrementAndGet));
        ReleaseId release = ReleaseId.parse("2024-01-04.1");
        leaveDeadExecution(name, release, jobStatus, stepStatus);

        assertThat(runs.ensure(job, release)).isTrue();

        assertThat(firstRuns).as("first was complete").hasValue(0);
        assertThat(secondRuns).as("second was running").hasValue(1);
        assertThat(repository.findRunningJobExecutions(name)).isEmpty();
        assertThat(installation.executions(name, release, "second")).containsExactly("FAILED 0 0 0", "COMPLETED 0 0 0");
    }

    /** What a dead process leaves: a job and its second step unfinished, the first step complete. */
    private void leaveDeadExecution(String job, ReleaseId release, BatchStatus jobStatus, BatchStatus stepStatus) {
        JobInstance instance = repository.createJobInstance(job, RunParameters.of(release));
        JobExecution execution =
                repository.createJobExecution(instance, RunParameters.of(release), new ExecutionContext());
        execution.setStatus(jobStatus);
        execution.setStartTime(LocalDateTime.parse("2024-01-05T03:00:00"));
        repository.update(execution);
        leaveStep("first", execution, BatchStatus.COMPLETED);
        leaveStep("second", execution, stepStatus);
    }

    private void leaveStep(String name, JobExecution execution, BatchStatus status) {
        StepExecution step = repository.createStepExecution(name, execution);
        step.setStatus(status);
        step.setStartTime(LocalDateTime.parse("2024-01-05T03:00:00"));
        repository.update(step);
    }

    private Job job(String name, Step first, Step... others) {
        var steps = new JobBuilder(name, repository).start(first);
        for (Step step : others) {
            steps = steps.next(step);
        }
        return steps.build();
    }

    private Step step(String name, Runnable work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            work.run();
                            return RepeatStatus.FINISHED;
                        },
                        installation.bean(PlatformTransactionManager.class))
                .build();
    }
}
