package org.carebench.spark.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.spark.LandingRecords.BIRCH;
import static org.carebench.spark.LandingRecords.facility;
import static org.carebench.spark.LandingRecords.organization;
import static org.carebench.spark.TestSession.rows;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carebench.contract.dataset.Facility;
import org.carebench.contract.dataset.Organization;
import org.carebench.spark.LandingRecords.Place;
import org.junit.jupiter.api.Test;

class FacilityMatchTest {

    private static final Place ELSEWHERE = new Place("Elm Clinic", "9 Elm Road", "AL", "09999", "(555) 010-0009");

    @Test
    void findsAFacilityByEachKeyAlone() {
        List<String> matches = match(
                organizations(organization("1", BIRCH)),
                facilities(facility("name", new Place("BIRCH HOSPITAL", "PO BOX 2", "AL", "01234", null), 10)));
        assertThat(matches).containsExactly("cms:1 1 hifld:name");

        matches = match(
                organizations(organization("1", BIRCH)),
                facilities(facility("phone", ELSEWHERE.called("555-010-0001"), 10)));
        assertThat(matches).containsExactly("cms:1 1 hifld:phone");

        matches = match(
                organizations(organization("1", BIRCH)),
                facilities(facility("address", BIRCH.named("Other").called(null), 10)));
        assertThat(matches).containsExactly("cms:1 1 hifld:address");
    }

    @Test
    void findsAFacilityByItsOtherName() {
        assertThat(match(
                        organizations(organization("1", BIRCH.called(null))),
                        facilities(facility("a", BIRCH.named("Old Name").at("elsewhere"), "Birch Hospital", true, 10))))
                .containsExactly("cms:1 1 hifld:a");
    }

    @Test
    void takesTheFacilityThatAgreesInMostKeys() {
        assertThat(match(
                        organizations(organization("1", BIRCH)),
                        facilities(
                                facility("clinic", BIRCH.named("Birch Clinic"), 5), facility("hospital", BIRCH, 100))))
                .containsExactly("cms:1 1 hifld:hospital");
    }

    @Test
    void guessesNothingWhereTwoFacilitiesAgreeEquallyWell() {
        assertThat(match(
                        organizations(organization("1", BIRCH)),
                        facilities(facility("a", BIRCH, 5), facility("b", BIRCH, 5))))
                .containsExactly("cms:1 2 null");
    }

    @Test
    void givesAFacilityToTheStrictlyBetterOfTwoProviders() {
        assertThat(match(
                        organizations(
                                organization("1", BIRCH), organization("2", BIRCH.named("Birch Psychiatric Unit"))),
                        facilities(facility("a", BIRCH, 100))))
                .containsExactlyInAnyOrder("cms:1 1 hifld:a", "cms:2 1 null");
    }

    @Test
    void givesAFacilityToNobodyWhereTwoProvidersAgreeEquallyWell() {
        assertThat(match(
                        organizations(organization("1", BIRCH), organization("2", BIRCH)),
                        facilities(facility("a", BIRCH, 100))))
                .containsExactlyInAnyOrder("cms:1 1 null", "cms:2 1 null");
    }

    @Test
    void givesNoFacilityAwayThatAnUndecidedProviderMayStandFor() {
        assertThat(match(
                        organizations(organization("1", ELSEWHERE.called(BIRCH.phone())), organization("2", BIRCH)),
                        facilities(
                                facility("a", BIRCH, 100),
                                facility("b", BIRCH.called(null).in("AL"), 90),
                                facility("c", BIRCH, 80))))
                .containsExactlyInAnyOrder("cms:1 2 null", "cms:2 2 null");
    }

    @Test
    void leavesOutClosedFacilitiesOtherStatesAndOtherCountries() {
        assertThat(match(
                        organizations(organization("1", BIRCH), organization("2", BIRCH.in("GA"), "GB", null, 3)),
                        facilities(
                                facility("closed", BIRCH, null, false, 100),
                                facility("other", BIRCH.in("TX"), 100),
                                facility("abroad", BIRCH.in("GA"), 100))))
                .isEmpty();
    }

    private static List<String> match(Dataset<Row> organizations, Dataset<Row> facilities) {
        return FacilityMatch.match(organizations, facilities)
                .select("organization_id", "candidates", "directory_id")
                .collectAsList()
                .stream()
                .map(row -> row.mkString(" "))
                .toList();
    }

    private static Dataset<Row> organizations(Organization... organizations) {
        return rows(Organization.class, organizations);
    }

    private static Dataset<Row> facilities(Facility... facilities) {
        return rows(Facility.class, facilities);
    }
}
