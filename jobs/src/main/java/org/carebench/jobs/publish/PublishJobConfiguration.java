package org.carebench.jobs.publish;

import java.nio.file.Files;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.jobs.run.Progress;
import org.carebench.jobs.run.RunParameters;
import org.carebench.jobs.run.StepReport;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Job {@code publish}: stage, check, merge and re-point in one transaction; then the dashboards. */
@Configuration(proxyBeanMethods = false)
class PublishJobConfiguration {

    @Bean
    Step releasePublishStep(
            JobRepository jobRepository,
            PlatformTransactionManager transactionManager,
            LakePaths paths,
            ReleasePublisher publisher,
            StepReport report) {
        return new StepBuilder("releasePublishStep", jobRepository)
                .listener(report)
                .tasklet(
                        (contribution, context) -> {
                            ReleaseId release = RunParameters.release(
                                    contribution.getStepExecution().getJobParameters());
                            requireComputed(release, paths);
                            publisher.publish(release);
                            return RepeatStatus.FINISHED;
                        },
                        transactionManager)
                .build();
    }

    @Bean
    Step siteBuildStep(
            JobRepository jobRepository,
            PlatformTransactionManager transactionManager,
            SiteBuilder site,
            Progress progress,
            StepReport report) {
        return new StepBuilder("siteBuildStep", jobRepository)
                .listener(report)
                .tasklet(
                        (contribution, context) -> {
                            progress.say("Pages: " + site.build());
                            return RepeatStatus.FINISHED;
                        },
                        transactionManager)
                .build();
    }

    @Bean
    Job publish(JobRepository jobRepository, Step releasePublishStep, Step siteBuildStep) {
        return new JobBuilder("publish", jobRepository)
                .start(releasePublishStep)
                .next(siteBuildStep)
                .build();
    }

    private static void requireComputed(ReleaseId release, LakePaths paths) {
        if (!Files.isRegularFile(LakePaths.releaseManifest(paths.martFolder(release)))) {
            throw new DamagedReleaseException("Cannot publish " + release + ": it is not computed. Run benchmark"
                    + " --business-date " + release.businessDate() + " first.");
        }
    }
}
