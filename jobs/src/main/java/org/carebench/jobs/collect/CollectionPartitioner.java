package org.carebench.jobs.collect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.jobs.run.Progress;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** One partition per shard, named after it. Begins the collection that the shards share. */
class CollectionPartitioner implements Partitioner {

    static final String SHARD_ID = "shardId";

    private final ShardPlanner planner;
    private final CollectionPlanner clocks;
    private final CollectionRuns runs;
    private final Progress progress;
    private final BusinessDate businessDate;
    private final CollectionPlan plan;
    private final long executionId;

    CollectionPartitioner(
            ShardPlanner planner,
            CollectionPlanner clocks,
            CollectionRuns runs,
            Progress progress,
            BusinessDate businessDate,
            CollectionPlan plan,
            long executionId) {
        this.planner = planner;
        this.clocks = clocks;
        this.runs = runs;
        this.progress = progress;
        this.businessDate = businessDate;
        this.plan = plan;
        this.executionId = executionId;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        List<ShardPlan> shards = planner.shards(businessDate, plan);
        CollectionRun run = runs.begin(executionId, shards, clocks.observationClock(businessDate));
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
}
