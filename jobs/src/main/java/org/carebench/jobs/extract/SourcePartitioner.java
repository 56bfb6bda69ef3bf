package org.carebench.jobs.extract;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.run.Progress;
import org.carebench.jobs.source.SourceVintage;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** One partition per source that has a file in force, named after the source. */
class SourcePartitioner implements Partitioner {

    static final String SOURCE_ID = "sourceId";

    private final NightPlanner planner;
    private final CarebenchProperties properties;
    private final Progress progress;
    private final BusinessDate businessDate;

    SourcePartitioner(NightPlanner planner, CarebenchProperties properties, Progress progress, LocalDate businessDate) {
        this.planner = planner;
        this.properties = properties;
        this.progress = progress;
        this.businessDate = new BusinessDate(businessDate);
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        long characters = 0;
        for (CarebenchProperties.Source source : properties.sources()) {
            Optional<SourceVintage> vintage = planner.inForce(source, businessDate);
            if (vintage.isPresent()) {
                ExecutionContext context = new ExecutionContext();
                context.putString(SOURCE_ID, source.id());
                partitions.put(source.id(), context);
                characters += vintage.get().path().toFile().length();
            }
        }
        progress.expect(characters);
        return partitions;
    }
}
