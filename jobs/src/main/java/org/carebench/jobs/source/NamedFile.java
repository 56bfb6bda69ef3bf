package org.carebench.jobs.source;

import java.nio.file.Path;

/**
 * A file and how messages call it.
 *
 * @param name path relative to the input folder
 */
public record NamedFile(String name, Path path) {}
