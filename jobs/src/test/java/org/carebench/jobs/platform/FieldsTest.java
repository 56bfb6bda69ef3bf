package org.carebench.jobs.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "'\"0\"', 0",
        "1834021, 1834021",
        "'\"1834021\"', 1834021",
        "'\" 12 \"', 12",
        "12.0, 12",
        "1.2e3, 1200",
        "9223372036854775807, 9223372036854775807",
    })
    void readsCountsAsNumbersAndAsText(String json, long count) {
        assertThat(value(json).count("x")).contains(count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "1.5",
                "\"12k\"",
                "\"\"",
                "\"1,250\"",
                "null",
                "true",
                "[]",
                "{}",
                "9223372036854775808",
                "\"NaN\"",
                "1e400"
            })
    void whatIsNoCountIsNone(String json) {
        assertThat(value(json).count("x")).isEmpty();
    }

    @Test
    void aNumberOfAFewCharactersDoesNotFillTheMemory() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThat(value("\"1e999999999\"").count("x")).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "7300000000000000001, 7300000000000000001",
        "'\"01HXEXAMPLEULID0000000000\"', 01HXEXAMPLEULID0000000000",
        "18446744073709551617, 18446744073709551617",
    })
    void idsAreTextToTheLastDigit(String json, String text) {
        assertThat(value(json).requiredText("x")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \"", "{}", "[1]"})
    void whatIsNoTextIsNone(String json) {
        assertThat(value(json).text("x")).isEmpty();
        assertThat(value(json).optionalText("x")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:00:00Z, 2026-11-20T09:00:00Z",
        "2026-11-20T09:00:00.5Z, 2026-11-20T09:00:00.500Z",
        "2026-11-20T09:00:00.123456Z, 2026-11-20T09:00:00.123456Z",
        "2026-11-20T09:00:00+0000, 2026-11-20T09:00:00Z",
        "2026-11-20T09:00:00+01:00, 2026-11-20T08:00:00Z",
        "2026-11-20T09:00:00.250-0530, 2026-11-20T14:30:00.250Z",
        "2026-11-20T09:00Z, 2026-11-20T09:00:00Z",
    })
    void readsInstantsInEveryFormOfIso8601(String text, Instant instant) {
        assertThat(value("\"" + text + "\"").requiredInstant("x")).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20",
                "2026-11-20T09:00:00",
                "1970-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "2026-13-01T00:00:00Z",
                "gestern"
            })
    void whatIsNoPlausibleInstantIsNone(String text) {
        assertThat(value("\"" + text + "\"").instant("x")).isEmpty();
    }

    @Test
    void readsEpochs() {
        assertThat(value("1795050000").requiredEpochSeconds("x")).isEqualTo(Instant.ofEpochSecond(1_795_050_000));
        assertThat(value("\"1795050000123\"").requiredEpochMillis("x"))
                .isEqualTo(Instant.ofEpochMilli(1_795_050_000_123L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1795050000123", "9223372036854775807", "0", "null", "-1"})
    void secondsThatAreNoneMakeTheItemUnreadable(String json) {
        unreadable(fields -> fields.requiredEpochSeconds("x"), json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1795050000", "9223372036854775807", "\"\""})
    void millisecondsThatAreNoneMakeTheItemUnreadable(String json) {
        unreadable(fields -> fields.requiredEpochMillis("x"), json);
    }

    @Test
    void whatMustBeThereMakesTheItemUnreadableByItsNameAlone() {
        assertThatThrownBy(() -> value("{\"who\":\"geheim\"}").requiredText("x"))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessage("Cannot read an item: field x is missing or is not what the contract says");
        unreadable(fields -> fields.requiredInstant("x"), "\"gestern\"");
    }

    @Test
    void walksObjectsAndArraysThatMayNotBeThere() {
        Fields fields =
                TestClients.json("{\"a\":{\"b\":{\"c\":[{\"d\":1},{\"d\":2}]}},\"n\":null,\"t\":true,\"s\":\"true\"}");

        assertThat(fields.at("a", "b").items("c"))
                .extracting(item -> item.count("d").orElseThrow())
                .containsExactly(1L, 2L);
        assertThat(fields.at("a", "x", "c").isEmpty()).isTrue();
        assertThat(fields.at("a", "x").items("c")).isEmpty();
        assertThat(fields.items("a")).isEmpty();
        assertThat(List.of(fields.isAbsent("n"), fields.isAbsent("x"), fields.isAbsent("t")))
                .containsExactly(true, true, false);
        assertThat(List.of(fields.isTrue("t"), fields.isTrue("s"), fields.isTrue("n")))
                .containsExactly(true, false, false);
    }

    @Test
    void showsNothingOfWhatItHolds() {
        assertThat(value("\"geheim\"").toString()).isEqualTo("Fields[OBJECT]");
    }

    private static void unreadable(Function<Fields, Object> read, String json) {
        assertThatThrownBy(() -> read.apply(value(json)))
                .isInstanceOfSatisfying(
                        UnreadableItemException.class,
                        e -> assertThat(e.field()).isEqualTo("x"));
    }

    private static Fields value(String json) {
        return TestClients.json("{\"x\":" + json + "}");
    }
}
