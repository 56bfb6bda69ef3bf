package org.carebench.jobs.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carebench.contract.lake.BenchmarkRequest;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.LandingManifest;
import org.carebench.contract.lake.NightManifest;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.jobs.config.CodeVersion;
import org.carebench.jobs.config.Definitions;
import org.carebench.landing.JsonFile;
import org.springframework.stereotype.Component;

/** Says to the Spark application what to compute. */
@Component
class BenchmarkRequests {

    private static final Set<String> OF_ITS_NIGHT = Set.of("problem", "account_coverage", "collection_state");

    private final LakePaths paths;
    private final Definitions definitions;
    private final CodeVersion codeVersion;

    BenchmarkRequests(LakePaths paths, Definitions definitions, CodeVersion codeVersion) {
        this.paths = paths;
        this.definitions = definitions;
        this.codeVersion = codeVersion;
    }

    BenchmarkRequest of(ReleaseId release) throws IOException {
        Path night = paths.nightManifest(release);
        if (!Files.isRegularFile(night)) {
            throw new NothingExtractedException(
                    "Cannot benchmark " + release + ": its extraction is not complete. Run extract"
                            + " --business-date " + release.businessDate() + " first.");
        }
        NightManifest manifest = JsonFile.read(night, NightManifest.class);
        return new BenchmarkRequest(
                release.toString(),
                paths.root().toString(),
                codeVersion.value(),
                manifest,
                history(manifest),
                definitions.minimumGroupSize(),
                definitions.measures(),
                definitions.bedBands(),
                definitions.ownershipGroups(),
                definitions.recommendation(),
                definitions.metrics(),
                definitions.metricRule(),
                definitions.index(),
                definitions.states(),
                definitions.comparison(),
                definitions.topics());
    }

    /** What the nights before collected; how complete they were is theirs to say. */
    private List<LandingManifest> history(NightManifest night) throws IOException {
        List<LandingManifest> files = new ArrayList<>();
        for (String release : night.history()) {
            JsonFile.read(paths.nightManifest(ReleaseId.parse(release)), NightManifest.class).collected().stream()
                    .filter(file -> !OF_ITS_NIGHT.contains(file.dataset()))
                    .forEach(files::add);
        }
        return files;
    }
}
