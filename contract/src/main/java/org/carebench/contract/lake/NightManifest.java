package org.carebench.contract.lake;

import java.util.List;

/**
 * Everything that one night landed. Written when every source is complete; the benchmark reads exactly these files, and
 * those that the nights of its history collected.
 *
 * @param inputFingerprint checksum over configuration and source files: equal fingerprints give equal releases
 * @param sources what was read from files and platforms
 * @param files what the night landed from the files in force
 * @param collected what the business date has collected from live platforms, in this revision and earlier ones
 * @param history release ids of the nights before, oldest first, whose collected files belong to the release as well
 */
public record NightManifest(
        String release,
        String inputFingerprint,
        List<SourceRead> sources,
        List<LandingManifest> files,
        List<LandingManifest> collected,
        List<String> history) {

    public NightManifest {
        sources = List.copyOf(sources);
        files = List.copyOf(files);
        collected = List.copyOf(collected);
        history = List.copyOf(history);
    }
}
