package org.carebench.jobs.collect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.jobs.run.LandedSteps;
import org.carebench.jobs.run.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * One partition per shard, named after it: those of one platform, or all that no extraction of a single platform has landed.
 * Begins the collection that the shards share.
 */
class CollectionPartitioner implements Partitioner {

    static final String SHARD_ID = "shardId";

    private final ShardPlanner planner;
    private final CollectionPlanner clocks;
    private final CollectionRuns runs;
    private final Progress progress;
    private final LandedSteps landed;
    private final ReleaseId release;
    private final @Nullable String platform;
    private final CollectionPlan plan;
    private final long executionId;

    CollectionPartitioner(
            ShardPlanner planner,
            CollectionPlanner clocks,
            CollectionRuns runs,
            Progress progress,
            LandedSteps landed,
            ReleaseId release,
            @Nullable String platform,
            CollectionPlan plan,
            long executionId) {
        this.planner = planner;
        this.clocks = clocks;
        this.runs = runs;
        this.progress = progress;
        this.landed = landed;
        this.release = release;
        this.platform = platform;
        this.plan = plan;
        this.executionId = executionId;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        List<ShardPlan> shards = planner.shards(release.businessDate(), plan).stream()
                .filter(this::isToBeCollected)
                .toList();
        CollectionRun run = runs.begin(executionId, shards, clocks.observationClock(release.businessDate()));
        run.quotaPlans().forEach(progress::say);
        progress.expect(
                shards.stream().mapToLong(shard -> shard.accounts().size()).sum());
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (ShardPlan shard : shards) {
            ExecutionContext context = new ExecutionContext();
            context.putString(SHARD_ID, shard.id());
            partitions.put(shard.id(), context);
        }
        return partitions;
    }

    private boolean isToBeCollected(ShardPlan shard) {
        return platform == null
                ? !landed.isLandedAlone(release, shard.platform(), CollectionJobConfiguration.step(shard.id()))
                : platform.equals(shard.platform());
    }
}
