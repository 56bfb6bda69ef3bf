package org.carebench.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.carebench.contract.dataset.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFieldTest {

    private static final DateTimeFormatter US_DATE =
            DateTimeFormatter.ofPattern("MM/dd/uuuu").withResolverStyle(ResolverStyle.STRICT);

    @ParameterizedTest
    @ValueSource(strings = {"", "Not Available", "NOT AVAILABLE", "NA", "-999"})
    void takesTheCodesOfSourcesForMissing(String code) {
        assertThat(field(code).isMissing()).isTrue();
        assertThat(field(code).optional()).isNull();
        assertRejected(
                () -> field(code).required(),
                ProblemCode.MISSING_VALUE,
                "Column 'beds' is blank, but the row cannot be understood without it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "na", "N/A", "-99", "None", "not available"})
    void takesNothingElseForMissing(String text) {
        assertThat(field(text).isMissing()).isFalse();
        assertThat(field(text).optional()).isEqualTo(text);
        assertThat(field(text).required()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-5,-5", "+5,5", "007,7", "10,10"})
    void readsWholeNumbersUpToTheirBounds(String text, long value) {
        assertThat(field(text).integer(-5, 10)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1.0", "1,000", "12.5K", "1e3", "--1", "١٢", "1234567890123456789", " 1"})
    void rejectsWhatIsNoWholeNumber(String text) {
        assertRejected(
                () -> field(text).integer(0, 10), ProblemCode.UNREADABLE_VALUE, "Column 'beds' is not a whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-6", "11", "999999999999999999"})
    void rejectsWholeNumbersOutsideTheirBounds(String text) {
        assertRejected(
                () -> field(text).integer(-5, 10),
                ProblemCode.VALUE_OUT_OF_RANGE,
                "Column 'beds' lies outside -5 to 10");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1.5,1.5", "+1.5,1.5", "-1.5,-1.5", "2.000,2"})
    void readsPlainDecimalNumbers(String text, double value) {
        assertThat(field(text).decimal(-1.5, 2)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,5", "1e3", "NaN", "Infinity", ".5", "5.", "0x1", "1 000"})
    void rejectsWhatIsNoPlainDecimalNumber(String text) {
        assertRejected(
                () -> field(text).decimal(0, 1000), ProblemCode.UNREADABLE_VALUE, "Column 'beds' is not a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1.6", "2.0001"})
    void rejectsDecimalNumbersOutsideTheirBounds(String text) {
        assertRejected(
                () -> field(text).decimal(-1.5, 2),
                ProblemCode.VALUE_OUT_OF_RANGE,
                "Column 'beds' lies outside -1.5 to 2");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "100,100", "77.9058%,77.9058", "50.00,50"})
    void readsPercentagesWithOrWithoutTheirSign(String text, double value) {
        assertThat(field(text).percentage()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.0001", "-0.1%", "104"})
    void rejectsPercentagesThatAreNone(String text) {
        assertRejected(
                () -> field(text).percentage(), ProblemCode.VALUE_OUT_OF_RANGE, "Column 'beds' lies outside 0 to 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "77 %", "77%%", "abc"})
    void rejectsPercentagesThatCannotBeRead(String text) {
        assertRejected(() -> field(text).percentage(), ProblemCode.UNREADABLE_VALUE, "Column 'beds' is not a number");
    }

    @Test
    void readsDatesInTheFormOfTheSource() {
        assertThat(field("02/29/2024").date(US_DATE)).isEqualTo(LocalDate.parse("2024-02-29"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "02/29/2023", "13/01/2023", "2/9/2024", ""})
    void rejectsDatesOfAnotherForm(String text) {
        assertRejected(
                () -> field(text).date(US_DATE),
                ProblemCode.UNREADABLE_VALUE,
                "Column 'beds' is not a date of the form that the source uses");
    }

    @Test
    void readsInstants() {
        assertThat(field("2025-12-06T08:30:00Z").instant()).isEqualTo(Instant.parse("2025-12-06T08:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-12-06", "2025-12-06 08:30:00", "2025-13-06T08:30:00Z", ""})
    void rejectsWhatIsNoInstant(String text) {
        assertRejected(
                () -> field(text).instant(),
                ProblemCode.UNREADABLE_VALUE,
                "Column 'beds' is not a time such as 2025-12-06T08:30:00Z");
    }

    @Test
    void readsOneOfTheKnownWords() {
        assertThat(field("No").oneOf(Map.of("Yes", true, "No", false))).isFalse();
    }

    @Test
    void rejectsUnknownWordsAndListsTheKnownOnes() {
        assertRejected(
                () -> field("yes").oneOf(Map.of("Yes", true, "No", false)),
                ProblemCode.VALUE_OUT_OF_RANGE,
                "Column 'beds' is none of No, Yes");
    }

    private static SourceField field(String text) {
        return new SourceField("beds", text);
    }

    private static void assertRejected(ThrowingCallable reading, ProblemCode code, String sentence) {
        assertThatThrownBy(reading).isInstanceOf(RowRejectedException.class).hasMessage(sentence);
        assertThatThrownBy(reading).isInstanceOfSatisfying(RowRejectedException.class, rejection -> {
            assertThat(rejection.code()).isEqualTo(code);
            assertThat(rejection.column()).isEqualTo("beds");
            assertThat(rejection.sentence()).isEqualTo(sentence);
        });
    }
}
