package org.carebench.jobs.collect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.LandingManifest;
import org.carebench.contract.lake.NightManifest;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.contract.lake.SourceRead;
import org.carebench.jobs.run.LandedSteps;
import org.carebench.landing.Checksum;
import org.carebench.landing.LandingFiles;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** What a collection gave, for the manifest of its night. */
@Component
public class CollectionReads {

    /** Format of what was collected live, among the sources of a night. */
    public static final String FORMAT = "live";

    /**
     * What the platforms gave on a business date.
     *
     * @param sources one per shard
     * @param files what the shards landed, and what they remember
     */
    public record Collected(List<SourceRead> sources, List<LandingManifest> files) {}

    private final ShardPlanner planner;
    private final CollectedNights nights;
    private final LakePaths paths;
    private final LandedSteps landedSteps;

    CollectionReads(ShardPlanner planner, CollectedNights nights, LakePaths paths, LandedSteps landedSteps) {
        this.planner = planner;
        this.nights = nights;
        this.paths = paths;
        this.landedSteps = landedSteps;
    }

    /** What earlier runs of the business date collected, and what this one did. */
    public Collected collected(ReleaseId release, CollectionPlan plan) throws IOException {
        List<SourceRead> sources = new ArrayList<>();
        List<LandingManifest> files = new ArrayList<>();
        if (plan.earlier() != null) {
            NightManifest earlier = nights.night(plan.earlier());
            earlier.sources().stream()
                    .filter(source -> source.format().equals(FORMAT))
                    .forEach(sources::add);
            files.addAll(earlier.collected());
        }
        for (ShardPlan shard : planner.shards(release.businessDate(), plan)) {
            List<LandingManifest> landed = landed(shard, release);
            files.addAll(landed);
            sources.add(read(shard, landed, release));
        }
        return new Collected(sources, files);
    }

    /** The platforms that a collection asks, and how many of its shards have not landed yet, by platform. */
    public SortedMap<String, Integer> open(ReleaseId release, CollectionPlan plan) {
        SortedMap<String, Integer> open = new TreeMap<>();
        for (ShardPlan shard : planner.shards(release.businessDate(), plan)) {
            boolean isLanded = landedSteps
                    .landed(release, shard.platform(), CollectionJobConfiguration.step(shard.id()))
                    .isPresent();
            open.merge(shard.platform(), isLanded ? 0 : 1, Integer::sum);
        }
        return open;
    }

    /** Whether an extraction of a single platform landed a shard. */
    public boolean isBegunByPlatforms(ReleaseId release, CollectionPlan plan) {
        return planner.shards(release.businessDate(), plan).stream()
                .anyMatch(shard -> landedSteps.isLandedAlone(
                        release, shard.platform(), CollectionJobConfiguration.step(shard.id())));
    }

    /** The platforms that a collection asks. */
    public Set<String> platforms(BusinessDate businessDate, CollectionPlan plan) {
        return planner.shards(businessDate, plan).stream()
                .map(ShardPlan::platform)
                .collect(Collectors.toSet());
    }

    private List<LandingManifest> landed(ShardPlan shard, ReleaseId release) throws IOException {
        List<LandingManifest> landed = new ArrayList<>(
                LandingFiles.sealed(paths, shard.platform(), shard.id(), release, CollectShard.DATASETS));
        Path state = paths.collectionState(shard.platform(), shard.id(), release);
        landed.add(new LandingManifest(
                CollectedNights.STATE,
                shard.platform(),
                shard.id(),
                release.toString(),
                paths.root().relativize(state).toString().replace('\\', '/'),
                shard.accounts().size(),
                Checksum.ofFile(state)));
        return landed;
    }

    private SourceRead read(ShardPlan shard, List<LandingManifest> landed, ReleaseId release) {
        String step = CollectionJobConfiguration.step(shard.id());
        StepExecution worker = landedSteps
                .landed(release, shard.platform(), step)
                .orElseThrow(() -> new IllegalStateException("no execution of step " + step));
        StringBuilder checksums = new StringBuilder();
        landed.forEach(file -> checksums.append(file.sha256()));
        return new SourceRead(
                shard.id(),
                shard.platform(),
                FORMAT,
                shard.platform() + " API",
                Checksum.ofText(checksums.toString()),
                release.businessDate().toString(),
                worker.getReadCount(),
                worker.getWriteCount(),
                worker.getProcessSkipCount());
    }
}
