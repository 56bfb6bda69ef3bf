package org.carebench.jobs.source.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.carebench.jobs.source.Reading;
import org.carebench.jobs.source.SourceFileException;
import org.carebench.jobs.source.SourceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CmsMeasureDatesTest {

    private final Path file;

    CmsMeasureDatesTest(@TempDir Path folder) {
        this.file = folder.resolve("dates.csv");
    }

    @Test
    void takesTheFirstPeriodOfAMeasure() {
        dates().row("Measure ID", "A", "Start Date", "01/01/2019", "End Date", "12/31/2019")
                .row("Measure ID", "A", "Start Date", "01/01/2020", "End Date", "12/31/2020")
                .write(file);

        assertThat(CmsMeasureDates.read(Reading.named(file), "A"))
                .isEqualTo(new CmsMeasureDates.Period(LocalDate.parse("2019-01-01"), LocalDate.parse("2019-12-31")));
    }

    @Test
    void saysWhichFileAndLineHoldsADateThatCannotBeRead() {
        dates().row("Measure ID", "A", "Start Date", "2019-01-01", "End Date", "12/31/2019")
                .write(file);

        assertThatThrownBy(() -> CmsMeasureDates.read(Reading.named(file), "A"))
                .isInstanceOf(SourceFileException.class)
                .hasMessageContaining("dates.csv")
                .hasMessageContaining("line 2")
                .hasMessageContaining("'Start Date' is not a date");
    }

    @Test
    void refusesADayThatNoMonthHas() {
        dates().row("Measure ID", "A", "Start Date", "02/30/2019", "End Date", "12/31/2019")
                .write(file);

        assertThatThrownBy(() -> CmsMeasureDates.read(Reading.named(file), "A"))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("'Start Date' is not a date");
    }

    private static SourceTable dates() {
        return SourceTable.of("Measure ID", "Start Date", "End Date");
    }
}
