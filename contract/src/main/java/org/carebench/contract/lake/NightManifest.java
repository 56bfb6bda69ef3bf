package org.carebench.contract.lake;

import java.util.List;

/**
 * Everything that one night landed. Written when every source is complete; the benchmark reads exactly these files.
 *
 * @param inputFingerprint checksum over configuration and source files: equal fingerprints give equal releases
 */
public record NightManifest(
        String release, String inputFingerprint, List<SourceRead> sources, List<LandingManifest> files) {

    public NightManifest {
        sources = List.copyOf(sources);
        files = List.copyOf(files);
    }
}
