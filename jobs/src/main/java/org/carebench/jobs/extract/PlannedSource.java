package org.carebench.jobs.extract;

import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.source.SourceVintage;

/**
 * A source whose file a night will read.
 *
 * @param sha256 checksum of the file when the night was planned
 */
public record PlannedSource(CarebenchProperties.Source source, SourceVintage vintage, String sha256) {}
