package org.carebench.jobs.extract;

import java.time.LocalDate;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.jobs.collect.CollectionReads;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.run.LandedSteps;
import org.carebench.jobs.run.Nights;
import org.carebench.jobs.run.Progress;
import org.carebench.jobs.run.RunParameters;
import org.carebench.jobs.run.StepReport;
import org.carebench.jobs.run.StopBetweenChunks;
import org.carebench.jobs.source.RowRejectedException;
import org.carebench.jobs.source.SourceFormat;
import org.carebench.jobs.source.SourceRow;
import org.carebench.jobs.source.SourceVintage;
import org.springframework.batch.core.configuration.annotation.JobScope;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Job {@code extract}: source files in force and live platforms to landing Parquet, one partition per source and per shard of
 * accounts, sealed by the night manifest.
 */
@Configuration(proxyBeanMethods = false)
class ExtractJobConfiguration {

    static final String WORKER_STEP = "sourceExtractStep";

    private static final int ROWS_PER_CHUNK = 1000;

    /** The step that lands a source. */
    static String step(String sourceId) {
        return WORKER_STEP + ":" + sourceId;
    }

    // reader

    @Bean
    @StepScope
    SourceRowReader sourceRowReader(
            NightPlanner planner,
            SourceFormats formats,
            Progress progress,
            @Value("#{stepExecutionContext['" + SourcePartitioner.SOURCE_ID + "']}") String sourceId,
            @Value("#{jobParameters['businessDate']}") LocalDate businessDate) {
        CarebenchProperties.Source source = planner.source(sourceId);
        return new SourceRowReader(formats.of(source), vintage(planner, source, businessDate), progress);
    }

    // processor

    @Bean
    @StepScope
    RowProcessor rowProcessor(
            NightPlanner planner,
            SourceFormats formats,
            @Value("#{stepExecutionContext['" + SourcePartitioner.SOURCE_ID + "']}") String sourceId,
            @Value("#{jobParameters['businessDate']}") LocalDate businessDate) {
        CarebenchProperties.Source source = planner.source(sourceId);
        return new RowProcessor(formats.of(source).mapper(vintage(planner, source, businessDate)));
    }

    // writer

    @Bean
    @StepScope
    LandingWriter landingWriter(
            NightPlanner planner,
            SourceFormats formats,
            LakePaths paths,
            SourceRowReader sourceRowReader,
            @Value("#{stepExecutionContext['" + SourcePartitioner.SOURCE_ID + "']}") String sourceId,
            @Value("#{jobParameters['businessDate']}") LocalDate businessDate,
            @Value("#{jobParameters['revision']}") Long revision) {
        CarebenchProperties.Source source = planner.source(sourceId);
        SourceFormat format = formats.of(source);
        return new LandingWriter(
                format.datasets(),
                vintage(planner, source, businessDate),
                source.minimumRows(),
                paths,
                new ReleaseId(new BusinessDate(businessDate), Math.toIntExact(revision)),
                sourceRowReader);
    }

    // steps

    @Bean
    Step sourceExtractStep(
            JobRepository jobRepository,
            PlatformTransactionManager transactionManager,
            SourceRowReader sourceRowReader,
            RowProcessor rowProcessor,
            LandingWriter landingWriter,
            StepReport report,
            StopBetweenChunks stop) {
        return new StepBuilder(WORKER_STEP, jobRepository)
                .<SourceRow, LandedRow>chunk(ROWS_PER_CHUNK)
                .transactionManager(transactionManager)
                .reader(sourceRowReader)
                .processor(rowProcessor)
                .writer(landingWriter)
                .faultTolerant()
                .skipPolicy((reason, skipped) -> reason instanceof RowRejectedException)
                .skipListener(landingWriter)
                .interruptionPolicy(stop)
                .listener(report)
                .build();
    }

    @Bean
    @JobScope
    SourcePartitioner sourcePartitioner(
            NightPlanner planner,
            CarebenchProperties properties,
            Progress progress,
            LandedSteps landed,
            @Value("#{jobExecution.jobParameters}") JobParameters parameters) {
        return new SourcePartitioner(
                planner,
                properties,
                progress,
                landed,
                RunParameters.release(parameters),
                RunParameters.platform(parameters));
    }

    @Bean
    Step sourcesExtractStep(
            JobRepository jobRepository,
            SourcePartitioner sourcePartitioner,
            Step sourceExtractStep,
            CarebenchProperties properties) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("extract-");
        threads.setConcurrencyLimit(properties.parallelSources());
        return new StepBuilder("sourcesExtractStep", jobRepository)
                .partitioner(WORKER_STEP, sourcePartitioner)
                .step(sourceExtractStep)
                .gridSize(properties.sources().size())
                .taskExecutor(threads)
                .build();
    }

    @Bean
    Step nightSealStep(
            JobRepository jobRepository,
            PlatformTransactionManager transactionManager,
            NightPlanner planner,
            SourceFormats formats,
            Nights nights,
            LakePaths paths,
            Progress progress,
            StepReport report,
            LandedNights landed,
            LandedSteps landedSteps,
            CollectionReads collectionReads) {
        return new StepBuilder("nightSealStep", jobRepository)
                .listener(report)
                .tasklet(
                        new SealNight(planner, formats, nights, paths, progress, landed, landedSteps, collectionReads),
                        transactionManager)
                .build();
    }

    // job

    @Bean
    Job extract(
            JobRepository jobRepository,
            Step collectionPlanStep,
            Step sourcesExtractStep,
            Step platformsCollectStep,
            Step nightSealStep) {
        return new JobBuilder("extract", jobRepository)
                .start(collectionPlanStep)
                .next(sourcesExtractStep)
                .next(platformsCollectStep)
                .next(nightSealStep)
                .build();
    }

    private static SourceVintage vintage(
            NightPlanner planner, CarebenchProperties.Source source, LocalDate businessDate) {
        return planner.inForce(source, new BusinessDate(businessDate))
                .orElseThrow(() -> new IllegalStateException(
                        "Cannot read source " + source.id() + ": it has no file in force on " + businessDate));
    }
}
