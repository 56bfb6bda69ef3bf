package org.carebench.jobs.source.hifld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.carebench.contract.dataset.Facility;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.source.Reading;
import org.carebench.jobs.source.Reading.Rejection;
import org.carebench.jobs.source.SourceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HifldHospitalsTest {

    private final HifldHospitals format = new HifldHospitals();
    private final SourceTable hospitals = SourceTable.of(format.columns())
            .withDefault("ID", "0090000001")
            .withDefault("NAME", "TAUBERG GENERAL")
            .withDefault("STATUS", "OPEN")
            .withDefault("BEDS", "120");

    private final Path folder;

    HifldHospitalsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsAFacility() {
        hospitals.row(
                "ALT_NAME", "OLD TAUBERG",
                "ADDRESS", "1 HILL ROAD",
                "CITY", "TAUBERG",
                "STATE", "AL",
                "ZIP", "01234",
                "TELEPHONE", "(205) 555-0100",
                "TYPE", "GENERAL ACUTE CARE");

        assertThat(read().records())
                .containsExactly(new Facility(
                        "hifld:0090000001",
                        "TAUBERG GENERAL",
                        "OLD TAUBERG",
                        "1 HILL ROAD",
                        "TAUBERG",
                        "AL",
                        "01234",
                        "(205) 555-0100",
                        "GENERAL ACUTE CARE",
                        true,
                        120,
                        MeasureState.REPORTED,
                        Reading.AS_OF,
                        Reading.SOURCE_ID,
                        2));
    }

    @Test
    void takesMissingCodesForUnknownAndNotForZero() {
        hospitals.row("BEDS", "-999", "ALT_NAME", "NOT AVAILABLE", "TELEPHONE", "NOT AVAILABLE", "STATUS", "CLOSED");

        assertThat(read().records(Facility.class)).singleElement().satisfies(facility -> {
            assertThat(facility.beds()).isNull();
            assertThat(facility.bedsState()).isEqualTo(MeasureState.NOT_AVAILABLE);
            assertThat(facility.alternativeName()).isNull();
            assertThat(facility.phone()).isNull();
            assertThat(facility.isOpen()).isFalse();
        });
    }

    @Test
    void keepsZeroBedsAsZero() {
        hospitals.row("BEDS", "0");

        assertThat(read().records(Facility.class)).singleElement().satisfies(facility -> {
            assertThat(facility.beds()).isZero();
            assertThat(facility.bedsState()).isEqualTo(MeasureState.REPORTED);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ID     | NOT AVAILABLE | MISSING_VALUE
                    NAME   | NOT AVAILABLE | MISSING_VALUE
                    STATUS | MOVED         | VALUE_OUT_OF_RANGE
                    STATUS | NOT AVAILABLE | VALUE_OUT_OF_RANGE
                    BEDS   | -1            | VALUE_OUT_OF_RANGE
                    BEDS   | 20001         | VALUE_OUT_OF_RANGE
                    BEDS   | many          | UNREADABLE_VALUE
                    """)
    void rejectsARowWithAnUnreadableValue(String column, String value, ProblemCode code) {
        hospitals.row(column, value);

        assertThat(read().records()).isEmpty();
        assertThat(read().rejections())
                .extracting(Rejection::line, Rejection::code, Rejection::column)
                .containsExactly(tuple(2L, code, column));
    }

    @Test
    void rejectsASecondRowOfAFacility() {
        hospitals.row().row("NAME", "OTHER");

        assertThat(read().records(Facility.class)).extracting(Facility::name).containsExactly("TAUBERG GENERAL");
        assertThat(read().rejections())
                .extracting(Rejection::line, Rejection::code)
                .containsExactly(tuple(3L, ProblemCode.DUPLICATE_ID));
    }

    private Reading read() {
        return Reading.of(format, hospitals.write(folder.resolve("hospitals.csv")));
    }
}
