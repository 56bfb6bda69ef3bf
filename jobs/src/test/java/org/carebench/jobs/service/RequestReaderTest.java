package org.carebench.jobs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.carebench.jobs.run.Mode;
import org.carebench.jobs.run.NightJob;
import org.carebench.jobs.run.Origin;
import org.carebench.jobs.run.Probe;
import org.carebench.jobs.run.StartRequest;
import org.carebench.jobs.run.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RequestReaderTest {

    private static final NightJob JOB = new Probe("probe", Probe::done);
    private static final String LEAST = "{\"businessDate\":\"2026-11-21\"}";

    @Test
    void readsTheLeastThatCanBeAsked() {
        StartRequest request = start("k", LEAST);

        assertThat(request.work()).isEqualTo(new Work("probe", businessDate(), null));
        assertThat(request.mode()).isEqualTo(Mode.ENSURE);
        assertThat(request.origin()).isEqualTo(Origin.SERVICE);
        assertThat(request.key().value()).isEqualTo("k");
        assertThat(request.caller()).isNull();
        assertThat(request.lineage()).isNull();
    }

    @Test
    void readsEverythingThatCanBeAsked() {
        StartRequest request = start("a.Z_0:/+=@-", """
                {"businessDate":"2026-11-21","mode":"RERUN","parameters":{"platform":"left"},
                 "caller":{"dagId":"d","runId":"r","taskId":"t","mapIndex":-1,"tryNumber":2,"url":"http://a"},
                 "lineage":{"runId":"x"}}""");

        assertThat(request.work()).isEqualTo(new Work("probe", businessDate(), "left"));
        assertThat(request.mode()).isEqualTo(Mode.RERUN);
        assertThat(request.caller()).contains("\"tryNumber\":2", "\"dagId\":\"d\"");
        assertThat(request.lineage()).isEqualTo("{\"runId\":\"x\"}");
    }

    /** A retry says another try number, and still asks for the same. */
    @Test
    void theKeyNamesWhatIsAskedAndNotWhoAsks() {
        String checksum = checksum(LEAST);

        assertThat(checksum("{\"mode\":\"ENSURE\",\"businessDate\":\"2026-11-21\",\"parameters\":{},"
                        + "\"caller\":{\"tryNumber\":2},\"lineage\":{\"a\":\"b\"}}"))
                .isEqualTo(checksum);
        assertThat(Stream.of(
                                "{\"businessDate\":\"2026-11-22\"}",
                                "{\"businessDate\":\"2026-11-21\",\"mode\":\"RERUN\"}",
                                "{\"businessDate\":\"2026-11-21\",\"parameters\":{\"platform\":\"left\"}}")
                        .map(RequestReaderTest::checksum))
                .doesNotContain(checksum)
                .doesNotHaveDuplicates();
    }

    static Stream<Arguments> wrongBodies() {
        return Stream.of(
                Arguments.of("[]", "body"),
                Arguments.of("null", "body"),
                Arguments.of("{}", "businessDate"),
                Arguments.of("{\"businessDate\":20261121}", "businessDate"),
                Arguments.of("{\"businessDate\":\"2026-11-31\"}", "businessDate"),
                Arguments.of("{\"businessDate\":\"21.11.2026\"}", "businessDate"),
                Arguments.of("{\"businessDate\":\"2026-11-21\",\"mode\":\"rerun\"}", "mode"),
                Arguments.of("{\"businessDate\":\"2026-11-21\",\"mode\":1}", "mode"),
                Arguments.of("{\"businessDate\":\"2026-11-21\",\"date\":1}", "date"),
                Arguments.of("{\"businessDate\":\"2026-11-21\",\"parameters\":[]}", "parameters"),
                Arguments.of("{\"businessDate\":\"2026-11-21\",\"parameters\":{\"jar\":\"x\"}}", "parameters.jar"),
                Arguments.of(
                        "{\"businessDate\":\"2026-11-21\",\"parameters\":{\"platform\":\"up\"}}",
                        "parameters.platform"),
                Arguments.of("{\"businessDate\":\"2026-11-21\",\"parameters\":{\"platform\":7}}", "platform"),
                Arguments.of("{\"businessDate\":\"2026-11-21\",\"caller\":{\"password\":\"x\"}}", "caller.password"),
                Arguments.of("{\"businessDate\":\"2026-11-21\",\"caller\":{\"dagId\":{}}}", "caller"),
                Arguments.of("{\"businessDate\":\"2026-11-21\",\"caller\":{\"dagId\":\"\\u0000\"}}", "caller"),
                Arguments.of(
                        "{\"businessDate\":\"2026-11-21\",\"caller\":{\"dagId\":\"" + "x".repeat(3000) + "\"}}",
                        "caller"),
                Arguments.of("{\"businessDate\":\"2026-11-21\",\"lineage\":{\"a\":1}}", "lineage"));
    }

    @ParameterizedTest
    @MethodSource("wrongBodies")
    void namesTheMemberThatIsWrong(String body, String field) {
        assertThat(wrongFields("k", body)).contains(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ä", "a\nb", "a;b", "'", "a\\b"})
    void refusesKeysOfOtherCharacters(String key) {
        assertThat(wrongFields(key, LEAST)).containsExactly("Idempotency-Key");
    }

    @Test
    void refusesKeysThatAreMissingOrTooLong() {
        assertThat(wrongFields(null, LEAST)).containsExactly("Idempotency-Key");
        assertThat(wrongFields("k".repeat(201), LEAST)).containsExactly("Idempotency-Key");
        assertThat(start("k".repeat(200), LEAST).key().value()).hasSize(200);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThat(wrongFields(null, "{\"mode\":\"x\",\"y\":1}"))
                .containsExactlyInAnyOrder("Idempotency-Key", "y", "businessDate", "mode");
    }

    @Test
    void readsStops() {
        assertThat(stop("{\"attempt\":3,\"reason\":\"cleared\"}")).isEqualTo(new RequestReader.Stop(3, "cleared"));
        assertThat(stop("{\"attempt\":1}").reason()).isEqualTo("asked to");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"attempt\":0}",
                "{\"attempt\":\"1\"}",
                "{\"attempt\":1.5}",
                "{\"attempt\":1,\"a\":2}",
                "[]"
            })
    void refusesStopsThatDoNotSayWhatIsToStop(String body) {
        assertThat(catchThrowableOfType(InvalidRequestException.class, () -> stop(body)))
                .isNotNull();
    }

    private static StartRequest start(String key, String body) {
        return RequestReader.start(JOB, key, JsonMapper.shared().readTree(body));
    }

    private static RequestReader.Stop stop(String body) {
        return RequestReader.stop(JsonMapper.shared().readTree(body));
    }

    private static String checksum(String body) {
        return start("k", body).key().payloadSha256();
    }

    private static List<String> wrongFields(String key, String body) {
        return catchThrowableOfType(InvalidRequestException.class, () -> start(key, body)).errors().stream()
                .map(InvalidRequestException.FieldError::field)
                .toList();
    }

    private static org.carebench.contract.lake.BusinessDate businessDate() {
        return org.carebench.contract.lake.BusinessDate.parse("2026-11-21");
    }
}
