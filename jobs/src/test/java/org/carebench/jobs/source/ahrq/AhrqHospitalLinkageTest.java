package org.carebench.jobs.source.ahrq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.carebench.contract.dataset.OrganizationTrait;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.source.Reading;
import org.carebench.jobs.source.Reading.Rejection;
import org.carebench.jobs.source.SourceTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AhrqHospitalLinkageTest {

    private final AhrqHospitalLinkage format = new AhrqHospitalLinkage();
    private final SourceTable hospitals = SourceTable.of(format.columns()).withDefault("ccn", "010001");

    private final Path folder;

    AhrqHospitalLinkageTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsAHospitalOfASystem() {
        hospitals.row("health_sys_id", "HSI00000123", "hos_beds", "120", "hos_res", "12.35", "hos_majteach", "0");

        assertThat(read().records())
                .containsExactly(new OrganizationTrait(
                        "cms:010001", "ahrq:HSI00000123", false, true, null, 120, Reading.AS_OF, Reading.SOURCE_ID, 2));
    }

    @Test
    void takesAHospitalWithoutASystemForIndependentAndOtherBlankCellsForUnknown() {
        hospitals.row();

        assertThat(read().records())
                .containsExactly(new OrganizationTrait(
                        "cms:010001", null, true, null, null, null, Reading.AS_OF, Reading.SOURCE_ID, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "0, '', false",
        "0, 1, false",
        "0.5, 0, true",
        "12, '', true",
        "'', 1, true",
        "'', 0, ",
        "'', '', ",
        "NA, NA, "
    })
    void takesTheTrainingOfResidentsForTeaching(String residents, String isMajor, @Nullable Boolean isTeaching) {
        hospitals.row("hos_res", residents, "hos_majteach", isMajor);

        assertThat(read().records(OrganizationTrait.class))
                .extracting(OrganizationTrait::isTeaching)
                .containsExactly(isTeaching);
    }

    @Test
    void takesNoBedsForUnknown() {
        hospitals.row("hos_beds", "0");

        assertThat(read().records(OrganizationTrait.class))
                .extracting(OrganizationTrait::beds)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource({"''", "NA"})
    void passesOverHospitalsWithoutACertificationNumber(String ccn) {
        hospitals.row("ccn", ccn, "health_sys_id", "HSI00000123", "hos_beds", "many");

        assertThat(read().records()).isEmpty();
        assertThat(read().rejections()).isEmpty();
    }

    @Test
    void readsFilesThatCountNeitherBedsNorResidents() {
        SourceTable early = SourceTable.of("compendium_hospital_id", "ccn", "hospital_name", "health_sys_id")
                .rawLine("CHSP00000001,010001,Birch Hospital,HSI00000123");

        assertThat(Reading.of(format, early.write(folder.resolve("early.csv"))).records())
                .containsExactly(new OrganizationTrait(
                        "cms:010001",
                        "ahrq:HSI00000123",
                        false,
                        null,
                        null,
                        null,
                        Reading.AS_OF,
                        Reading.SOURCE_ID,
                        2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ccn          | 10001  | INVALID_ID
                    hos_beds     | -1     | VALUE_OUT_OF_RANGE
                    hos_beds     | 20001  | VALUE_OUT_OF_RANGE
                    hos_beds     | many   | UNREADABLE_VALUE
                    hos_res      | -1     | VALUE_OUT_OF_RANGE
                    hos_res      | 20001  | VALUE_OUT_OF_RANGE
                    hos_res      | some   | UNREADABLE_VALUE
                    hos_majteach | 2      | VALUE_OUT_OF_RANGE
                    """)
    void rejectsARowWithAnUnreadableValue(String column, String value, ProblemCode code) {
        hospitals.row(column, value);

        assertThat(read().records()).isEmpty();
        assertThat(read().rejections())
                .extracting(Rejection::line, Rejection::code, Rejection::column)
                .containsExactly(tuple(2L, code, column));
    }

    @Test
    void rejectsASecondRowOfAHospital() {
        hospitals.row("health_sys_id", "HSI00000001").row("health_sys_id", "HSI00000002");

        assertThat(read().records(OrganizationTrait.class))
                .extracting(OrganizationTrait::systemId)
                .containsExactly("ahrq:HSI00000001");
        assertThat(read().rejections())
                .extracting(Rejection::line, Rejection::code)
                .containsExactly(tuple(3L, ProblemCode.DUPLICATE_ID));
    }

    private Reading read() {
        return Reading.of(format, hospitals.write(folder.resolve("linkage.csv")));
    }
}
