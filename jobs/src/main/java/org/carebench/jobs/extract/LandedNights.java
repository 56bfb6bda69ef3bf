package org.carebench.jobs.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.NightManifest;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.contract.lake.SourceRead;
import org.carebench.jobs.collect.CollectedNights;
import org.carebench.jobs.collect.CollectionReads;
import org.carebench.jobs.run.LandedSteps;
import org.carebench.landing.JsonFile;
import org.springframework.stereotype.Component;

/** What has landed of a night, and what is missing until it can be sealed. */
@Component
public class LandedNights {

    private final NightPlanner planner;
    private final CollectionReads collections;
    private final CollectedNights nights;
    private final LandedSteps steps;
    private final LakePaths paths;

    LandedNights(
            NightPlanner planner,
            CollectionReads collections,
            CollectedNights nights,
            LandedSteps steps,
            LakePaths paths) {
        this.planner = planner;
        this.collections = collections;
        this.nights = nights;
        this.steps = steps;
        this.paths = paths;
    }

    /** The platforms that an extraction would read. */
    public SortedSet<String> platforms(BusinessDate businessDate) {
        NightPlan plan = planner.plan(businessDate);
        SortedSet<String> platforms = new TreeSet<>(collections.platforms(businessDate, plan.collection()));
        plan.sources().forEach(source -> platforms.add(source.source().platform()));
        return platforms;
    }

    /** Whether everything has landed: the night manifest is there. */
    public boolean isSealed(ReleaseId release) {
        return Files.isRegularFile(paths.nightManifest(release));
    }

    /** Platforms of which something has not landed yet. */
    public SortedSet<String> missing(ReleaseId release, NightPlan plan) {
        SortedSet<String> missing = new TreeSet<>();
        for (PlannedSource source : plan.sources()) {
            String platform = source.source().platform();
            String step = ExtractJobConfiguration.step(source.source().id());
            if (steps.landed(release, platform, step).isEmpty()) {
                missing.add(platform);
            }
        }
        collections.open(release, plan.collection()).forEach((platform, shards) -> {
            if (shards > 0) {
                missing.add(platform);
            }
        });
        return missing;
    }

    /** Platforms of which something has not landed yet, by today's plan; none where the night is sealed. */
    public SortedSet<String> missing(ReleaseId release) {
        return isSealed(release) ? new TreeSet<>() : missing(release, planner.plan(release.businessDate()));
    }

    /** Whether extractions of single platforms landed something of a night that is not sealed yet. */
    public boolean isBegunByPlatforms(ReleaseId release) {
        if (isSealed(release)) {
            return false;
        }
        NightPlan plan = planner.plan(release.businessDate());
        return (plan.sources().stream()
                        .anyMatch(source -> steps.isLandedAlone(
                                release,
                                source.source().platform(),
                                ExtractJobConfiguration.step(source.source().id())))
                || collections.isBegunByPlatforms(release, plan.collection()));
    }

    /**
     * Whether a sealed night has other inputs than the one before it: the revision before, or the newest night of an earlier
     * date. The first night of all is new.
     */
    public boolean isNews(ReleaseId release) {
        NightManifest night = manifest(release);
        Optional<NightManifest> before = before(release);
        if (before.isEmpty()) {
            return true;
        }
        if (before.get().inputFingerprint().equals(night.inputFingerprint())) {
            return false;
        }
        boolean hasCollected = night.sources().stream()
                .filter(LandedNights::isLive)
                .anyMatch(read -> read.rowsLanded() > 0 && isNew(read, before.get()));
        return hasCollected || !files(night).equals(files(before.get()));
    }

    private Optional<NightManifest> before(ReleaseId release) {
        for (int revision = release.revision() - 1; revision >= 1; revision--) {
            ReleaseId earlier = new ReleaseId(release.businessDate(), revision);
            if (isSealed(earlier)) {
                return Optional.of(manifest(earlier));
            }
        }
        return nights.before(release.businessDate());
    }

    private NightManifest manifest(ReleaseId release) {
        try {
            return JsonFile.read(paths.nightManifest(release), NightManifest.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the manifest of " + release + ": " + e.getMessage(), e);
        }
    }

    private static boolean isLive(SourceRead read) {
        return read.format().equals(CollectionReads.FORMAT);
    }

    private static boolean isNew(SourceRead read, NightManifest before) {
        return before.sources().stream().noneMatch(read::equals);
    }

    private static Set<String> files(NightManifest night) {
        return night.sources().stream()
                .filter(read -> !isLive(read))
                .map(read -> read.sourceId() + " " + read.sha256())
                .collect(Collectors.toSet());
    }
}
