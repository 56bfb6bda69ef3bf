package org.carebench.contract.lake;

/** One Parquet file of a release; the path is relative to the release folder. */
public record ReleaseFile(String table, String file, long rows, String sha256) {}
