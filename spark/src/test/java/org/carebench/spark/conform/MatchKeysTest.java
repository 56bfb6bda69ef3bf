package org.carebench.spark.conform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchKeysTest {

    @ParameterizedTest
    @CsvSource({
        "Saint Anne's Hospital, ST ANNES HOSPITAL",
        "ST. ANNE MED CTR, Saint Anne Medical Center",
        "Rock & River Clinic, ROCK AND RIVER CLINIC",
        "H\u00f4pital du Nord, HOPITAL  DU-NORD",
        "MT. BIRCH HOSP, Mount Birch Hospital",
    })
    void evensOutWaysOfWritingAName(String one, String other) {
        assertThat(MatchKeys.nameAndZip(one, "01234")).isEqualTo(MatchKeys.nameAndZip(other, "01234-5678"));
    }

    @ParameterizedTest
    @CsvSource({
        "Birch Hospital, Birch Childrens Hospital",
        "Birch Hospital, Birch",
        "Birch Hospital East, Birch Hospital West",
        "Birch Hospital, Birch Medical Center",
    })
    void keepsNamesApartThatMayBeDifferentHospitals(String one, String other) {
        assertThat(MatchKeys.nameAndZip(one, "01234")).isNotEqualTo(MatchKeys.nameAndZip(other, "01234"));
    }

    @ParameterizedTest
    @CsvSource({
        "12 North Main Street, 12 N. MAIN ST",
        "400 First Avenue Suite 3, '400 1ST AVE, STE 3'",
        "7 US Highway 9, 7 U.S. HWY 9",
    })
    void evensOutWaysOfWritingAnAddress(String one, String other) {
        assertThat(MatchKeys.addressAndZip(one, "01234")).isEqualTo(MatchKeys.addressAndZip(other, "01234"));
    }

    @ParameterizedTest
    @CsvSource({"(555) 010-2345", "1-555-010-2345", "555.010.2345", "5550102345"})
    void readsTheDigitsOfATelephoneNumber(String phone) {
        assertThat(MatchKeys.phone(phone)).isEqualTo("5550102345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "010-2345", "0000000000", "NOT KNOWN", "555010234567"})
    void ignoresWhatIsNoTelephoneNumber(String phone) {
        assertThat(MatchKeys.phone(phone)).isNull();
    }

    @Test
    void identifiesNothingWithoutNameOrPostalCode() {
        assertThat(MatchKeys.nameAndZip(null, "01234")).isNull();
        assertThat(MatchKeys.nameAndZip(" - ", "01234")).isNull();
        assertThat(MatchKeys.nameAndZip("Birch", null)).isNull();
        assertThat(MatchKeys.nameAndZip("Birch", "1234")).isNull();
        assertThat(MatchKeys.phone(null)).isNull();
    }
}
