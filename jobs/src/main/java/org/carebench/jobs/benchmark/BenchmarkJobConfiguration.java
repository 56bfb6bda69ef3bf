package org.carebench.jobs.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.contract.lake.ReleaseManifest;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.run.Progress;
import org.carebench.jobs.run.RunParameters;
import org.carebench.jobs.run.StepReport;
import org.carebench.landing.JsonFile;
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

/** Job {@code benchmark}: one step that has Spark compute a release. */
@Configuration(proxyBeanMethods = false)
class BenchmarkJobConfiguration {

    @Bean
    Step releaseComputeStep(
            JobRepository jobRepository,
            PlatformTransactionManager transactionManager,
            BenchmarkRequests requests,
            SparkProcess spark,
            LakePaths paths,
            CarebenchProperties properties,
            Progress progress,
            StepReport report) {
        return new StepBuilder("releaseComputeStep", jobRepository)
                .listener(report)
                .tasklet(
                        (contribution, context) -> {
                            ReleaseId release = RunParameters.release(
                                    contribution.getStepExecution().getJobParameters());
                            compute(release, requests, spark, properties);
                            progress.say(rows(release, paths));
                            return RepeatStatus.FINISHED;
                        },
                        transactionManager)
                .transactionAttribute(new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
                .build();
    }

    @Bean
    Job benchmark(JobRepository jobRepository, Step releaseComputeStep) {
        return new JobBuilder("benchmark", jobRepository)
                .start(releaseComputeStep)
                .build();
    }

    private static void compute(
            ReleaseId release, BenchmarkRequests requests, SparkProcess spark, CarebenchProperties properties)
            throws IOException, InterruptedException {
        Path request = properties.homeFolder().resolve("requests").resolve(release + ".json");
        JsonFile.write(request, requests.of(release));
        spark.run(request, properties.logs().resolve("spark-" + release + ".log"));
    }

    private static String rows(ReleaseId release, LakePaths paths) throws IOException {
        ReleaseManifest mart =
                JsonFile.read(LakePaths.releaseManifest(paths.martFolder(release)), ReleaseManifest.class);
        StringBuilder rows = new StringBuilder("Rows of release " + release + ":");
        mart.files().forEach(file -> rows.append(String.format(" %s %,d", file.table(), file.rows())));
        return rows.toString();
    }
}
