package org.carebench.jobs.source.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.carebench.contract.dataset.Organization;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.source.Reading;
import org.carebench.jobs.source.Reading.Rejection;
import org.carebench.jobs.source.SourceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CmsHospitalInformationTest {

    private final CmsHospitalInformation format = new CmsHospitalInformation();
    private final SourceTable hospitals = SourceTable.of(format.columns())
            .withDefault("Facility ID", "990001")
            .withDefault("Facility Name", "TAUBERG GENERAL")
            .withDefault("State", "AL");

    private final Path folder;

    CmsHospitalInformationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsAHospitalOfTheNewerHeader() {
        hospitals.row(
                "Facility ID", "01014F",
                "Address", "1 HILL ROAD",
                "City/Town", "TAUBERG",
                "ZIP Code", "01234",
                "County/Parish", "HILL",
                "Telephone Number", "(205) 555-0100",
                "Hospital Type", "Acute Care Hospitals",
                "Hospital Ownership", "Proprietary",
                "Emergency Services", "Yes",
                "Hospital overall rating", "4",
                "Hospital overall rating footnote", "2");

        assertThat(read().records())
                .containsExactly(new Organization(
                        "cms:01014F",
                        "cms",
                        "01014F",
                        "TAUBERG GENERAL",
                        "Acute Care Hospitals",
                        "Proprietary",
                        "1 HILL ROAD",
                        "TAUBERG",
                        "HILL",
                        "AL",
                        "01234",
                        "US",
                        "(205) 555-0100",
                        true,
                        4,
                        MeasureState.REPORTED,
                        "2",
                        Reading.AS_OF,
                        Reading.SOURCE_ID,
                        2));
    }

    @Test
    void readsAHospitalOfTheOlderHeader() {
        SourceTable older = SourceTable.of(
                        "Facility ID",
                        "Facility Name",
                        "Address",
                        "City",
                        "State",
                        "ZIP Code",
                        "County Name",
                        "Phone Number",
                        "Hospital Type",
                        "Hospital Ownership",
                        "Emergency Services",
                        "Hospital overall rating",
                        "Hospital overall rating footnote")
                .row(
                        "Facility ID", "990001",
                        "Facility Name", "TAUBERG GENERAL",
                        "State", "AL",
                        "City", "TAUBERG",
                        "County Name", "HILL",
                        "Phone Number", "(205) 555-0100",
                        "Emergency Services", "No");

        assertThat(Reading.of(format, older.write(folder.resolve("older.csv"))).records(Organization.class))
                .singleElement()
                .satisfies(hospital -> {
                    assertThat(hospital.city()).isEqualTo("TAUBERG");
                    assertThat(hospital.county()).isEqualTo("HILL");
                    assertThat(hospital.phone()).isEqualTo("(205) 555-0100");
                    assertThat(hospital.hasEmergencyServices()).isFalse();
                });
    }

    @Test
    void takesMissingCodesForUnknown() {
        hospitals.row(
                "Hospital Type", "Not Available",
                "Hospital Ownership", "Not Available",
                "Emergency Services", "Not Available",
                "Hospital overall rating", "Not Available");

        assertThat(read().records(Organization.class)).singleElement().satisfies(hospital -> {
            assertThat(hospital.organizationType()).isNull();
            assertThat(hospital.ownership()).isNull();
            assertThat(hospital.address()).isNull();
            assertThat(hospital.hasEmergencyServices()).isNull();
            assertThat(hospital.overallRating()).isNull();
            assertThat(hospital.overallRatingState()).isEqualTo(MeasureState.NOT_AVAILABLE);
            assertThat(hospital.overallRatingFootnotes()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    16      | TOO_FEW_CASES  | 16
                    16, 23  | TOO_FEW_CASES  | 16;23
                    23, 16  | TOO_FEW_CASES  | 23;16
                    4       | SUPPRESSED     | 4
                    12      | NOT_APPLICABLE | 12
                    22      | NOT_AVAILABLE  | 22
                    5;19    | NOT_AVAILABLE  | 5;19
                    """)
    void takesTheReasonOfAMissingRatingFromItsFootnotes(String footnote, MeasureState state, String kept) {
        hospitals.row("Hospital overall rating", "Not Available", "Hospital overall rating footnote", footnote);

        assertThat(read().records(Organization.class)).singleElement().satisfies(hospital -> {
            assertThat(hospital.overallRatingState()).isEqualTo(state);
            assertThat(hospital.overallRatingFootnotes()).isEqualTo(kept);
        });
    }

    @Test
    void letsFootnotesBesideARatingOnlyAnnotate() {
        hospitals.row("Hospital overall rating", "3", "Hospital overall rating footnote", "16");

        assertThat(read().records(Organization.class)).singleElement().satisfies(hospital -> {
            assertThat(hospital.overallRating()).isEqualTo(3);
            assertThat(hospital.overallRatingState()).isEqualTo(MeasureState.REPORTED);
            assertThat(hospital.overallRatingFootnotes()).isEqualTo("16");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"10001", "0100011", "01014f", "A10001", "010 01", "1.0E+5"})
    void rejectsIdsOfAnotherForm(String id) {
        hospitals.row("Facility ID", id);

        assertThat(read().rejections())
                .containsExactly(new Rejection(
                        2,
                        ProblemCode.INVALID_ID,
                        "Facility ID",
                        "Column 'Facility ID' is no CMS certification number of six characters; a spreadsheet may have damaged"
                                + " it"));
    }

    @Test
    void rejectsARowWithoutId() {
        hospitals.row("Facility ID", "");

        assertThat(read().rejections()).extracting(Rejection::code).containsExactly(ProblemCode.MISSING_VALUE);
    }

    @Test
    void keepsTheFirstRowOfAnIdAndRejectsLaterOnes() {
        hospitals.row("Facility Name", "FIRST").row("Facility Name", "SECOND").row("Facility ID", "990002");

        Reading reading = read();

        assertThat(reading.records(Organization.class))
                .extracting(Organization::name)
                .containsExactly("FIRST", "TAUBERG GENERAL");
        assertThat(reading.rejections())
                .containsExactly(new Rejection(
                        3,
                        ProblemCode.DUPLICATE_ID,
                        "Facility ID",
                        "Column 'Facility ID' repeats an id that stands in an earlier row"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Facility Name           |     | MISSING_VALUE      | is blank, but the row cannot be understood without it
                    State                   |     | MISSING_VALUE      | is blank, but the row cannot be understood without it
                    Emergency Services      | yes | VALUE_OUT_OF_RANGE | is none of No, Yes
                    Hospital overall rating | 6   | VALUE_OUT_OF_RANGE | lies outside 1 to 5
                    Hospital overall rating | 0   | VALUE_OUT_OF_RANGE | lies outside 1 to 5
                    Hospital overall rating | 4.5 | UNREADABLE_VALUE   | is not a whole number
                    """)
    void rejectsARowWithAnUnreadableValue(String column, String value, ProblemCode code, String complaint) {
        hospitals.row(column, value == null ? "" : value);

        assertThat(read().records()).isEmpty();
        assertThat(read().rejections())
                .containsExactly(new Rejection(2, code, column, "Column '" + column + "' " + complaint));
    }

    @Test
    void reportsTheFirstProblemOfARowOnly() {
        hospitals.row("Facility Name", "", "Hospital overall rating", "9");

        assertThat(read().rejections()).extracting(Rejection::column).containsExactly("Facility Name");
    }

    private Reading read() {
        return Reading.of(format, hospitals.write(folder.resolve("hospitals.csv")));
    }
}
