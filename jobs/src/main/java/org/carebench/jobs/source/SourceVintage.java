package org.carebench.jobs.source;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

/**
 * The file of a source that is in force on a business date.
 *
 * @param asOf date of the file
 * @param file path relative to the input folder, as messages and problems name it
 * @param references further files that the format needs, by role
 * @param settings facts that the file itself does not carry, by name
 */
public record SourceVintage(
        String sourceId,
        String platform,
        LocalDate asOf,
        String file,
        Path path,
        Map<String, NamedFile> references,
        Map<String, String> settings) {

    public SourceVintage {
        references = Map.copyOf(references);
        settings = Map.copyOf(settings);
    }

    /** A further file, for example the periods of measures. */
    public NamedFile reference(String role) {
        NamedFile reference = references.get(role);
        if (reference == null) {
            throw new SourceFileException("Cannot read " + file + ": the profile names no reference '" + role
                    + "' for source " + sourceId + ". Add it under references.");
        }
        return reference;
    }

    public String setting(String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new SourceFileException("Cannot read " + file + ": the profile names no setting '" + name
                    + "' for source " + sourceId + ". Add it under settings.");
        }
        return value;
    }

    public LocalDate dateSetting(String name) {
        try {
            return LocalDate.parse(setting(name));
        } catch (DateTimeException e) {
            throw new SourceFileException(
                    "Cannot read " + file + ": setting '" + name + "' of source " + sourceId
                            + " is not a date such as 2024-01-01.",
                    e);
        }
    }
}
