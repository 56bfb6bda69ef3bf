package org.carebench.jobs.run;

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
            JobRepository jobRepository, PlatformTransactionManager transactionManager, JobRuns runs, Job extract) {
        return stage("extractStage", jobRepository, transactionManager, runs, extract);
    }

    @Bean
    Step benchmarkStage(
            JobRepository jobRepository, PlatformTransactionManager transactionManager, JobRuns runs, Job benchmark) {
        return stage("benchmarkStage", jobRepository, transactionManager, runs, benchmark);
    }

    @Bean
    Step publishStage(
            JobRepository jobRepository, PlatformTransactionManager transactionManager, JobRuns runs, Job publish) {
        return stage("publishStage", jobRepository, transactionManager, runs, publish);
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
            JobRuns runs,
            Job job) {
        return new StepBuilder(name, jobRepository)
                .tasklet(
                        (contribution, context) -> {
                            runs.ensure(
                                    job,
                                    RunParameters.release(
                                            contribution.getStepExecution().getJobParameters()));
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
