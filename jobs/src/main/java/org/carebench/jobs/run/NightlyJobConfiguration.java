package org.carebench.jobs.run;

import java.util.function.Predicate;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.jobs.extract.LandedNights;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/**
 * Job {@code nightly}: the jobs extract, benchmark and publish in a row. Each is launched as a job of its own, so that it
 * does not matter whether it ran alone before.
 */
@Configuration(proxyBeanMethods = false)
class NightlyJobConfiguration {

    @Bean
    Step extractStage(
            JobRepository jobRepository,
            PlatformTransactionManager transactionManager,
            StageRuns stages,
            LandedNights landed,
            Job extract) {
        return stage(
                "extractStage",
                jobRepository,
                transactionManager,
                stages,
                extract,
                release -> landed.isSealed(release));
    }

    @Bean
    Step benchmarkStage(
            JobRepository jobRepository,
            PlatformTransactionManager transactionManager,
            StageRuns stages,
            JobRuns runs,
            Job benchmark) {
        return stage(
                "benchmarkStage",
                jobRepository,
                transactionManager,
                stages,
                benchmark,
                release -> runs.isComplete(benchmark, release));
    }

    @Bean
    Step publishStage(
            JobRepository jobRepository,
            PlatformTransactionManager transactionManager,
            StageRuns stages,
            JobRuns runs,
            Job publish) {
        return stage(
                "publishStage",
                jobRepository,
                transactionManager,
                stages,
                publish,
                release -> runs.isComplete(publish, release));
    }

    @Bean
    Job nightly(JobRepository jobRepository, Step extractStage, Step benchmarkStage, Step publishStage) {
        return new JobBuilder("nightly", jobRepository)
                .start(extractStage)
                .next(benchmarkStage)
                .next(publishStage)
                .build();
    }

    private static Step stage(
            String name,
            JobRepository jobRepository,
            PlatformTransactionManager transactionManager,
            StageRuns stages,
            Job job,
            Predicate<ReleaseId> isComplete) {
        return new StepBuilder(name, jobRepository)
                .tasklet(
                        (contribution, context) -> {
                            ReleaseId release = RunParameters.release(
                                    contribution.getStepExecution().getJobParameters());
                            stages.ensure(job, release, () -> isComplete.test(release));
                            return RepeatStatus.FINISHED;
                        },
                        transactionManager)
                .transactionAttribute(withoutTransaction())
                .build();
    }

    /** A stage may run for hours; its own steps have their own transactions. */
    private static DefaultTransactionAttribute withoutTransaction() {
        return new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }
}
