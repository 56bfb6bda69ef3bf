package org.carebench.jobs.source.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carebench.contract.dataset.Outcome;
import org.carebench.contract.lake.MeasureDefinition;
import org.carebench.jobs.config.DefinitionFiles;
import org.carebench.jobs.source.Reading;
import org.carebench.jobs.source.SourceFormat;
import org.carebench.jobs.source.SourceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formats and definitions name the same measures, in the same unit and version. */
class MeasureDefinitionsTest {

    private final Path folder;

    MeasureDefinitionsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void definesEveryMeasureThatAFormatGivesAndNoOther() {
        List<MeasureDefinition> defined =
                new DefinitionFiles().read(Path.of("../config")).measures();

        assertThat(outcomes().map(outcome -> name(outcome.measureId(), outcome.unit(), outcome.definitionVersion())))
                .containsExactlyInAnyOrderElementsOf(defined.stream()
                        .map(measure -> name(measure.id(), measure.unit(), measure.version()))
                        .toList());
    }

    private Stream<Outcome> outcomes() {
        Path dates = SourceTable.of("Measure ID", "Start Date", "End Date")
                .row("Measure ID", "HCAHPS_HVBP_Baseline", "Start Date", "01/01/2019", "End Date", "12/31/2019")
                .row("Measure ID", "HCAHPS_HVBP_Performance", "Start Date", "01/01/2022", "End Date", "12/31/2022")
                .write(folder.resolve("dates.csv"));
        Path footnotes = SourceTable.of("Footnote", "Footnote Text").write(folder.resolve("footnotes.csv"));
        return Stream.of(
                        outcomes(new HcahpsRecommend(), "facility_id", Map.of(), Map.of("period-start", "2024-01-01")),
                        outcomes(new HvbpEngagement(), "Facility ID", Map.of("measure-dates", dates), Map.of()),
                        outcomes(new OasCahps(), "Facility ID", Map.of("footnotes", footnotes), Map.of()))
                .flatMap(List::stream);
    }

    private List<Outcome> outcomes(
            SourceFormat format, String id, Map<String, Path> references, Map<String, String> settings) {
        Path file = SourceTable.of(format.columns()).row(id, "990001").write(folder.resolve(format.name() + ".csv"));
        return Reading.of(format, Reading.vintage(file, references, settings)).records(Outcome.class);
    }

    private static String name(String measure, String unit, String version) {
        return measure + " in " + unit + ", version " + version;
    }
}
