package org.carebench.jobs.collect;

import org.carebench.contract.lake.LakePaths;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.platform.Credentials;
import org.carebench.jobs.run.CurrentExecution;
import org.carebench.jobs.run.LandedSteps;
import org.carebench.jobs.run.Progress;
import org.carebench.jobs.run.RunParameters;
import org.carebench.jobs.run.StepReport;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.configuration.annotation.JobScope;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/** Steps of job {@code extract} that collect live platforms: a plan, then a partition per shard. */
@Configuration(proxyBeanMethods = false)
class CollectionJobConfiguration {

    static final String WORKER_STEP = "shardCollectStep";

    /** Alias of the key from which pseudonyms of authors are made. */
    static final String PSEUDONYM_KEY = "pseudonym-key";

    private static final int MOST_SHARDS_AT_ONCE = 32;

    /** The step that collects a shard. */
    static String step(String shardId) {
        return WORKER_STEP + ":" + shardId;
    }

    @Bean
    Credentials credentials(CarebenchProperties properties) {
        var secrets = properties.collection().secrets();
        return new Credentials(
                System::getenv, secrets == null ? null : properties.root().resolve(secrets));
    }

    @Bean
    Step collectionPlanStep(
            JobRepository jobRepository, PlatformTransactionManager transactionManager, CollectionPlanner planner) {
        return new StepBuilder("collectionPlanStep", jobRepository)
                .tasklet(
                        (contribution, context) -> {
                            JobExecution execution =
                                    contribution.getStepExecution().getJobExecution();
                            CollectionPlan plan = planner.plan(RunParameters.release(execution.getJobParameters())
                                    .businessDate());
                            CollectionPlans.keep(execution, plan);
                            return RepeatStatus.FINISHED;
                        },
                        transactionManager)
                .build();
    }

    @Bean
    @StepScope
    CollectShard collectShard(
            CarebenchProperties properties,
            CollectionRuns runs,
            LakePaths paths,
            Credentials credentials,
            Progress progress,
            CurrentExecution current,
            @Value("#{stepExecutionContext['" + CollectionPartitioner.SHARD_ID + "']}") String shardId) {
        return new CollectShard(shardId, properties, runs, paths, credentials, progress, current);
    }

    @Bean
    Step shardCollectStep(
            JobRepository jobRepository, PlatformTransactionManager transactionManager, CollectShard collectShard) {
        // A shard may take hours; nothing of it is in the database.
        DefaultTransactionAttribute none =
                new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        return new StepBuilder(WORKER_STEP, jobRepository)
                .tasklet(collectShard, transactionManager)
                .transactionAttribute(none)
                .build();
    }

    @Bean
    @JobScope
    CollectionPartitioner collectionPartitioner(
            ShardPlanner shards,
            CollectionPlanner planner,
            CollectionRuns runs,
            Progress progress,
            LandedSteps landed,
            @Value("#{jobExecution}") JobExecution execution) {
        return new CollectionPartitioner(
                shards,
                planner,
                runs,
                progress,
                landed,
                RunParameters.release(execution.getJobParameters()),
                RunParameters.platform(execution.getJobParameters()),
                CollectionPlans.of(execution),
                execution.getId());
    }

    @Bean
    Step platformsCollectStep(
            JobRepository jobRepository,
            CollectionPartitioner collectionPartitioner,
            Step shardCollectStep,
            CollectionRuns runs,
            StepReport report) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("collect-");
        threads.setConcurrencyLimit(MOST_SHARDS_AT_ONCE);
        return new StepBuilder("platformsCollectStep", jobRepository)
                .partitioner(WORKER_STEP, collectionPartitioner)
                .step(shardCollectStep)
                .taskExecutor(threads)
                .listener(report)
                .listener(ending(runs))
                .build();
    }

    private static StepExecutionListener ending(CollectionRuns runs) {
        return new StepExecutionListener() {
            @Override
            public ExitStatus afterStep(StepExecution step) {
                runs.end(step.getJobExecutionId());
                return step.getExitStatus();
            }
        };
    }
}
