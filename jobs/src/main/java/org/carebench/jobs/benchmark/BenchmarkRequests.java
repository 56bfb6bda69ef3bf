package org.carebench.jobs.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.carebench.contract.lake.BenchmarkRequest;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.NightManifest;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.jobs.config.CodeVersion;
import org.carebench.jobs.config.Definitions;
import org.carebench.landing.JsonFile;
import org.springframework.stereotype.Component;

/** Says to the Spark application what to compute. */
@Component
class BenchmarkRequests {

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
        return new BenchmarkRequest(
                release.toString(),
                paths.root().toString(),
                codeVersion.value(),
                JsonFile.read(night, NightManifest.class),
                List.of(),
                definitions.minimumGroupSize(),
                definitions.measures(),
                definitions.bedBands(),
                definitions.ownershipGroups(),
                definitions.recommendation());
    }
}
