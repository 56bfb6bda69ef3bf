package org.carebench.contract.lake;

import java.nio.file.Path;

/**
 * The only class that knows where things lie in the lake:
 *
 * <pre>
 * landing/&lt;dataset&gt;/business_date=…/platform=…/run=…/&lt;source&gt;-00000.parquet    what one source gave one night
 * landing/&lt;dataset&gt;/business_date=…/platform=…/run=…/&lt;source&gt;.manifest.json  written last: without it the file is not there
 * landing/collection_state/business_date=…/platform=…/run=…/&lt;shard&gt;.json        what a shard remembers for the next night
 * landing/night/business_date=…/run=….json                                    every file of the night, written after all of them
 * curated/release=…/&lt;table&gt;/part-00000.parquet, curated/release=…/manifest.json
 * mart/release=…/&lt;table&gt;/part-00000.parquet,    mart/release=…/manifest.json    written last
 * </pre>
 *
 * A run is numbered like the revision of the release that it feeds.
 */
public record LakePaths(Path root) {

    public Path landingFolder(String dataset, String platform, ReleaseId release) {
        return root.resolve("landing")
                .resolve(dataset)
                .resolve("business_date=" + release.businessDate())
                .resolve("platform=" + platform)
                .resolve("run=" + release.revision());
    }

    public Path landingFile(String dataset, String platform, String sourceId, ReleaseId release) {
        return landingFolder(dataset, platform, release).resolve(sourceId + "-00000.parquet");
    }

    public Path landingManifest(String dataset, String platform, String sourceId, ReleaseId release) {
        return landingFolder(dataset, platform, release).resolve(sourceId + ".manifest.json");
    }

    public Path nightManifest(ReleaseId release) {
        return nightFolder(release.businessDate()).resolve("run=" + release.revision() + ".json");
    }

    /** What a shard of a platform remembers after a night. */
    public Path collectionState(String platform, String shardId, ReleaseId release) {
        return landingFolder("collection_state", platform, release).resolve(shardId + ".json");
    }

    /** Every night manifest of a business date lies here. */
    public Path nightFolder(BusinessDate businessDate) {
        return root.resolve("landing").resolve("night").resolve("business_date=" + businessDate);
    }

    public Path curatedFolder(ReleaseId release) {
        return root.resolve("curated").resolve("release=" + release);
    }

    public Path martFolder(ReleaseId release) {
        return root.resolve("mart").resolve("release=" + release);
    }

    /** The manifest of a curated or mart folder. */
    public static Path releaseManifest(Path releaseFolder) {
        return releaseFolder.resolve("manifest.json");
    }
}
