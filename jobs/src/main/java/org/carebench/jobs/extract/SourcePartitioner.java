package org.carebench.jobs.extract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.run.LandedSteps;
import org.carebench.jobs.run.Progress;
import org.carebench.jobs.source.SourceVintage;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * One partition per source that has a file in force, named after the source: those of one platform, or all that no extraction of
 * a single platform has landed.
 */
class SourcePartitioner implements Partitioner {

    static final String SOURCE_ID = "sourceId";

    private final NightPlanner planner;
    private final CarebenchProperties properties;
    private final Progress progress;
    private final LandedSteps landed;
    private final ReleaseId release;
    private final @Nullable String platform;

    SourcePartitioner(
            NightPlanner planner,
            CarebenchProperties properties,
            Progress progress,
            LandedSteps landed,
            ReleaseId release,
            @Nullable String platform) {
        this.planner = planner;
        this.properties = properties;
        this.progress = progress;
        this.landed = landed;
        this.release = release;
        this.platform = platform;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        long characters = 0;
        for (CarebenchProperties.Source source : properties.sources()) {
            Optional<SourceVintage> vintage = planner.inForce(source, release.businessDate());
            if (vintage.isPresent() && isToBeRead(source)) {
                ExecutionContext context = new ExecutionContext();
                context.putString(SOURCE_ID, source.id());
                partitions.put(source.id(), context);
                characters += vintage.get().path().toFile().length();
            }
        }
        progress.expect(characters);
        return partitions;
    }

    private boolean isToBeRead(CarebenchProperties.Source source) {
        return platform == null
                ? !landed.isLandedAlone(release, source.platform(), ExtractJobConfiguration.step(source.id()))
                : platform.equals(source.platform());
    }
}
