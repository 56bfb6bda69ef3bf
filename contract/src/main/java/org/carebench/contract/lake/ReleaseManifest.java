package org.carebench.contract.lake;

import java.util.List;
import java.util.Map;

/**
 * Makes a curated or mart folder exist, and makes it citable. It holds nothing that differs between two computations of
 * the same release.
 *
 * @param layer curated or mart
 * @param definitionVersions versions of every measure and rule used, by id
 */
public record ReleaseManifest(
        String release,
        String layer,
        String codeVersion,
        String inputFingerprint,
        Map<String, String> definitionVersions,
        List<HopCount> hops,
        List<ReleaseFile> files) {

    public ReleaseManifest {
        definitionVersions = Map.copyOf(definitionVersions);
        hops = List.copyOf(hops);
        files = List.copyOf(files);
    }
}
