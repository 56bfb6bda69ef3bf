package org.carebench.jobs.source.cms;

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

class CmsProviderOfServicesTest {

    private final CmsProviderOfServices format = new CmsProviderOfServices();
    private final SourceTable providers = SourceTable.of(format.columns())
            .withDefault("PRVDR_CTGRY_CD", "01")
            .withDefault("PRVDR_NUM", "010001")
            .withDefault("PGM_TRMNTN_CD", "00");

    private final Path folder;

    CmsProviderOfServicesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsAHospital() {
        providers.row("CBSA_URBN_RRL_IND", "R", "MDCL_SCHL_AFLTN_CD", "2", "BED_CNT", "120", "CRTFD_BED_CNT", "100");

        assertThat(read().records())
                .containsExactly(new OrganizationTrait(
                        "cms:010001", null, null, true, true, 120, Reading.AS_OF, Reading.SOURCE_ID, 2));
    }

    @Test
    void takesBlankCellsForUnknown() {
        providers.row();

        assertThat(read().records())
                .containsExactly(new OrganizationTrait(
                        "cms:010001", null, null, null, null, null, Reading.AS_OF, Reading.SOURCE_ID, 2));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "3, true", "4, false", "'', ", "NA, "})
    void takesAffiliationWithAMedicalSchoolForTeaching(String code, @Nullable Boolean isTeaching) {
        providers.row("MDCL_SCHL_AFLTN_CD", code);

        assertThat(read().records(OrganizationTrait.class))
                .extracting(OrganizationTrait::isTeaching)
                .containsExactly(isTeaching);
    }

    @ParameterizedTest
    @CsvSource({"U, false", "R, true", "'', "})
    void readsRuralityFromTheArea(String area, @Nullable Boolean isRural) {
        providers.row("CBSA_URBN_RRL_IND", area);

        assertThat(read().records(OrganizationTrait.class))
                .extracting(OrganizationTrait::isRural)
                .containsExactly(isRural);
    }

    @ParameterizedTest
    @CsvSource({"120, 100, 120", "0, 100, 100", "'', 100, 100", "0, 0, ", "'', '', "})
    void takesCertifiedBedsWhereNotAllAreCountedAndZeroForUnknown(
            String all, String certified, @Nullable Integer beds) {
        providers.row("BED_CNT", all, "CRTFD_BED_CNT", certified);

        assertThat(read().records(OrganizationTrait.class))
                .extracting(OrganizationTrait::beds)
                .containsExactly(beds);
    }

    @ParameterizedTest
    @CsvSource({"04, 00", "4, 00", "21, 00", "01, 01", "01, 07"})
    void passesOverOtherFacilitiesAndHospitalsThatTakePartNoLonger(String category, String termination) {
        providers.row("PRVDR_CTGRY_CD", category, "PGM_TRMNTN_CD", termination, "PRVDR_NUM", "", "BED_CNT", "many");

        assertThat(read().records()).isEmpty();
        assertThat(read().rejections()).isEmpty();
    }

    @Test
    void readsCodesThatLostTheirLeadingZeros() {
        providers.row("PRVDR_CTGRY_CD", "1", "PGM_TRMNTN_CD", "0");

        assertThat(read().records()).hasSize(1);
    }

    @Test
    void readsHeadersInLowerCaseAndFilesWithoutCertifiedBeds() {
        SourceTable lower = SourceTable.of(
                        "prvdr_ctgry_cd",
                        "fac_name",
                        "prvdr_num",
                        "pgm_trmntn_cd",
                        "cbsa_urbn_rrl_ind",
                        "mdcl_schl_afltn_cd",
                        "bed_cnt")
                .rawLine("01,BIRCH HOSPITAL,010001,00,U,4,50")
                .rawLine("01,ELM HOSPITAL,010002,00,U,4,0");

        assertThat(Reading.of(format, lower.write(folder.resolve("lower.csv"))).records())
                .containsExactly(
                        new OrganizationTrait(
                                "cms:010001", null, null, false, false, 50, Reading.AS_OF, Reading.SOURCE_ID, 2),
                        new OrganizationTrait(
                                "cms:010002", null, null, false, false, null, Reading.AS_OF, Reading.SOURCE_ID, 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    PRVDR_CTGRY_CD     | ''    | MISSING_VALUE
                    PGM_TRMNTN_CD      | ''    | MISSING_VALUE
                    PRVDR_NUM          | ''    | MISSING_VALUE
                    PRVDR_NUM          | 10001 | INVALID_ID
                    MDCL_SCHL_AFLTN_CD | 5     | VALUE_OUT_OF_RANGE
                    CBSA_URBN_RRL_IND  | X     | VALUE_OUT_OF_RANGE
                    BED_CNT            | -1    | VALUE_OUT_OF_RANGE
                    BED_CNT            | 20001 | VALUE_OUT_OF_RANGE
                    BED_CNT            | many  | UNREADABLE_VALUE
                    CRTFD_BED_CNT      | few   | UNREADABLE_VALUE
                    """)
    void rejectsARowWithAnUnreadableValue(String column, String value, ProblemCode code) {
        providers.row(column, value);

        assertThat(read().records()).isEmpty();
        assertThat(read().rejections())
                .extracting(Rejection::line, Rejection::code, Rejection::column)
                .containsExactly(tuple(2L, code, column));
    }

    @Test
    void rejectsASecondRowOfAHospital() {
        providers.row("BED_CNT", "1").row("BED_CNT", "2");

        assertThat(read().records(OrganizationTrait.class))
                .extracting(OrganizationTrait::beds)
                .containsExactly(1);
        assertThat(read().rejections())
                .extracting(Rejection::line, Rejection::code)
                .containsExactly(tuple(3L, ProblemCode.DUPLICATE_ID));
    }

    private Reading read() {
        return Reading.of(format, providers.write(folder.resolve("providers.csv")));
    }
}
