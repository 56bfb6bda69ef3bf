package org.carebench.jobs.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carebench.contract.dataset.ProblemCode;
import org.jspecify.annotations.Nullable;

/** What a format makes of a file: the records of its good rows, and why it rejects the others. */
public record Reading(List<Record> records, List<Rejection> rejections) {

    public static final LocalDate AS_OF = LocalDate.parse("2024-07-01");
    public static final String SOURCE_ID = "a-source";

    /** A rejected row. */
    public record Rejection(
            long line, ProblemCode code, @Nullable String column, String sentence) {}

    public static Reading of(SourceFormat format, Path file) {
        return of(format, vintage(file, Map.of(), Map.of()));
    }

    public static Reading of(SourceFormat format, SourceVintage vintage) {
        List<Record> records = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        RowMapper mapper = format.mapper(vintage);
        try (var rows = CsvFile.open(vintage.path(), vintage.file(), format.columns())) {
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                try {
                    row.requireReadable();
                    records.addAll(mapper.map(row));
                } catch (RowRejectedException e) {
                    rejections.add(new Rejection(row.line(), e.code(), e.column(), e.sentence()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Reading(records, rejections);
    }

    public static SourceVintage vintage(Path file, Map<String, Path> references, Map<String, String> settings) {
        return new SourceVintage(
                SOURCE_ID,
                "a-platform",
                AS_OF,
                file.getFileName().toString(),
                file,
                references.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> named(entry.getValue()))),
                settings);
    }

    public static NamedFile named(Path file) {
        return new NamedFile(file.getFileName().toString(), file);
    }

    public <T extends Record> List<T> records(Class<T> type) {
        return records.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
