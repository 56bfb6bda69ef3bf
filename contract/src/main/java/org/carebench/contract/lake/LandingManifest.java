package org.carebench.contract.lake;

/**
 * Makes one landing file exist. Written last, after the file is complete.
 *
 * @param dataset landing dataset, for example outcome
 * @param file path of the Parquet file, relative to the root of the lake, with forward slashes
 * @param rows records in the file
 * @param sha256 checksum of the file, lower-case hexadecimal
 */
public record LandingManifest(
        String dataset, String platform, String sourceId, String release, String file, long rows, String sha256) {}
