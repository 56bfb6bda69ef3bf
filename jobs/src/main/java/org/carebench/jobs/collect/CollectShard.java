package org.carebench.jobs.collect;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carebench.contract.dataset.AccountCoverage;
import org.carebench.contract.dataset.AccountInsight;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.AccountSnapshot;
import org.carebench.contract.dataset.Interaction;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.contract.dataset.Problem;
import org.carebench.contract.dataset.Review;
import org.carebench.contract.lake.CollectionState;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.Credential;
import org.carebench.jobs.platform.Credentials;
import org.carebench.jobs.platform.Secret;
import org.carebench.jobs.run.CurrentExecution;
import org.carebench.jobs.run.Progress;
import org.carebench.jobs.run.RunParameters;
import org.carebench.jobs.source.Redactor;
import org.carebench.landing.JsonFile;
import org.carebench.landing.LandingFiles;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Collects one shard: reads its accounts, lands what they gave, and keeps what the next night has to know. */
class CollectShard implements Tasklet {

    static final List<Class<? extends Record>> DATASETS = List.of(
            AccountLink.class,
            AccountSnapshot.class,
            PostSnapshot.class,
            Interaction.class,
            Review.class,
            AccountInsight.class,
            AccountCoverage.class,
            Problem.class);

    private final String shardId;
    private final CarebenchProperties properties;
    private final CollectionRuns runs;
    private final LakePaths paths;
    private final Credentials credentials;
    private final Progress progress;
    private final CurrentExecution current;

    CollectShard(
            String shardId,
            CarebenchProperties properties,
            CollectionRuns runs,
            LakePaths paths,
            Credentials credentials,
            Progress progress,
            CurrentExecution current) {
        this.shardId = shardId;
        this.properties = properties;
        this.runs = runs;
        this.paths = paths;
        this.credentials = credentials;
        this.progress = progress;
        this.current = current;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        current.stopIfAsked();
        StepExecution step = contribution.getStepExecution();
        ReleaseId release = RunParameters.release(step.getJobParameters());
        CollectionRun run = runs.of(step.getJobExecutionId());
        ShardPlan shard = run.shards().stream()
                .filter(planned -> planned.id().equals(shardId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Cannot collect shard " + shardId + ": the roster changed since the run began. Run again."));
        try (LandingFiles files = LandingFiles.open(paths, shard.platform(), shard.id(), release, DATASETS)) {
            Lander lander =
                    lander(shard, release, files, run.platform(shard.platform()).connector());
            ShardCollector collector =
                    collector(run, shard, lander, release.businessDate().day());
            CollectionState state = collect(collector, run);
            JsonFile.write(paths.collectionState(shard.platform(), shard.id(), release), state);
            files.seal();
            count(contribution, lander);
            progress.say(sentence(shard, lander, collector, run.platform(shard.platform())));
        }
        progress.advance(shard.id(), shard.accounts().size());
        return RepeatStatus.FINISHED;
    }

    /** A platform may keep us waiting for hours: a stop ends the waiting. */
    private CollectionState collect(ShardCollector collector, CollectionRun run) throws IOException {
        try {
            CollectionState state = current.endedBy(run::close, collector::collect);
            current.stopIfAsked();
            return state;
        } catch (RuntimeException e) {
            current.stopIfAsked();
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CollectionStoppedException(e);
        }
    }

    private ShardCollector collector(CollectionRun run, ShardPlan shard, Lander lander, LocalDate businessDate) {
        CollectionRun.Platform platform = run.platform(shard.platform());
        return new ShardCollector(
                shard,
                platform.connector(),
                platform.settings(),
                properties.collection(),
                platform.quota(),
                platform.lane(),
                lander,
                new Calls(run.clock()),
                businessDate);
    }

    private Lander lander(ShardPlan shard, ReleaseId release, LandingFiles files, Connector connector) {
        String key =
                credentials.require(CollectionJobConfiguration.PSEUDONYM_KEY).part(Credential.TOKEN);
        return new Lander(
                shard,
                release.businessDate().day(),
                release.revision(),
                files,
                new Redactor(properties.collection().phoneRegion()),
                new Pseudonyms(new Secret(key)),
                connector.idsNameAuthors());
    }

    private static void count(StepContribution contribution, Lander lander) {
        long landed =
                lander.landed().values().stream().mapToLong(Long::longValue).sum();
        for (long i = 0; i < landed + lander.rejected(); i++) {
            contribution.incrementReadCount();
        }
        contribution.incrementWriteCount(landed);
        contribution.incrementProcessSkipCount(lander.rejected());
    }

    private static String sentence(
            ShardPlan shard, Lander lander, ShardCollector collector, CollectionRun.Platform platform) {
        List<String> parts = new ArrayList<>();
        lander.landed().forEach((dataset, rows) -> parts.add(String.format("%s %,d", dataset, rows)));
        String problems =
                lander.problems().entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(", "));
        return String.format(
                "  %-14s %,d accounts: %s; repeated %,d, read before %,d; requests so far %,d%s%s",
                shard.id(),
                shard.accounts().size(),
                String.join(", ", parts),
                collector.repeated(),
                collector.outside(),
                platform.requests(),
                problems.isEmpty() ? "" : "; problems " + problems,
                collector.incomplete() == 0 ? "" : String.format("; PARTIAL: %,d accounts", collector.incomplete()));
    }
}
