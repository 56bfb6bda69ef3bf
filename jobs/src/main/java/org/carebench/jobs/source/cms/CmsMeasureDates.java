package org.carebench.jobs.source.cms;

import static org.carebench.jobs.source.SourceColumn.column;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import org.carebench.jobs.source.CsvFile;
import org.carebench.jobs.source.NamedFile;
import org.carebench.jobs.source.SourceColumn;
import org.carebench.jobs.source.SourceFileException;

/** Measurement periods of CMS measures, from the measure dates of the same release. */
final class CmsMeasureDates {

    static final DateTimeFormatter US_DATE =
            DateTimeFormatter.ofPattern("MM/dd/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private CmsMeasureDates() {}

    /** First and last day of a measurement period. */
    record Period(LocalDate start, LocalDate end) {}

    /**
     * The measurement period of a measure.
     *
     * @throws SourceFileException where the file does not list the measure
     */
    static Period read(NamedFile list, String measureId) {
        List<SourceColumn> columns = List.of(column("Measure ID"), column("Start Date"), column("End Date"));
        List<Period> periods = new ArrayList<>();
        CsvFile.readReference(list, columns, row -> {
            if (row.field("Measure ID").text().equals(measureId)) {
                periods.add(new Period(
                        row.field("Start Date").date(US_DATE),
                        row.field("End Date").date(US_DATE)));
            }
        });
        if (!periods.isEmpty()) {
            return periods.get(0);
        }
        throw new SourceFileException("Cannot read " + list.name() + ": it does not list the period of " + measureId
                + ". Check that it belongs to the same release as the measures.");
    }
}
